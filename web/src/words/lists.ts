import type { BodySite, MarkType } from '../../../src/description/mark';

/**
 * The closed lists of the record, as the forms offer them. The API's own lists bind; a test holds these equal to them.
 * They stand here again so that the first page need not load the validator that carries them.
 */
export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export const builds = ['light', 'medium', 'heavy'] as const;
export const hairColours = ['blond', 'brown', 'black', 'red', 'grey', 'white'] as const;
export const eyeColours = ['blue', 'grey', 'green', 'brown', 'black'] as const;
export const bloodGroups = ['O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+', 'O', 'A', 'B', 'AB'] as const;
export const recoveredFrom = [
  ...(['sea', 'shore', 'river', 'desert', 'vessel', 'vehicle', 'building', 'road', 'hospital'] as const),
  ...(['detention', 'grave', 'other'] as const),
] as const;
export const completenesses = ['whole', 'partial', 'body_part', 'fragments'] as const;
export const conditions = ['fresh', 'decomposed', 'mummified', 'saponified', 'skeletonised', 'burned'] as const;
export const sexBases = ['external', 'internal', 'skeletal', 'dna'] as const;
export const fingerprintStates = ['taken', 'unobtainable', 'not_attempted'] as const;
export const familyAnswers = ['not_known', 'rather_not_say', 'ask_again'] as const;
export const examinationAnswers = ['not_examined', 'not_examinable', 'not_available'] as const;
export const markTypes: readonly MarkType[] = [
  'scar',
  'tattoo',
  'piercing',
  'mole',
  'birthmark',
  'skin_mark',
  'amputation',
  'malformation',
  'implant',
  'healed_fracture',
  'circumcision',
  'other',
];
/** From head to foot. */
export const bodySites: readonly BodySite[] = [
  ...([
    'head',
    'face',
    'forehead',
    'scalp',
    'eye',
    'eyebrow',
    'ear',
    'nose',
    'cheek',
    'lip',
    'mouth',
    'chin',
    'jaw',
  ] as const),
  ...(['neck', 'throat', 'nape'] as const),
  ...(['arm', 'shoulder', 'upper_arm', 'elbow', 'forearm', 'wrist', 'hand', 'palm', 'thumb', 'finger'] as const),
  ...([
    'chest',
    'breast',
    'collarbone',
    'abdomen',
    'navel',
    'flank',
    'back',
    'upper_back',
    'lower_back',
    'spine',
  ] as const),
  ...(['pelvis', 'hip', 'groin', 'genitals', 'buttock'] as const),
  ...(['leg', 'thigh', 'knee', 'lower_leg', 'shin', 'calf', 'ankle', 'foot', 'heel', 'toe'] as const),
];
export const sides = ['left', 'right', 'both', 'middle'] as const;
/** INTERPOL three-letter codes in the groups of the form: tooth, absence, damage, filling, crown, root and implant, prosthesis. */
export const dentalCodes = [
  ...['sou', 'int', 'non', 'nou', 'une', 'pre', 'eru', 'imx', 'imv', 'ano', 'dia', 'per', 'una'],
  ...['mis', 'mam', 'mpm', 'ext', 'sox', 'mja'],
  ...['car', 'aca', 'cca', 'cav', 'nca', 'cfr', 'fra', 'abr', 'att', 'nvt', 'rrx', 'rov', 'rbl', 'res'],
  ...['amf', 'cof', 'gif', 'tcf', 'fis', 'uif', 'inl', 'onl', 'goi', 'poi'],
  ...['uic', 'mtc', 'fmc', 'goc', 'mec', 'mpc', 'poc', 'tcc', 'tec', 'mcc', 'gmc'],
  ...['rct', 'rfx', 'ipx'],
  ...['abu', 'pon', 'meb', 'pob', 'teb', 'prd', 'fld', 'acr'],
] as const;
/** Those that a desk hears most often have words in every language; the others are shown by code, as dentists write them. */
export const dentalCodesWithWords = [
  'sou',
  'non',
  'mis',
  'mam',
  'mpm',
  'ext',
  'car',
  'fra',
  'amf',
  'cof',
  'gif',
  'fmc',
  'goc',
  'poc',
  'rct',
  'ipx',
  'pon',
  'prd',
];
