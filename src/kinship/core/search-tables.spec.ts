import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from './case-reading';
import { readKinshipCase } from './kinship-case';
import { kinshipRatio } from './likelihood-ratio';
import { codeRemains, hashOfInputs, log10LrFromTables, searchAll, searchTables } from './search-tables';

const cases = ['01-basic.json', '03-mutation.json'].flatMap(
  (name) => (JSON.parse(readFileSync(join(process.cwd(), 'test/data/dna', name), 'utf8')) as { cases: Json[] }).cases,
);
const read = (id: string) =>
  readKinshipCase(
    cases.find((one) => one['id'] === id)!,
    new Set(),
  );

it.each(['G-003', 'G-014', 'G-020', 'G-034', 'G-044'])(
  '%s: the total from tables is the direct one, to float32',
  (id) => {
    const question = read(id);
    const remains = codeRemains(
      question.markers.map((m) => m.remains),
      question.markers.map((m) => m.marker),
    );
    const { total } = kinshipRatio(question);
    expect(log10LrFromTables(searchTables(question), remains)).toBeCloseTo(total.log10LR ?? -Infinity, 5);
  },
);

it('a half-typed marker and dropout are weighed as the direct computation does', () => {
  const question = read('G-015');
  const markers = question.markers.map((m, at) => ({
    ...m,
    remains:
      m.remains && at === 0
        ? { ...m.remains, second: -1 }
        : m.remains && { ...m.remains, dropout: 0.1, second: m.remains.first },
  }));
  const remains = codeRemains(
    markers.map((m) => m.remains),
    markers.map((m) => m.marker),
  );
  const { total } = kinshipRatio({ ...question, markers });
  expect(log10LrFromTables(searchTables(question), remains)).toBeCloseTo(total.log10LR ?? -Infinity, 5);
});

it('stopping early never loses a pair that reaches the threshold', () => {
  for (const id of ['G-005', 'G-017', 'G-029', 'G-013']) {
    const question = read(id);
    const tables = searchTables(question);
    const remains = codeRemains(
      question.markers.map((m) => m.remains),
      question.markers.map((m) => m.marker),
    );
    const full = log10LrFromTables(tables, remains);
    expect(log10LrFromTables(tables, remains, full - 1e-9)).toBe(full);
    expect(log10LrFromTables(tables, remains, full + 0.01)).toBeLessThan(full + 0.01);
  }
});

it('the hash changes with what goes in, and with nothing else', () => {
  const question = read('G-013');
  expect(hashOfInputs(read('G-013'))).toBe(hashOfInputs(question));
  expect(hashOfInputs({ ...question, theta: 0.01 })).not.toBe(hashOfInputs(question));
  const [first, ...rest] = question.markers;
  const typed = first!.observed.map((seen) => seen.map((one) => ({ ...one, first: (one.first + 1) % 5 })));
  expect(hashOfInputs({ ...question, markers: [{ ...first!, observed: typed }, ...rest] })).not.toBe(
    hashOfInputs(question),
  );
  const otherRemains = question.markers.map((m) => ({ ...m, remains: null }));
  expect(hashOfInputs({ ...question, markers: otherRemains })).toBe(hashOfInputs(question));
});

it('searching all finds what looking at every pair finds', () => {
  const questions = ['G-001', 'G-005', 'G-013', 'G-015', 'G-018'].map(read);
  const tables = questions.map((question) => searchTables(question));
  const remains = questions.map((question) =>
    codeRemains(
      question.markers.map((m, at) => (at === 3 ? null : m.remains)),
      question.markers.map((m) => m.marker),
    ),
  );
  const pairs = tables.flatMap((family) => remains.map((one) => log10LrFromTables(family, one)));
  for (const least of [-Infinity, -3, 1]) {
    const found: number[] = [];
    searchAll(tables, remains, least, (pair) => found.push(pair.log10Lr));
    expect(found).toEqual(pairs.filter((value) => value >= least));
  }
});
