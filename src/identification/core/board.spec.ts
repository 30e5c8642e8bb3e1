import fc from 'fast-check';
import { type Role } from '../../platform';
import { type Act, after, type Board, isInWork } from './board';
import { isThirdOffered } from './identity';
import { findings, type Line, type LineKind, lineKinds } from './evidence';
import { conclusions, type Seat, type Signature, type SigningMethod } from './signatures';

const TODAY = '2026-11-22';
const signingMethods: readonly SigningMethod[] = [
  'dna',
  'dental',
  'fingerprint',
  'pathology',
  'anthropology',
  'reconciliation',
];
const people = ['ada', 'ben', 'cleo', 'dia', 'eva'];

const anEmptyBoard = (more: Partial<Board> = {}): Board => ({
  ...{ state: 'open', version: 1, lines: [], signatures: [], reviewers: ['eva'], isTold: false, reversals: [] },
  ...{ familySpecialistId: 'ada', custodianSpecialistId: 'ben', thirdSpecialistId: null },
  ...{ isThirdReleased: false, caseId: 'case' },
  ...more,
});

let made = 0;
const aLine = (kind: LineKind, more: Partial<Line> = {}): Line => ({
  ...{ id: `line-${++made}`, kind, finding: 'agrees', words: 'compared', discrepancyExplained: null, restsOn: null },
  ...{ isWithdrawn: false, ...more },
});
const aSignature = (seat: Seat, version: number, more: Partial<Signature> = {}): Signature => {
  const method = more.method ?? 'reconciliation';
  return {
    ...{ id: `signature-${++made}`, seat, version, method, conclusion: 'same_person', roles: ['forensic_officer'] },
    ...{ personId: { family: 'ada', custodian: 'ben', third: 'cleo' }[seat] },
    ...{ organisationId: { family: 'office', custodian: 'institute', third: 'university' }[seat] },
    ...{ qualification: { method, mandate: 'appointed by decree' }, ...more },
  };
};
const decision = { authority: 'Tribunale di Siracusa', reference: 'N. 12/2026', decidedOn: TODAY };
const decide: Act = { kind: 'decide', decision, isIdentified: true, today: TODAY };

/** Performs the acts in order; the first refused one ends it. */
function perform(board: Board, ...acts: readonly Act[]): Board | readonly string[] {
  let present = board;
  for (const act of acts) {
    const next = after(present, act);
    if ('refusals' in next) return next.refusals;
    present = next.board;
  }
  return present;
}
const write = (...lines: readonly Line[]): Act[] => lines.map((line) => ({ kind: 'write-line', line }));
const sign = (...signatures: readonly Signature[]): Act[] =>
  signatures.map((signature) => ({ kind: 'sign', signature }));
const bothSign = (version: number, more: Partial<Signature> = {}): Act[] =>
  sign(aSignature('family', version, more), aSignature('custodian', version, more));
const third: readonly Act[] = [
  { kind: 'name-third', personId: 'cleo' },
  { kind: 'release-third', personId: 'cleo' },
];

