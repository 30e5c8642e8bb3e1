import type { SimulatedRemains } from './examination';
import type { SimulatedReport } from './memory';
import type { SimulationParameters } from './parameters';
import type { Person } from './person';
import { Random } from './random';

/** A row of the file of pedigrees. */
export interface SimulatedRelative {
  readonly report: string;
  readonly person: string;
  readonly father: string;
  readonly mother: string;
  readonly sex: 'female' | 'male';
  readonly isMissing: boolean;
  readonly relationship: string;
  readonly isSampled: boolean;
}
/** A row of the file of profiles: one marker of one subject. */
export interface SimulatedMarker {
  readonly subject: string;
  readonly marker: string;
  readonly alleles: readonly [string, string];
}

type Genotype = readonly (readonly [number, number])[];

/** The commonest repeat number of each marker and its spread: invented round numbers near those of real populations. */
const markers =
  'D3S1358:15.8:1.2 vWA:16.8:1.4 D16S539:11:1.3 CSF1PO:11:1.2 TPOX:9:1.3 D8S1179:13:1.5 D21S11:30:1.6 D18S51:15:2.2 D2S441:12:1.4 D19S433:13.5:1.4 TH01:7.4:1.2 FGA:22.5:1.9 D22S1045:15:1.5 D5S818:11.5:1.1 D13S317:11.3:1.5 D7S820:10.3:1.4 D10S1248:14:1.3 D1S1656:14.5:1.8 D12S391:19.5:2 D2S1338:20.5:2.5'
    .split(' ')
    .map((text) => text.split(':') as [string, string, string])
    .map(([name, mean, spread]) => [name, Number(mean), Number(spread)] as const);

/** Pedigrees and profiles of a made world, after the world itself, so that it is the same with and without them. */
export function genetics(
  seed: number,
  reports: readonly SimulatedReport[],
  remains: readonly SimulatedRemains[],
  parameters: SimulationParameters,
): { relatives: SimulatedRelative[]; markers: SimulatedMarker[] } {
  const random = new Random(seed * 31 + 7);
  const { dna } = parameters;
  const families = new Map<number, readonly [father: Genotype, mother: Genotype]>();
  const persons = new Map<number, Genotype>();
  const parentsOf = (person: Person) => {
    const known = families.get(person.parents) ?? ([founder(random), founder(random)] as const);
    families.set(person.parents, known);
    return known;
  };
  const genotypeOf = (person: Person): Genotype => {
    const known = persons.get(person.number) ?? child(parentsOf(person), dna.mutation, random);
    persons.set(person.number, known);
    return known;
  };
  const relatives: SimulatedRelative[] = [];
  const rows: SimulatedMarker[] = [];
  const typed = (subject: string, genotype: Genotype, fails: number) =>
    markers.forEach(([marker], at) => {
      const [one, two] = genotype[at]!;
      if (!random.chance(fails)) rows.push({ subject, marker, alleles: [String(one), String(two)] });
    });
  for (const { reference: report, person } of reports) {
    if (random.chance(dna.direct)) typed(`direct:${report}`, genotypeOf(person), 0.02);
    if (!random.chance(dna.pedigree)) continue;
    const [father, mother] = parentsOf(person);
    const hasSibling = random.chance(0.5);
    const family: [string, 'female' | 'male', string, Genotype][] = [
      ['father', 'male', 'father', father],
      ['mother', 'female', 'mother', mother],
    ];
    if (hasSibling) family.push(['sibling', 'female', 'sister', child([father, mother], dna.mutation, random)]);
    const missing = {
      person: 'missing',
      father: 'father',
      mother: 'mother',
      isMissing: true,
      isSampled: false,
    } as const;
    relatives.push({ report, ...missing, sex: person.isWoman ? 'female' : 'male', relationship: 'the person sought' });
    for (const [name, sex, relationship, genotype] of family) {
      const isSampled = random.chance(dna.sampled);
      const [a, b] = name === 'sibling' ? ['father', 'mother'] : ['', ''];
      relatives.push({ report, person: name, father: a!, mother: b!, sex, isMissing: false, relationship, isSampled });
      if (isSampled) typed(`relative:${report}/${name}`, genotype, 0.005);
    }
  }
  for (const { reference, person, tissue } of remains)
    if (random.chance(dna.profile)) typed(`remains:${reference}`, genotypeOf(person), dna.markerFails[tissue]);
  return { relatives, markers: rows };
}

const founder = (random: Random): Genotype =>
  markers.map(([, mean, spread]) => [allele(mean, spread, random), allele(mean, spread, random)] as const);
const allele = (mean: number, spread: number, random: Random): number =>
  Math.max(4, Math.round(random.normal(mean, spread)));

function child([father, mother]: readonly [Genotype, Genotype], mutation: number, random: Random): Genotype {
  const handedOn = ([one, two]: readonly [number, number]): number =>
    (random.chance(0.5) ? one : two) + (random.chance(mutation) ? (random.chance(0.5) ? 1 : -1) : 0);
  return markers.map((_, at) => [handedOn(father[at]!), handedOn(mother[at]!)] as const);
}
