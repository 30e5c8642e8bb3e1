/**
 * Speed of the kinship engine. Run: npx tsx bench/kinship.ts
 *
 * Prints the times this issue asks for, and, in the same run, the ratio to a named plain implementation:
 * `plainLikelihood`, which enumerates every genotype of every person (small ladders only; it would never end on real ones).
 * The peer's figures are forrel 1.9.0 / dvir 3.4.2 in R 4.2.2 on two cores, measured once, and upper bounds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IncidentComparison } from '../src/kinship/core/joint-identification';
import { likelihood } from '../src/kinship/core/likelihood';
import { type KinshipQuestion, kinshipRatio } from '../src/kinship/core/likelihood-ratio';
import { Marker, type MarkerDescription } from '../src/kinship/core/marker';
import type { Observation } from '../src/kinship/core/observation';
import { type Pedigree, readPedigree } from '../src/kinship/core/pedigree';
import { plainLikelihood } from '../src/kinship/core/plain-enumeration';
import { codeRemains, searchAll, searchTables } from '../src/kinship/core/search-tables';

const random = fixedSequence(20261122);
const reference = JSON.parse(readFileSync(join(process.cwd(), 'test/data/dna/01-basic.json'), 'utf8')) as {
  cases: { markers: MarkerDescription[] }[];
};
const ladders = reference.cases[0]!.markers;

type Model = 'none' | 'proportional' | 'stepwise';

const markerSets: Partial<Record<Model, Marker[]>> = {};

const families = {
  'parent-child': { tree: 'F:m M:f MP:m:F:M', typed: ['F'] },
  'two siblings': { tree: 'F:m M:f A:m:F:M B:f:F:M MP:m:F:M', typed: ['A', 'B'] },
  'grandparents and uncle': { tree: 'GF:m GM:f F:m:GF:GM U:m:GF:GM M:f MP:m:F:M', typed: ['GF', 'GM', 'U'] },
  '12 persons, 4 typed': {
    tree: 'GF:m GM:f F:m:GF:GM U:m:GF:GM A:f:GF:GM M:f C:m:F:M MP:m:F:M W:f K1:m:U:W H:m K2:f:H:A',
    typed: ['C', 'K1', 'K2', 'M'],
  },
};
const peerMs: Record<Model, readonly number[]> = {
  none: [6.9, 15.2, 10.6, 20.1],
  proportional: [10.0, 16.6, 21.7, 36.7],
  stepwise: [9.2, 41.2, 65.1, 1393],
};

console.log(`node ${process.version}; 20 markers, ${ladders.map((l) => l.alleles.length).join(' ')} alleles\n`);
directPairs();
tableBuild();
search();
joint();
plain();

function directPairs(): void {
  console.log('One pair, 20 markers, direct (both hypotheses)      ms      peer ms   times faster');
  for (const model of ['none', 'proportional', 'stepwise'] as const) {
    Object.entries(families).forEach(([name, { tree, typed }], at) => {
      // A new profile of the remains every time, so that nothing is remembered from the last one.
      const questions = Array.from({ length: 300 }, () => question(tree, typed, model));
      const ms = median(questions.map((q) => timed(() => kinshipRatio(q))));
      line(`  ${model}, ${name}`, ms, peerMs[model][at]);
    });
  }
}

function tableBuild(): void {
  console.log('\nTables of one family, 20 markers (limit 50 ms for 12 persons, proportional)');
  for (const model of ['none', 'proportional', 'stepwise'] as const) {
    const { tree, typed } = families['12 persons, 4 typed'];
    const ms = median(
      Array.from({ length: 15 }, () => question(tree, typed, model)).map((q) => timed(() => searchTables(q))),
    );
    line(`  ${model}, 12 persons, 4 typed`, ms);
  }
}

function search(): void {
  const { tree, typed } = families['two siblings'];
  const built = Array.from({ length: 200 }, () => searchTables(question(tree, typed, 'proportional')));
  // Ten thousand families of their own memory, filled from two hundred different ones.
  const tables = Array.from({ length: 10_000 }, (_, at) => ({
    ...built[at % built.length]!,
    log10Lr: built[at % built.length]!.log10Lr.slice(),
  }));
  const markers = markersOf('proportional');
  const remains = Array.from({ length: 300 }, () =>
    codeRemains(
      markers.map((marker) => drawGenotype(marker)),
      markers,
    ),
  );
  const run = (least: number): number => {
    let hits = 0;
    const ms = timed(() => {
      searchAll(tables, remains, least, () => hits++);
    });
    console.log(
      `  ${least > -Infinity ? `early stop at log10 LR ${least}` : 'every pair in full'}: ` +
        `${((remains.length * tables.length) / ms / 1000).toFixed(1)} million pairs/s (${hits} reach it)`,
    );
    return ms;
  };
  console.log('\nSearch from tables, one core (limit 3 million pairs/s)');
  run(4);
  run(4);
  run(-Infinity);
  const bytes = tables.reduce((sum, { log10Lr, mostFrom }) => sum + log10Lr.byteLength + mostFrom.byteLength, 0);
  console.log(`  10,000 families hold ${(bytes / 1e6).toFixed(0)} MB (limit 200 MB)`);
}

function joint(): void {
  console.log('\nJoint incident (peer: 1,898 assignments in 137 s; limit 2 s)');
  const tree = 'GF:m GM:f F:m:GF:GM U:m:GF:GM M:f W:f M1:f:F:M M2:f:F:M M3:f:F:M M4:f:U:W M5:f:U:W M6:f:U:W';
  const pedigree = pedigreeOf(tree);
  const markers = markersOf('proportional').slice(0, 13);
  const everybody = markers.map((marker) => drawFamily(pedigree, marker));
  const missing = ['M1', 'M2', 'M3', 'M4', 'M5'].map((id) => pedigree.indexOf.get(id)!);
  const typed = ['GM', 'M', 'W'].map((id) => pedigree.indexOf.get(id)!);
  const victims = missing.concat(-1).map((person, v) => ({
    id: `V${v + 1}`,
    sex: 'female' as const,
    profile: markers.map((marker, at) => (person < 0 ? drawGenotype(marker) : everybody[at]![person]!)),
  }));
  const observed = everybody.map((genotypes) => genotypes.map((g, person) => (typed.includes(person) ? [g] : [])));
  let assignments = 0;
  const ms = timed(() => {
    const comparison = new IncidentComparison({
      markers,
      victims,
      families: [{ id: 'F1', pedigree, missing, observed }],
    });
    assignments = comparison.joint(30).enumeratedAssignments;
  });
  line(`  one family, ${assignments} assignments, 13 markers, proportional`, ms, 137_000 * (assignments / 1898));
}

function plain(): void {
  console.log('\nAgainst plainLikelihood (full enumeration), one marker of 5 alleles');
  for (const [name, { tree, typed }] of Object.entries(families).slice(0, 3)) {
    const pedigree = pedigreeOf(tree);
    const alleles = ['10', '11', '12', '13', '14'];
    const marker = new Marker({
      name: 'small',
      alleles,
      frequencies: [0.1, 0.3, 0.2, 0.25, 0.15],
      mutation: mutationOf('stepwise'),
    });
    const genotypes = drawFamily(pedigree, marker);
    const observed = genotypes.map((g, person) => (typed.includes(pedigree.ids[person]!) ? [g] : []));
    let [fast, slow] = [0, 0];
    const fastMs = median(
      Array.from({ length: 50 }, () =>
        timed(() => (fast = likelihood({ pedigree, marker, observed, theta: 0 }).mantissa)),
      ),
    );
    const slowMs = timed(() => (slow = plainLikelihood(pedigree, marker, observed, 0)));
    const difference = Math.abs(fast - slow) / slow;
    console.log(
      `  ${name.padEnd(24)} engine ${fastMs.toFixed(3)} ms, plain ${slowMs.toFixed(1)} ms, ` +
        `${(slowMs / fastMs).toFixed(0)} times faster, relative difference ${difference.toExponential(1)}`,
    );
  }
}

function question(tree: string, typed: readonly string[], model: Model): KinshipQuestion {
  const pedigree = pedigreeOf(tree);
  const missing = pedigree.indexOf.get('MP')!;
  return {
    pedigree,
    missing,
    theta: 0,
    markers: markersOf(model).map((marker) => {
      const genotypes = drawFamily(pedigree, marker);
      const observed = genotypes.map((g, person) => (typed.includes(pedigree.ids[person]!) ? [g] : []));
      return { marker, observed, remains: genotypes[missing]! };
    }),
  };
}

/** One set for a model, as a laboratory sets up its frequencies once; profiles are new for every pair. */
function markersOf(model: Model): Marker[] {
  return (markerSets[model] ??= ladders.map((ladder) => new Marker({ ...ladder, mutation: mutationOf(model) })));
}

