import { plainWords } from './words';

/** Findings that a family may know of and an examiner may see, with the stems that name them; longest stem of a word wins. */
const concepts: Readonly<Record<string, readonly string[]>> = {
  pregnancy: ['pregnan', 'enceinte', 'embaraz', 'gestat', 'foetus', 'fetus'],
  pacemaker: ['pacemaker', 'stimulateur', 'marcapasos'],
  heart: ['heart', 'cardiac', 'cardia', 'coronar', 'valve', 'coeur', 'corazon'],
  diabetes: ['diabet', 'insulin'],
  epilepsy: ['epilep', 'seizure'],
  asthma: ['asthma', 'asma', 'asthme'],
  tuberculosis: ['tubercul'],
  hepatitis: ['hepat', 'cirrhos'],
  kidney: ['kidney', 'renal', 'nephr', 'rinon'],
  appendix: ['append', 'apendic'],
  caesarean: ['caesar', 'cesar'],
  hysterectomy: ['hysterec'],
  gallbladder: ['gallblad', 'cholecyst'],
  hernia: ['hernia'],
  spleen: ['spleen', 'splenec'],
  thyroid: ['thyroid', 'goitre', 'goiter'],
  prosthesis: ['prosthe', 'prothes', 'protesis', 'arthroplast'],
  plate: ['plate', 'screw', 'nail', 'osteosynth', 'rod', 'plaque', 'placa', 'tornillo'],
  fracture: ['fractur', 'broken', 'callus'],
  amputation: ['amputat'],
  scoliosis: ['scolio', 'kypho'],
  arthritis: ['arthri', 'arthro', 'artrit'],
  clubfoot: ['clubfoot', 'talipes'],
  polio: ['polio'],
  cleft: ['cleft', 'harelip'],
  blindness: ['blind', 'cataract', 'aveugle', 'ciego'],
  deafness: ['deaf', 'hearing', 'sourd', 'sordo'],
  sickle: ['sickle', 'drepano', 'thalass'],
  bullet: ['bullet', 'gunshot', 'shrapnel', 'projectil'],
  burn: ['burn', 'brulure', 'quemadura'],
  cancer: ['cancer', 'tumor', 'tumour'],
  anaemia: ['anaem', 'anem'],
  hiv: ['hiv', 'aids', 'vih'],
  hypertension: ['hypertens', 'bloodpressure'],
  iud: ['iud', 'intrauterine', 'contracept'],
  stent: ['stent', 'bypass'],
  shunt: ['shunt', 'hydroceph'],
};
export const medicalConceptNames: readonly string[] = Object.keys(concepts);
const bodyWords: Readonly<Record<string, string>> = {
  femur: 'femur',
  thigh: 'femur',
  tibia: 'tibia',
  shin: 'tibia',
  fibula: 'tibia',
  leg: 'tibia',
  humerus: 'humerus',
  radius: 'forearm',
  ulna: 'forearm',
  forearm: 'forearm',
  arm: 'humerus',
  wrist: 'forearm',
  clavicle: 'clavicle',
  collarbone: 'clavicle',
  rib: 'rib',
  ribs: 'rib',
  skull: 'skull',
  jaw: 'jaw',
  mandible: 'jaw',
  nose: 'nose',
  hip: 'hip',
  pelvis: 'hip',
  knee: 'knee',
  ankle: 'ankle',
  spine: 'spine',
  hand: 'hand',
  finger: 'hand',
  foot: 'foot',
};
const located = new Set(['fracture', 'plate', 'prosthesis', 'amputation', 'bullet', 'arthritis']);

/** Concepts named in the findings, sorted; a fracture or an implant with its bone where one is named: `fracture.tibia`. */
export function medicalConcepts(findings: readonly string[] | undefined, isPregnant = false): string[] {
  const named = new Set<string>(isPregnant ? ['pregnancy'] : []);
  for (const finding of (findings ?? []).slice(0, 40)) {
    const words = plainWords(finding);
    // "No surgery", "denies asthma": a negation anywhere in a finding leaves it out.
    if (words.some((word) => ['no', 'not', 'none', 'never', 'denies', 'without', 'sans', 'sin'].includes(word)))
      continue;
    const bone = words.map((word) => bodyWords[word]).find((word) => word !== undefined);
    for (const [concept, stems] of Object.entries(concepts))
      if (words.some((word) => stems.some((stem) => word.startsWith(stem))))
        named.add(located.has(concept) && bone !== undefined ? `${concept}.${bone}` : concept);
  }
  return [...named].sort().slice(0, 12);
}
