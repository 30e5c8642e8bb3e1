import { answerKinshipFile } from './case-file';
import type { IncidentAnswer } from './incident-case';
import { lnSumExp, sumOverAssignments } from './assignment-sum';

const markers = [
  { name: 'A', alleles: ['1', '2', '3', '4'], frequencies: [0.1, 0.2, 0.3, 0.4], mutation: null },
  { name: 'B', alleles: ['1', '2', '3', '4'], frequencies: [0.25, 0.25, 0.25, 0.25], mutation: null },
];
const person = (id: string, sex: string, father: string | null = null, mother: string | null = null) => ({
  id,
  father,
  mother,
  sex,
});
const victim = (id: string, sex: string, a: string[], b: string[]) => ({ id, sex, genotypes: { A: a, B: b } });

const incident = {
  id: 'incident',
  kind: 'dvi-joint',
  theta: 0,
  markers,
  victims: [
    victim('V1', 'male', ['1', '2'], ['1', '1']),
    victim('V2', 'male', ['1', '3'], ['1', '2']),
    victim('V3', 'female', ['4', '4'], ['3', '4']),
  ],
  families: [
    {
      id: 'F1',
      missing: ['S1', 'S2'],
      pedigree: [
        person('F', 'male'),
        person('M', 'female'),
        person('S1', 'male', 'F', 'M'),
        person('S2', 'male', 'F', 'M'),
      ],
      genotypes: { F: { A: ['1', '1'], B: ['1', '1'] } },
    },
    {
      id: 'F2',
      missing: ['D'],
      pedigree: [person('G', 'male'), person('H', 'female'), person('D', 'female', 'G', 'H')],
      genotypes: { H: { A: ['4', '4'], B: ['3', '3'] } },
    },
  ],
};

const answer = (input: object) => answerKinshipFile(input).cases[0] as unknown as IncidentAnswer;

it('compares one pair as the closed forms say, and no pair of different sexes', () => {
  const { pairwiseLR, exclusions } = answer(incident);
  // Parent 1/1, child 1/2: LR = 1 / (2 p1) each marker (B: child 1/1: 1 / p1).
  expect(pairwiseLR.matrix[0]![0]).toBeCloseTo((1 / (2 * 0.1)) * (1 / 0.25), 12);
  expect(pairwiseLR.matrix[0]![2]).toBeNull();
  expect(exclusions[2]).toEqual([null, null, 0]);
});

it('weighs every assignment by its own likelihood ratio', () => {
  const { joint } = answer(incident);
  // Families are independent here: (assignments of V1, V2 among brothers) x (V3 is D or not).
  expect(joint.enumeratedAssignments).toBe(7 * 2);
  const lrD = (1 / 0.4) * (1 / (2 * 0.25));
  const nobody = joint.marginalPosteriorFlatPrior.matrix[2]![3]!;
  expect(nobody).toBeCloseTo(1 / (1 + lrD), 12);
  for (const row of joint.marginalPosteriorFlatPrior.matrix)
    expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
});

it('says that brothers without children cannot be told apart', () => {
  const { joint, notices } = answer(incident);
  expect(joint.top[0]!.lnLik).toBeCloseTo(joint.top[1]!.lnLik, 12);
  expect(notices).toEqual([expect.stringMatching(/V1, V2 are S1, S2 as a set|V1, V2 are S2, S1 as a set/)]);
});

it('gives the same whatever the order of victims and families', () => {
  const turned = answer({
    ...incident,
    victims: [...incident.victims].reverse(),
    families: [...incident.families].reverse(),
  });
  const { joint } = answer(incident);
  expect(turned.joint.lnSumOverAssignmentsOfLR).toBeCloseTo(joint.lnSumOverAssignmentsOfLR, 12);
  expect(turned.joint.top.map((one) => one.lnLik)).toEqual(
    joint.top.map((one) => expect.closeTo(one.lnLik, 10) as number),
  );
});

it('refuses a family that contradicts itself, by name', () => {
  const [first, second] = incident.families;
  const pedigree = [...second!.pedigree, person('D2', 'female', 'G', 'H')];
  const genotypes = { ...second!.genotypes, D2: { A: ['1', '1'] } };
  const refused = answerKinshipFile({ ...incident, families: [first, { ...second, pedigree, genotypes }] }).cases[0];
  expect(refused).toMatchObject({ error: { code: 'kinship.family-contradicts-itself', path: 'families[1]' } });
});

