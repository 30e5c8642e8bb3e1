import { answerKinshipFile } from './case-file';

/** Bad input is refused case by case, with a code for programs and a sentence for laboratories. */

const trio = () => ({
  id: 'X',
  kind: 'kinship-lr',
  theta: 0,
  markers: [{ name: 'D3', alleles: ['10', '11', '12'], frequencies: [0.2, 0.3, 0.5], mutation: null as unknown }],
  pedigree: [
    { id: 'F', father: null, mother: null, sex: 'male' },
    { id: 'M', father: null, mother: null, sex: 'female' },
    { id: 'C', father: 'F', mother: 'M', sex: 'female' },
  ] as object[],
  missingPerson: 'C',
  genotypes: { F: { D3: ['10', '11'] } } as Record<string, object>,
  remains: { id: 'R', sex: 'female', genotypes: { D3: ['10', '12'] as unknown } } as Record<string, unknown>,
});

type Trio = ReturnType<typeof trio>;

const answer = (input: unknown) => answerKinshipFile({ cases: [input] }).cases[0] as unknown as Record<string, unknown>;

const refusal = (change: (input: Trio) => unknown) => {
  const input = trio();
  return answer(change(input) ?? input)['error'] as { code: string; path: string; message: string } | undefined;
};

const person = (id: string, sex: string, father: unknown = null, mother: unknown = null) => ({
  id,
  father,
  mother,
  sex,
});

it('is not the fate of a sound case', () => {
  // LR of a parent-child pair that shares one of two different alleles: 1 / (4 p).
  expect(answer(trio())['total']).toMatchObject({ LR: expect.closeTo(1 / (4 * 0.2), 14) });
});

it.each<[string, (input: Trio) => unknown]>([
  ['frequency-not-a-probability', (c) => void (c.markers[0]!.frequencies = [-0.2, 0.7, 0.5])],
  ['malformed', (c) => void (c.markers[0]!.frequencies = [NaN, 0.5, 0.5])],
  ['frequencies-do-not-sum-to-one', (c) => void (c.markers[0]!.frequencies = [0.2, 0.3, 0.4])],
  ['frequencies-do-not-fit-alleles', (c) => void (c.markers[0]!.frequencies = [0.5, 0.5])],
  ['allele-listed-twice', (c) => void (c.markers[0]!.alleles = ['10', '11', '10'])],
  ['marker-listed-twice', (c) => void c.markers.push(c.markers[0]!)],
  ['observed-allele-has-frequency-zero', (c) => void (c.markers[0]!.frequencies = [0, 0.5, 0.5])],
  ['allele-outside-ladder', (c) => void (c.remains['genotypes'] = { D3: ['10', '13'] })],
  ['not-two-alleles', (c) => void (c.remains['genotypes'] = { D3: ['10', '11', '12'] })],
  ['person-not-in-pedigree', (c) => void (c.genotypes['Z'] = {})],
  ['person-not-in-pedigree', (c) => void (c.missingPerson = 'Z')],
  ['parent-not-in-pedigree', (c) => void c.pedigree.push(person('D', 'male', 'Z', 'M'))],
  ['person-listed-twice', (c) => void c.pedigree.push(person('C', 'female', 'F', 'M'))],
  ['missing-person-typed', (c) => void (c.genotypes['C'] = { D3: ['10', '10'] })],
  ['own-ancestor', (c) => void c.pedigree.splice(0, 1, person('F', 'male', 'S', 'M'), person('S', 'male', 'F', 'M'))],
  ['own-ancestor', (c) => void (c.pedigree[0] = person('F', 'male', 'F', 'M'))],
  ['two-fathers', (c) => void (c.pedigree[2] = person('C', 'female', ['F', 'G'], 'M'))],
  ['sex-contradicts-role', (c) => void (c.pedigree[0] = person('F', 'female'))],
  ['one-person-both-parents', (c) => void (c.pedigree[2] = person('C', 'female', 'F', 'F'))],
  ['sexes-differ', (c) => void (c.remains['sex'] = 'male')],
  ['theta-invalid', (c) => void (c.theta = 1.5)],
  ['dropout-invalid', (c) => void (c.remains['dropoutProbability'] = -0.1)],
  ['mutation-rate-invalid', (c) => void (c.markers[0]!.mutation = both({ model: 'equal', rate: 2 }))],
  ['mutation-rate-invalid', (c) => void (c.markers[0]!.mutation = both({ model: 'jumping', rate: 0.1 }))],
  ['mutation-rate-too-high', (c) => void (c.markers[0]!.mutation = both({ model: 'proportional', rate: 0.9 }))],
  ['malformed', (c) => void (c.pedigree = [])],
  ['malformed', () => 17],
])('%s', (code, change) => {
  const error = refusal(change);
  expect(error?.code).toBe(`kinship.${code}`);
  expect(error?.message.length).toBeGreaterThan(10);
});

