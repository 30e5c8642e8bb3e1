import { loadavg } from 'node:os';
import { findDuplicates } from '../src/matching/core/duplicates';
import { anteMortemProfile } from '../src/matching/core/profile';
import { madeRegister, type RegisterRow } from '../src/matching/core/simulation/register';

/**
 * Judges the search for duplicates on made registers: pairwise F1 at the best threshold, at posterior 0.5 and over all listed, with true pairs
 * that are not listed counted as missed. `npx tsx bench/duplicates.ts [rows] [seed] [trouble] [--columns=few]`
 */
const [rows = 50_000, seed = 1, trouble = 0.8] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('-'))
  .map(Number);
const isFew = process.argv.includes('--columns=few');
const register = madeRegister(seed, rows, { of: trouble });

const groups = (key: (row: RegisterRow) => string | null): Map<string, number[]> => {
  const lots = new Map<string, number[]>();
  register.forEach((row, at) => {
    const value = key(row);
    if (value !== null) lots.set(value, [...(lots.get(value) ?? []), at]);
  });
  return lots;
};
const pairsWithin = (size: number): number => (size * (size - 1)) / 2;
const truePairs = [...groups(({ person }) => String(person)).values()].reduce(
  (sum, lot) => sum + pairsWithin(lot.length),
  0,
);

/** Share of true pairs that agree exactly in one of these combinations of fields. */
function kept(rules: readonly ((row: RegisterRow) => string | null)[]): number {
  let hits = 0;
  for (const lot of groups(({ person }) => String(person)).values())
    for (let a = 0; a < lot.length; a++)
      for (let b = a + 1; b < lot.length; b++)
        if (
          rules.some(
            (rule) => rule(register[lot[a]!]!) !== null && rule(register[lot[a]!]!) === rule(register[lot[b]!]!),
          )
        )
          hits++;
  return hits / truePairs;
}
const both = (...fields: (string | null | undefined)[]): string | null =>
  fields.some((field) => field === null || field === undefined || field === '') ? null : fields.join('|');
const narrow = [
  (r: RegisterRow) => both(r.firstName?.slice(0, 3), r.surname?.slice(0, 4)),
  (r: RegisterRow) => both(r.surname, r.born),
  (r: RegisterRow) => both(r.firstName, r.born),
  (r: RegisterRow) => both(r.postcode, r.firstName),
  (r: RegisterRow) => both(r.postcode, r.surname),
  (r: RegisterRow) => both(r.born, r.birthPlace),
  (r: RegisterRow) => both(r.postcode, r.born),
];
const wide = [
  ...narrow,
  (r: RegisterRow) => r.born,
  (r: RegisterRow) => r.postcode,
  (r: RegisterRow) => r.surname,
  (r: RegisterRow) => both(r.postcode?.split(' ')[0], r.occupation),
  (r: RegisterRow) => both(r.birthPlace, r.occupation, r.born?.slice(0, 3)),
];
console.log(
  `${register.length} rows, ${truePairs} true pairs; exact blocking keeps ${kept(narrow).toFixed(3)} of them, wider ${kept(wide).toFixed(3)} (reported of a public register: .670, .821)`,
);

const begun = Date.now();
const reports = register.map((row) => ({
  id: row.id,
  profile: anteMortemProfile({
    ...(row.firstName === null ? {} : { givenNames: row.firstName }),
    ...(row.surname === null ? {} : { familyNames: row.surname }),
    ...(row.born === null ? {} : { birthDate: row.born }),
    ...(row.birthPlace === null ? {} : { originPlace: row.birthPlace }),
    ...(isFew || row.postcode === null ? {} : { lastContactPlace: { name: row.postcode } }),
    ...(row.sex === null ? {} : { sex: row.sex }),
    ...(isFew || row.occupation === null ? {} : { belongings: [row.occupation] }),
  }),
}));
const compiled = Date.now();
const found = findDuplicates(reports);
const heap = Math.round(process.memoryUsage().rss / 1e6);
const seconds = (Date.now() - compiled) / 1000;
const personOf = new Map(register.map(({ id, person }) => [id, person]));
const f1 = (hits: number, listed: number): number => (2 * hits) / (listed + truePairs);
let hits = 0;
const best = { f1: 0, log10Lr: 0, precision: 0, recall: 0 };
let atHalf = 0;
let precise = 0;
found.forEach(({ a, b, log10Lr, posterior }, at) => {
  if (personOf.get(a) === personOf.get(b)) hits++;
  const here = f1(hits, at + 1);
  if (here > best.f1) Object.assign(best, { f1: here, log10Lr, precision: hits / (at + 1), recall: hits / truePairs });
  if (posterior >= 0.5) atHalf = here;
  if (hits / (at + 1) >= 0.99) precise = hits / truePairs;
});
console.log(
  `listed ${found.length}; best F1 ${best.f1.toFixed(4)} at log10 LR ${best.log10Lr.toFixed(2)} (precision ${best.precision.toFixed(3)}, recall ${best.recall.toFixed(3)}); at posterior .5 ${atHalf.toFixed(4)}; all listed ${f1(hits, found.length).toFixed(4)}, recall ${(hits / truePairs).toFixed(3)}; recall at precision .99 ${precise.toFixed(3)}`,
);
console.log(
  `${((compiled - begun) / 1000).toFixed(1)} s to read, ${seconds.toFixed(1)} s to search, ${heap} MB; load ${loadavg()[0]!.toFixed(1)}`,
);