describe('an identification', () => {
  it.each<[string, Act[]]>([
    ['by DNA and two signatures', [...write(aLine('dna')), ...bothSign(2)]],
    ['by teeth, signed by dentists', [...write(aLine('dental')), ...bothSign(2, { method: 'dental' })]],
    [
      'by two independent lines of different kinds and a third specialist',
      [...write(aLine('pathology'), aLine('marks')), ...third, ...bothSign(3), ...sign(aSignature('third', 3))],
    ],
    [
      'with a discrepancy that is explained',
      [
        ...write(
          aLine('fingerprint'),
          aLine('anthropology', { finding: 'discrepancy', discrepancyExplained: 'stature was a guess' }),
        ),
        ...bothSign(3),
      ],
    ],
  ])('is reached %s', (_, acts) => {
    expect(perform(anEmptyBoard(), ...acts, decide)).toMatchObject({ state: 'identified' });
  });

  it.each<[string, string, Act[], Act?]>([
    [
      'one signature',
      'identification.two-signatures-needed',
      [...write(aLine('dna')), ...sign(aSignature('family', 2))],
    ],
    [
      'two signatures of one organisation',
      'identification.different-organisations-needed',
      [...write(aLine('dna')), ...bothSign(2, { organisationId: 'institute' })],
    ],
    [
      'visual recognition, documents, effects and circumstances together',
      'identification.presumption-only',
      [...write(aLine('visual'), aLine('documents'), aLine('effects'), aLine('circumstances')), ...bothSign(5)],
    ],
    [
      'two lines of one kind',
      'identification.presumption-only',
      [...write(aLine('marks'), aLine('marks')), ...third, ...bothSign(3), ...sign(aSignature('third', 3))],
    ],
    [
      'two kinds that tell of one fact',
      'identification.presumption-only',
      [
        ...write(aLine('pathology', { id: 'operation' }), aLine('marks', { restsOn: 'operation' })),
        ...[...third, ...bothSign(3), ...sign(aSignature('third', 3))],
      ],
    ],
    [
      'independent lines without a third specialist',
      'identification.third-specialist-needed',
      [...write(aLine('pathology'), aLine('marks')), ...bothSign(3)],
    ],
    [
      'a discrepancy nobody explained',
      'identification.discrepancy-unexplained',
      [...write(aLine('dna'), aLine('marks', { finding: 'discrepancy' })), ...bothSign(3)],
    ],
    [
      'a line that is not reconciled in writing',
      'identification.line-not-reconciled',
      [...write(aLine('dna', { words: ' ' })), ...bothSign(2)],
    ],
    [
      'signatories whose qualification speaks to no line',
      'identification.method-without-line',
      [...write(aLine('dna')), ...bothSign(2, { method: 'dental' })],
    ],
    [
      'differing conclusions',
      'identification.conclusions-differ',
      [
        ...write(aLine('dna')),
        ...sign(aSignature('family', 2), aSignature('custodian', 2, { conclusion: 'inconclusive' })),
      ],
    ],
    [
      'signatures of an earlier version of the evidence',
      'identification.two-signatures-needed',
      [...write(aLine('dna')), ...bothSign(2), ...write(aLine('marks'))],
    ],
    [
      'no reference of the authority',
      'identification.authority-decision-needed',
      [...write(aLine('dna')), ...bothSign(2)],
      { ...decide, decision: { ...decision, reference: ' ' } } as Act,
    ],
    [
      'a decision of tomorrow',
      'identification.decided-in-the-future',
      [...write(aLine('dna')), ...bothSign(2)],
      { ...decide, decision: { ...decision, decidedOn: '2026-11-23' } } as Act,
    ],
  ])('is not reached by %s', (_, code, acts, last = decide) => {
    const before = perform(anEmptyBoard(), ...acts);
    expect(before).toMatchObject({ state: 'open' });
    expect(perform(before as Board, last)).toContain(code);
  });

  it('asks for a third specialist where a signatory changed a conclusion after seeing the other', () => {
    const first = [
      ...write(aLine('dna')),
      ...sign(aSignature('family', 2), aSignature('custodian', 2, { conclusion: 'inconclusive' })),
    ];
    const again = [...write(aLine('marks')), ...bothSign(3)];
    expect(perform(anEmptyBoard(), ...first, ...again, decide)).toEqual(['identification.third-specialist-needed']);
    expect(
      perform(anEmptyBoard(), ...first, ...again, ...third, ...sign(aSignature('third', 3)), decide),
    ).toMatchObject({
      state: 'identified',
    });
  });

  it.each<[string, string, Signature]>([
    [
      'an officer of the family desk',
      'identification.officer-attests-only',
      aSignature('family', 1, { roles: ['contact_point_officer'] }),
    ],
    [
      'nobody without a mandate',
      'identification.qualification-needed',
      aSignature('family', 1, { qualification: null }),
    ],
    [
      'nobody by another method than the recorded one',
      'identification.method-not-qualified',
      aSignature('family', 1, { method: 'dna', qualification: { method: 'dental', mandate: 'by decree' } }),
    ],
    ['nobody in the seat of another', 'identification.not-your-seat', aSignature('custodian', 1, { personId: 'ada' })],
    ['nobody on another version than the present', 'identification.stale-reconciliation', aSignature('family', 2)],
  ])('is not signed by %s', (_, code, signature) => {
    const refused = perform(anEmptyBoard(), { kind: 'sign', signature });
    expect(refused).toEqual([code]);
  });

  it('is not signed by who reviewed the proposal, nor twice on the same evidence', () => {
    const [signature] = [aSignature('family', 1)];
    expect(perform(anEmptyBoard({ reviewers: ['ada'] }), { kind: 'sign', signature })).toEqual([
      'identification.own-proposal',
    ]);
    expect(perform(anEmptyBoard(), ...sign(signature, aSignature('family', 1)))).toEqual([
      'identification.already-signed',
    ]);
  });

  it('lets the third sign only what the custodian has opened to them, and opens to one what it opened to another never', () => {
    const lines = write(aLine('pathology'), aLine('marks'));
    const named: Act = { kind: 'name-third', personId: 'cleo' };
    const signature = sign(aSignature('third', 3));
    expect(perform(anEmptyBoard(), ...lines, named, ...signature)).toEqual(['identification.third-not-released']);
    expect(perform(anEmptyBoard(), ...lines, ...third, ...signature)).toMatchObject({ isThirdReleased: true });
    expect(perform(anEmptyBoard(), ...third, { kind: 'name-third', personId: 'dia' })).toMatchObject({
      ...{ thirdSpecialistId: 'dia', isThirdReleased: false },
    });
    expect(perform(anEmptyBoard(), ...third, named)).toMatchObject({ isThirdReleased: true });
    expect(perform(anEmptyBoard(), named, { kind: 'release-third', personId: 'dia' })).toEqual([
      'identification.no-such-third',
    ]);
  });

  it('may call a third in where two disagree, or speak for one method alone', () => {
    const signed = (more: Partial<Signature>) =>
      perform(
        anEmptyBoard(),
        ...write(aLine('dna'), aLine('dental')),
        ...sign(aSignature('family', 3, { method: 'dna' }), aSignature('custodian', 3, { method: 'dental', ...more })),
      ) as Board;
    expect(isThirdOffered(signed({}))).toBe(false);
    expect(isThirdOffered(signed({ conclusion: 'not_same_person' }))).toBe(true);
    expect(isThirdOffered(signed({ method: 'dna' }))).toBe(true);
    expect(isThirdOffered(perform(anEmptyBoard(), ...write(aLine('marks'))) as Board)).toBe(true);
  });

  it('is taken back, presumed or decided, by two organisations and by nobody alone', () => {
    const reverse = (personId: string, organisationId: string): Act => ({ kind: 'reverse', personId, organisationId });
    for (const state of ['presumptive', 'identified'] as const) {
      expect(perform(anEmptyBoard({ state }), reverse('ben', 'institute'), reverse('dia', 'institute'))).toMatchObject({
        state,
      });
      expect(perform(anEmptyBoard({ state }), reverse('ben', 'institute'), reverse('ada', 'office'))).toMatchObject({
        state: 'reversed',
      });
    }
    for (const state of ['open', 'excluded', 'inconclusive', 'reversed'] as const)
      expect(perform(anEmptyBoard({ state }), reverse('ben', 'institute'))).toEqual(['identification.not-identified']);
  });

  it('has a third specialist who holds no other part in it', () => {
    for (const personId of ['ada', 'ben', 'eva'])
      expect(perform(anEmptyBoard(), { kind: 'name-third', personId })).toEqual([
        'identification.third-not-independent',
      ]);
  });

  it('excludes a pair by two signatures that say so, and only by them', () => {
    const exclude: Act = { kind: 'conclude', outcome: 'excluded' };
    const written = write(aLine('dna', { finding: 'discrepancy' }));
    const no = { conclusion: 'not_same_person' } as const;
    expect(perform(anEmptyBoard(), ...written, ...bothSign(2, no), exclude)).toMatchObject({ state: 'excluded' });
    expect(perform(anEmptyBoard(), ...written, ...sign(aSignature('family', 2, no)), exclude)).toEqual([
      'identification.two-signatures-needed',
    ]);
    expect(perform(anEmptyBoard(), ...written, ...bothSign(2), exclude)).toEqual(['identification.conclusions-differ']);
  });

  it('presumes by what does not suffice to identify, and goes on', () => {
    const presumed = perform(anEmptyBoard(), ...write(aLine('visual')), ...bothSign(2), {
      kind: 'conclude',
      outcome: 'presumptive',
    });
    expect(presumed).toMatchObject({ state: 'presumptive' });
    const dna = [...write(aLine('dna')), ...bothSign(3), decide];
    expect(perform(presumed as Board, ...dna)).toMatchObject({ state: 'identified' });
  });

  it('a decision of the authority against it leaves every signature behind', () => {
    const declined = perform(anEmptyBoard(), ...write(aLine('dna')), ...bothSign(2), {
      ...decide,
      isIdentified: false,
    } as Act);
    expect(declined).toMatchObject({ state: 'open', version: 3 });
    expect(perform(declined as Board, decide)).toEqual(['identification.two-signatures-needed']);
  });

  it('is reversed by two persons of different organisations, before the telling or after, and by no one alone', () => {
    const identified = perform(anEmptyBoard(), ...write(aLine('dna')), ...bothSign(2), decide) as Board;
    const reverse = (personId: string, organisationId: string): Act => ({ kind: 'reverse', personId, organisationId });
    const told = perform(identified, { kind: 'tell' }) as Board;
    for (const board of [identified, told]) {
      expect(perform(board, reverse('ben', 'institute'), reverse('ben', 'elsewhere'))).toMatchObject({
        state: 'identified',
      });
      expect(perform(board, reverse('ben', 'institute'), reverse('dia', 'institute'))).toMatchObject({
        state: 'identified',
      });
      expect(perform(board, reverse('ben', 'institute'), reverse('ada', 'office'))).toMatchObject({
        state: 'reversed',
      });
    }
  });
});