const both = (rates: object) => ({ male: rates, female: rates });

it('says who is whose ancestor', () => {
  const error = refusal((c) => {
    c.pedigree[0] = person('F', 'male', 'S', 'M');
    c.pedigree.push(person('S', 'male', 'F', 'M'));
  });
  expect(error?.message).toMatch(/F is a child of S is a child of F|S is a child of F is a child of S/);
});

it('needs numbers of repeats where steps are counted', () => {
  const error = refusal((c) => {
    c.markers[0]!.alleles = ['10', '11', 'OL'];
    c.remains['genotypes'] = { D3: ['10', 'OL'] };
    c.markers[0]!.mutation = both({ model: 'stepwise', rate: 0.002, range: 0.1, rate2: 0 });
  });
  expect(error?.code).toBe('kinship.stepwise-needs-numbers');
});

it('does not hide the answers to the other cases of the file', () => {
  const bad = { ...trio(), id: 'bad', missingPerson: 'nobody' };
  const answers = answerKinshipFile({ cases: [bad, trio()] }).cases;
  expect(answers[0]).toMatchObject({ id: 'bad', error: { path: 'missingPerson' } });
  expect(answers[1]).toHaveProperty('total');
});

it('comes before the work when that would be too much', () => {
  // Forty untyped founders of one subpopulation, all joined by one large family tree.
  const pedigree: object[] = [person('0', 'male')];
  const genotypes: Record<string, object> = {};
  for (let k = 1; k <= 40; k++) {
    pedigree.push(
      person(`w${k}`, 'female'),
      person(`${k}`, 'male', `${k - 1}`, `w${k}`),
      person(`t${k}`, 'female', `${k - 1}`, `w${k}`),
    );
    genotypes[`t${k}`] = { D3: ['10', k % 2 === 0 ? '11' : '12'] };
  }
  const input = { ...trio(), theta: 0.02, pedigree, genotypes, missingPerson: '40' };
  const remains = { ...input.remains, sex: 'male' };
  const started = performance.now();
  expect(answer({ ...input, remains })['error']).toMatchObject({ code: 'kinship.too-large-with-theta' });
  expect(performance.now() - started).toBeLessThan(2000);
  expect(answer({ ...input, remains, theta: 0 })).toHaveProperty('total.LR');
});

describe('what is handled by a stated rule', () => {
  it('one known parent: an unknown other one is drawn in', () => {
    const input = trio();
    input.pedigree = [person('F', 'male'), person('C', 'female', 'F')];
    expect(answer(input)['total']).toEqual(answer(trio())['total']);
  });

  it('unknown sex is compared with either', () => {
    const input = trio();
    input.remains['sex'] = 'unknown';
    expect(answer(input)['total']).toEqual(answer(trio())['total']);
  });

  it('a marker known to one side only says nothing', () => {
    const input = trio();
    input.genotypes = {};
    expect(answer(input)['total']).toMatchObject({ LR: expect.closeTo(1, 14) });
  });

  it('a marker without frequencies is left out, and the answer says so', () => {
    const input = trio();
    input.remains['genotypes'] = { D3: ['10', '12'], D99: ['1', '2'] };
    expect(answer(input)['notices']).toEqual([expect.stringContaining('D99')]);
  });

  it('a ratio of 0 is not a missing one', () => {
    const excluded = trio();
    excluded.remains['genotypes'] = { D3: ['12', '12'] };
    expect(answer(excluded)['total']).toEqual({
      LR: 0,
      log10LR: null,
      lnLikH1: null,
      lnLikH2: expect.any(Number) as number,
    });
    const contradictory = trio();
    contradictory.pedigree.push(person('D', 'male', 'F', 'M'));
    contradictory.genotypes['D'] = { D3: ['12', '12'] };
    expect(answer(contradictory)).toMatchObject({ total: { LR: null, log10LR: null }, notices: [expect.any(String)] });
  });
});