function mutationOf(model: Model): MarkerDescription['mutation'] {
  if (model === 'none') return null;
  const rates = (rate: number) => ({ model, rate, range: 0.1, rate2: 1e-6 });
  return { male: rates(0.002), female: rates(0.0005) };
}

function pedigreeOf(tree: string): Pedigree {
  return readPedigree(
    tree.split(' ').map((person) => {
      const [id, sex, father, mother] = person.split(':');
      return { id: id!, sex: sex === 'm' ? ('male' as const) : ('female' as const), father, mother };
    }),
  );
}

function drawAllele(marker: Marker): number {
  let rest = random();
  for (let allele = 0; allele < marker.size; allele++) {
    rest -= marker.frequencies[allele]!;
    if (rest < 0) return allele;
  }
  return marker.size - 1;
}

function drawGenotype(marker: Marker): Observation {
  return { first: drawAllele(marker), second: drawAllele(marker), dropout: 0 };
}

function drawFamily(pedigree: Pedigree, marker: Marker): Observation[] {
  const genotypes: Observation[] = [];
  const handedOn = (parent: number) => (random() < 0.5 ? genotypes[parent]!.first : genotypes[parent]!.second);
  for (const person of pedigree.parentsFirst) {
    const father = pedigree.father[person]!;
    genotypes[person] =
      father < 0
        ? drawGenotype(marker)
        : { first: handedOn(father), second: handedOn(pedigree.mother[person]!), dropout: 0 };
  }
  return genotypes;
}

function line(what: string, ms: number, peer?: number): void {
  const compared = peer === undefined ? '' : `${peer.toFixed(1).padStart(13)} ${(peer / ms).toFixed(0).padStart(10)}`;
  console.log(`${what.padEnd(48)} ${ms.toFixed(2).padStart(7)}${compared}`);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** The same numbers in every run (Park & Miller 1988), so that runs can be compared. */
function fixedSequence(seed: number): () => number {
  let state = seed % 2147483647;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