/** Random acts by random people, with enough sense in them that some paths lead to a decision. */
const line: fc.Arbitrary<Line> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom(...lineKinds),
  finding: fc.oneof(
    { arbitrary: fc.constant('agrees' as const), weight: 4 },
    { arbitrary: fc.constantFrom(...findings), weight: 1 },
  ),
  words: fc.oneof(
    { arbitrary: fc.constant('compared'), weight: 9 },
    { arbitrary: fc.constantFrom('', ' '), weight: 1 },
  ),
  discrepancyExplained: fc.constantFrom(null, '', 'an old operation'),
  restsOn: fc.oneof(
    { arbitrary: fc.constant(null), weight: 3 },
    { arbitrary: fc.constantFrom('a', 'b', 'c'), weight: 1 },
  ),
  isWithdrawn: fc.oneof({ arbitrary: fc.constant(false), weight: 9 }, { arbitrary: fc.constant(true), weight: 1 }),
});
const usually = <T>(value: T, ...rarely: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(value), weight: 24 }, { arbitrary: fc.constantFrom(...rarely), weight: 1 });
const signature = (seat: Seat): fc.Arbitrary<Omit<Signature, 'version'> & { readonly versionsBehind: number }> =>
  fc
    .record({
      id: fc.uuid(),
      personId: usually({ family: 'ada', custodian: 'ben', third: 'cleo' }[seat], ...people),
      organisationId: usually(
        { family: 'office', custodian: 'institute', third: 'university' }[seat],
        'institute',
        'office',
      ),
      roles: usually<readonly Role[]>(['forensic_officer'], ['contact_point_officer'], ['coordinator'], []),
      method: usually<SigningMethod>('reconciliation', ...signingMethods),
      qualifiedFor: usually<SigningMethod | 'same' | 'none'>('same', 'none', ...signingMethods),
      mandate: usually('by decree', ''),
      conclusion: usually<(typeof conclusions)[number]>('same_person', ...conclusions),
      versionsBehind: usually(0, 1, -1),
    })
    .map(({ qualifiedFor, mandate, ...one }) => ({
      ...{ ...one, seat },
      qualification:
        qualifiedFor === 'none' ? null : { method: qualifiedFor === 'same' ? one.method : qualifiedFor, mandate },
    }));