it('refuses theta, under which families would depend on one another', () => {
  expect(answerKinshipFile({ ...incident, theta: 0.01 }).cases[0]).toMatchObject({
    error: { code: 'kinship.joint-needs-theta-zero' },
  });
});

it('stays exact for forty victims of twenty families when few fit, and says so when it must leave pairs out', () => {
  const alleles = Array.from({ length: 40 }, (_, k) => String(k + 1));
  const wide = ['A', 'B', 'C'].map((name) => ({
    name,
    alleles,
    frequencies: alleles.map(() => 1 / 40),
    mutation: { male: { model: 'equal', rate: 0.002 }, female: { model: 'equal', rate: 0.002 } },
  }));
  const all = (a: string, b: string) => Object.fromEntries(wide.map(({ name }) => [name, [a, b]]));
  const victims = alleles.map((allele, k) => ({
    id: `V${k}`,
    sex: 'male',
    genotypes: all(allele, alleles[(k * 7) % 40]!),
  }));
  const families = alleles.slice(0, 20).map((allele, k) => ({
    id: `F${k}`,
    missing: [`S${k}`, `T${k}`],
    pedigree: [
      person('F', 'male'),
      person('M', 'female'),
      person(`S${k}`, 'male', 'F', 'M'),
      person(`T${k}`, 'male', 'F', 'M'),
    ],
    genotypes: { F: all(allele, allele), M: all(alleles[(k * 7) % 40]!, alleles[(k * 7 + 1) % 40]!) },
  }));
  const { joint, notices } = answer({ ...incident, markers: wide, victims, families });
  expect(joint.best.posteriorFlat).toBeGreaterThan(0);
  expect(notices).toEqual(expect.arrayContaining([expect.stringContaining('approximate')]));
});

describe('the sum over assignments', () => {
  const items = [
    [
      { uses: [], lnWeight: 0 },
      { uses: [0], lnWeight: 1 },
      { uses: [1], lnWeight: -2 },
      { uses: [0, 2], lnWeight: 3 },
    ],
    [
      { uses: [], lnWeight: 0 },
      { uses: [0], lnWeight: 2 },
      { uses: [2], lnWeight: -Infinity },
    ],
    [
      { uses: [], lnWeight: 0 },
      { uses: [1], lnWeight: 0.5 },
      { uses: [2], lnWeight: -400 },
    ],
  ];
  const ways = items[0]!.flatMap((a, i) =>
    items[1]!.flatMap((b, j) =>
      items[2]!.flatMap((c, k) => {
        const uses: number[] = [...a.uses, ...b.uses, ...c.uses];
        return new Set(uses).size === uses.length
          ? [{ choices: [i, j, k], uses, ln: a.lnWeight + b.lnWeight + c.lnWeight }]
          : [];
      }),
    ),
  );
  const sum = sumOverAssignments(items, 3, 5);

  it('is that of writing them all out', () => {
    expect(sum.count).toBe(ways.length);
    expect(sum.nonZeroCount).toBe(ways.filter(({ ln }) => ln > -Infinity).length);
    expect(sum.lnSum).toBeCloseTo(lnSumExp(ways.map(({ ln }) => ln)), 13);
    const best = [...ways].sort((a, b) => b.ln - a.ln).slice(0, 5);
    expect(sum.top.map(({ lnWeight }) => lnWeight)).toEqual(best.map(({ ln }) => expect.closeTo(ln, 12) as number));
  });

  it('shares it out among choices and unused resources', () => {
    const shareOf = (holds: (way: (typeof ways)[number]) => boolean) =>
      lnSumExp(ways.filter(holds).map(({ ln }) => ln)) - lnSumExp(ways.map(({ ln }) => ln));
    expect(sum.lnShare[0]![3]).toBeCloseTo(
      shareOf(({ choices }) => choices[0] === 3),
      12,
    );
    expect(sum.lnUnused[1]).toBeCloseTo(
      shareOf(({ uses }) => !uses.includes(1)),
      12,
    );
    expect(sum.lnShare[2]![2]).toBeCloseTo(
      shareOf(({ choices }) => choices[2] === 2),
      10,
    );
  });
});
