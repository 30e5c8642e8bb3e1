import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerKinshipFile } from './case-file';

/** Values of public engines (pedprobr, Familias, dvir); see the README beside them. */
const folder = join(process.cwd(), 'test/data/dna');

type Json = { readonly [key: string]: unknown };
interface ReferenceFile {
  readonly format: string;
  readonly cases: readonly (Json & { readonly id: string; readonly expected: Json })[];
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ReferenceFile;

/** Facts about the other program's run, and its own conclusions; not values of the case. */
const NOT_COMPARED = ['seconds', 'method', 'dviSolveSummary', 'top'];

it('the reference cases are all here', () => {
  expect(files.filter((name) => name.startsWith('0')).flatMap((name) => read(name).cases)).toHaveLength(73);
  expect(files.filter((name) => name.startsWith('dvi-'))).toHaveLength(7);
});

describe.each(files)('%s', (name) => {
  const file = read(name);
  const answers = answerKinshipFile(file).cases as unknown as (Json & { id: string })[];

  it.each(file.cases.map((one) => one.id))('%s', (id) => {
    const { expected } = file.cases.find((one) => one.id === id)!;
    const answer = answers.find((one) => one.id === id)!;
    expect(answer['error']).toBeUndefined();
    // The posteriors of the joint cases are written with 12 digits, some of them as a difference from 1.
    const tolerance = file.format.startsWith('dna-dvi') ? 1e-9 : 1e-12;
    expect(differences(expected, answer, tolerance, '')).toEqual([]);
    const joint = expected['joint'] as { top?: Ranked[] } | undefined;
    if (joint?.top) expectSameRanking(joint.top, (answer['joint'] as { top: Ranked[] }).top);
  });
});

interface Ranked {
  readonly assignment: Readonly<Record<string, string>>;
  readonly lnLik: number;
  readonly posteriorFlat: number;
}

/** Equally likely assignments may change places; what stands at the last place may be one of several. */
function expectSameRanking(expected: readonly Ranked[], ranked: readonly Ranked[]): void {
  const last = expected[expected.length - 1]!.lnLik;
  for (const [place, { lnLik, posteriorFlat }] of expected.entries()) {
    expect(relative(ranked[place]!.lnLik, lnLik)).toBeLessThan(1e-12);
    expect(relative(ranked[place]!.posteriorFlat, posteriorFlat)).toBeLessThan(1e-9);
  }
  for (const { assignment, lnLik } of expected) {
    if (lnLik - last > 1e-9) expect(ranked.map((one) => one.assignment)).toContainEqual(assignment);
  }
}

function differences(expected: unknown, found: unknown, tolerance: number, path: string): string[] {
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, value]) =>
      NOT_COMPARED.includes(key)
        ? []
        : differences(value, (found as Json | undefined)?.[key], tolerance, `${path}.${key}`),
    );
  }
  if (typeof expected === 'number' && typeof found === 'number') {
    // A probability that nobody is meant was written as 1 minus the others, which leaves an error of some 1e-16.
    const rounding = path.includes('marginal') ? 4e-16 : 0;
    if (Math.abs(found - expected) <= tolerance * Math.abs(expected) + (expected === 0 ? 0 : rounding)) return [];
  } else if (expected === found) return [];
  return [`${path}: expected ${String(expected)}, found ${String(found)}`];
}

function relative(found: number, expected: number): number {
  return Math.abs(found - expected) / Math.abs(expected);
}