type Wish =
  | Act
  | {
      readonly kind: 'wish-to-sign';
      readonly signature: Omit<Signature, 'version'> & { readonly versionsBehind: number };
    };
const wish: fc.Arbitrary<Wish> = fc.oneof(
  { arbitrary: line.map((one): Wish => ({ kind: 'write-line', line: one })), weight: 3 },
  { arbitrary: usually('cleo', ...people).map((personId): Wish => ({ kind: 'name-third', personId })), weight: 1 },
  { arbitrary: usually('cleo', ...people).map((personId): Wish => ({ kind: 'release-third', personId })), weight: 1 },
  ...(['family', 'custodian', 'third'] as const).map((seat) => ({
    arbitrary: signature(seat).map((one): Wish => ({ kind: 'wish-to-sign', signature: one })),
    weight: 4,
  })),
  {
    arbitrary: fc
      .constantFrom('excluded' as const, 'presumptive' as const, 'inconclusive' as const)
      .map((outcome): Wish => ({ kind: 'conclude', outcome })),
    weight: 1,
  },
  {
    arbitrary: fc
      .record({
        authority: usually('Tribunale', ' '),
        reference: usually('N. 1', ''),
        decidedOn: usually(TODAY, '2026-11-23'),
      })
      .chain((one) =>
        usually(true, false).map((isIdentified): Wish => ({
          kind: 'decide',
          decision: one,
          isIdentified,
          today: TODAY,
        })),
      ),
    weight: 4,
  },
  { arbitrary: fc.constant<Wish>({ kind: 'tell' }), weight: 1 },
  {
    arbitrary: fc
      .constantFrom(...people)
      .map((personId): Wish => ({ kind: 'reverse', personId, organisationId: personId })),
    weight: 1,
  },
);

/** What must have happened before `identified`, read from the acts alone and written without the rules' own functions. */
function wasEarned(acts: readonly Act[], reviewers: readonly string[]): boolean {
  const last = acts.at(-1)!;
  if (last.kind !== 'decide' || !last.isIdentified || last.decision.decidedOn > TODAY) return false;
  if (!/\S/.test(last.decision.authority) || !/\S/.test(last.decision.reference)) return false;
  const changes = acts.map((act) => act.kind === 'write-line' || (act.kind === 'decide' && !act.isIdentified));
  const signed = acts
    .slice(changes.lastIndexOf(true) + 1)
    .flatMap((act) => (act.kind === 'sign' ? [act.signature] : []));
  const [a, b] = [signed.find(({ seat }) => seat === 'family'), signed.find(({ seat }) => seat === 'custodian')];
  if (!a || !b || a.personId === b.personId || a.organisationId === b.organisationId) return false;
  for (const one of signed) {
    if (one.conclusion !== 'same_person' || reviewers.includes(one.personId)) return false;
    if (one.qualification?.method !== one.method || one.qualification.mandate === '') return false;
    if (one.roles.every((role) => role === 'contact_point_officer')) return false;
  }
  const lines = new Map(acts.flatMap((act) => (act.kind === 'write-line' ? [[act.line.id, act.line] as const] : [])));
  const standing = [...lines.values()].filter(({ isWithdrawn }) => !isWithdrawn);
  if (standing.some(({ words }) => !/\S/.test(words))) return false;
  if (standing.some(({ finding, discrepancyExplained }) => finding === 'discrepancy' && !discrepancyExplained))
    return false;
  const agree = (...kinds: readonly LineKind[]) =>
    standing.filter(({ kind, finding }) => finding === 'agrees' && kinds.includes(kind));
  const hasThird = signed.some(
    ({ seat, personId }) => seat === 'third' && personId !== a.personId && personId !== b.personId,
  );
  if (agree('dna', 'dental', 'fingerprint').length > 0) return hasThird || !someoneRevised(acts);
  const secondary = agree('pathology', 'anthropology', 'marks');
  const ids = [...lines.keys()];
  const isLinked = new Map(
    ids.map((x) => [
      x,
      new Map(ids.map((y) => [y, x === y || lines.get(x)!.restsOn === y || lines.get(y)!.restsOn === x])),
    ]),
  );
  for (const k of ids)
    for (const i of ids)
      for (const j of ids) if (isLinked.get(i)!.get(k) && isLinked.get(k)!.get(j)) isLinked.get(i)!.set(j, true);
  const areIndependent = secondary.some((x) =>
    secondary.some((y) => x.kind !== y.kind && !isLinked.get(x.id)!.get(y.id)),
  );
  return areIndependent && hasThird;
}
function someoneRevised(acts: readonly Act[]): boolean {
  const rounds: Signature[][] = [[]];
  for (const act of acts) {
    if (act.kind === 'write-line' || (act.kind === 'decide' && !act.isIdentified)) rounds.push([]);
    if (act.kind === 'sign') rounds.at(-1)!.push(act.signature);
  }
  const last = rounds.pop()!;
  return rounds.some(
    (round) =>
      round.length > 1 &&
      round.some((past) => last.some((now) => now.personId === past.personId && now.conclusion !== past.conclusion)),
  );
}

describe('no path of acts', () => {
  it('reaches identified unless all that it takes was done, in 5,000 random paths', () => {
    let reached = 0;
    const reviewing = fc.constantFrom(['eva'], ['eva'], ['ada'], ['ben', 'eva'], ['cleo'], []);
    const opening: fc.Arbitrary<readonly Wish[]> = fc
      .tuple(
        fc.array(line, { minLength: 1, maxLength: 3 }),
        signature('family'),
        signature('custodian'),
        signature('third'),
      )
      .chain(([lines, f, c, t]) =>
        usually<readonly Wish[]>(
          [
            ...lines.map((one): Wish => ({ kind: 'write-line', line: one })),
            ...third,
            ...[c, f, t].map((one): Wish => ({ kind: 'wish-to-sign', signature: one })),
          ],
          [],
        ),
      );
    fc.assert(
      fc.property(reviewing, opening, fc.array(wish, { maxLength: 25 }), (reviewers, begin, more) => {
        let board = anEmptyBoard({ reviewers });
        const done: Act[] = [];
        for (const one of [...begin, ...more, decide]) {
          const act: Act =
            one.kind === 'wish-to-sign'
              ? { kind: 'sign', signature: { ...one.signature, version: board.version - one.signature.versionsBehind } }
              : one;
          const next = after(board, act);
          if ('refusals' in next) {
            expect(next.refusals.length).toBeGreaterThan(0);
            continue;
          }
          done.push(act);
          if (next.board.state === 'identified' && board.state !== 'identified') {
            reached++;
            expect(isInWork(board.state)).toBe(true);
            expect(wasEarned(done, board.reviewers)).toBe(true);
          }
          board = next.board;
        }
      }),
      { numRuns: 5000 },
    );
    // Were no path to arrive, the law would hold of nothing.
    expect(reached).toBeGreaterThan(300);
  });
});
