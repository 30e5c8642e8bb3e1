import fc from 'fast-check';
import {
  isComparedWithReports,
  mayHoldDna,
  minimumEvidence,
  missingEvidence,
  reachableFrom,
  refusalOfStatus,
  type RemainsStatus,
  remainsStatuses,
  statusAfterPresumption,
  statusAfterReversal,
  type StatusFacts,
  type StatusRequest,
} from './status';

const aCase = (facts: Partial<StatusFacts> = {}): StatusFacts => ({
  ...{ status: 'examined', isDraft: false, isIdentified: false, isCremated: false, missingEvidence: [] },
  ...facts,
});
const request = (to: RemainsStatus, more: Partial<StatusRequest> = {}): StatusRequest => ({ to, by: 'desk', ...more });

const anyRequest: fc.Arbitrary<StatusRequest> = fc.record({
  to: fc.constantFrom(...remainsStatuses),
  authorityReference: fc.constantFrom(null, '', 'Procura 1/2025'),
  disposal: fc.constantFrom(null, 'burial' as const, 'cremation' as const),
  isDoneElsewhere: fc.boolean(),
  by: fc.constantFrom('desk' as const, 'identification' as const),
});

/** Walks a body through requests, as the service does: refused ones change nothing. */
const walk = (requests: readonly StatusRequest[], start: RemainsStatus = 'reported') => {
  const steps: { before: StatusFacts; request: StatusRequest; after: StatusFacts }[] = [];
  let facts = aCase({ status: start, missingEvidence: ['dna-sample'] });
  for (const asked of requests) {
    if (refusalOfStatus(facts, asked) !== null) continue;
    const after = {
      ...facts,
      status: asked.to,
      isIdentified: facts.isIdentified || asked.to === 'identified',
      isCremated: facts.isCremated || (asked.to === 'buried' && asked.disposal === 'cremation'),
    };
    steps.push({ before: facts, request: asked, after });
    facts = after;
  }
  return steps;
};
const walks = fc.array(anyRequest, { maxLength: 60 }).map((requests) => walk(requests));

describe('the status of remains', () => {
  it('is identified only by the identification module, with the reference of a decision', () => {
    fc.assert(
      fc.property(walks, (steps) =>
        steps.every(
          ({ request: asked, after }) =>
            after.status !== 'identified' ||
            (asked.by === 'identification' && asked.authorityReference === 'Procura 1/2025'),
        ),
      ),
    );
  });

  it('lets nobody be released or repatriated who was not identified, nor released without a decision', () => {
    fc.assert(
      fc.property(walks, (steps) =>
        steps.every(
          ({ before, request: asked, after }) =>
            !['released', 'repatriated'].includes(after.status) ||
            (before.isIdentified && (after.status !== 'released' || asked.authorityReference === 'Procura 1/2025')),
        ),
      ),
    );
  });

  it('never lets the unidentified be cremated with evidence missing, unless others had done it', () => {
    fc.assert(
      fc.property(walks, (steps) =>
        steps.every(
          ({ before, request: asked, after }) =>
            !(after.status === 'buried' && asked.disposal === 'cremation') ||
            before.isIdentified ||
            asked.isDoneElsewhere,
        ),
      ),
    );
  });

  it('never ends in a place from which there is no way on, and keeps the unidentified compared all the way', () => {
    fc.assert(
      fc.property(walks, (steps) =>
        steps.every(
          ({ after }) => reachableFrom(after).length > 0 && (after.isIdentified || isComparedWithReports(after)),
        ),
      ),
    );
  });

  it('comes, reversed, to a status in which an unidentified body can stand, and is compared again', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const made = steps.find(({ after }) => after.status === 'identified');
        const last = steps.at(-1)?.after;
        if (!made || !last) return true;
        const status = statusAfterReversal(last.status, made.before.status);
        const facts = aCase({ status });
        return reachableFrom(facts).includes('identified') && isComparedWithReports(facts);
      }),
    );
  });

  it('comes, its presumption taken back, to where it stood, and keeps a grave it got since', () => {
    for (const before of remainsStatuses.filter((from) =>
      reachableFrom(aCase({ status: from })).includes('presumptive'),
    ))
      expect(statusAfterPresumption('presumptive', before)).toBe(before);
    expect(statusAfterPresumption('buried', 'examined')).toBe('buried');
    fc.assert(
      fc.property(walks, (steps) => {
        const made = steps.findLast(({ after }) => after.status === 'presumptive');
        const last = steps.at(-1)?.after;
        if (!made || !last || last.isIdentified) return true;
        const status = statusAfterPresumption(last.status, made.before.status);
        return status !== 'presumptive' && isComparedWithReports(aCase({ status }));
      }),
    );
  });

  it('reaches every status from the first', () => {
    const reached = new Set<string>(['reported false']);
    for (const entry of reached) {
      const [status, isIdentified] = entry.split(' ') as [RemainsStatus, string];
      for (const to of reachableFrom({ status, isIdentified: isIdentified === 'true' }))
        reached.add(`${to} ${isIdentified === 'true' || to === 'identified'}`);
    }
    expect(new Set([...reached].map((entry) => entry.split(' ')[0]))).toEqual(new Set(remainsStatuses));
  });

  it.each<[string, Partial<StatusFacts>, StatusRequest, string | null]>([
    ['a burial before recovery', { status: 'reported' }, request('buried'), null],
    ['a burial before identification', {}, request('buried'), null],
    ['an exhumation', { status: 'buried' }, request('recorded'), null],
    [
      'an exhumation of ashes',
      { status: 'buried', isCremated: true },
      request('recorded'),
      'forensic-remains.cremated',
    ],
    ['any change of a draft', { isDraft: true }, request('buried'), 'forensic-remains.draft-unfinished'],
    [
      'an examination of what was not recovered',
      { status: 'reported' },
      request('examined'),
      'forensic-remains.status-not-reachable',
    ],
    [
      'a way home without release',
      { status: 'identified', isIdentified: true },
      request('repatriated'),
      'forensic-remains.status-not-reachable',
    ],
    [
      'identification by a desk',
      {},
      request('identified', { authorityReference: 'x' }),
      'forensic-remains.identified-by-decision-only',
    ],
    [
      'identification without a decision',
      {},
      request('identified', { by: 'identification' }),
      'forensic-remains.authority-reference-needed',
    ],
    [
      'a blank reference',
      { status: 'identified', isIdentified: true },
      request('released', { authorityReference: ' ' }),
      'forensic-remains.authority-reference-needed',
    ],
    [
      'cremation without an order',
      {},
      request('buried', { disposal: 'cremation' }),
      'forensic-remains.cremation-needs-order',
    ],
    [
      'cremation with evidence missing',
      { missingEvidence: ['fingerprints'] },
      request('buried', { disposal: 'cremation', authorityReference: 'x' }),
      'forensic-remains.cremation-needs-evidence',
    ],
    [
      'ordered cremation with all evidence',
      {},
      request('buried', { disposal: 'cremation', authorityReference: 'x' }),
      null,
    ],
    [
      'cremation of the identified',
      { status: 'identified', isIdentified: true },
      request('buried', { disposal: 'cremation' }),
      null,
    ],
  ])('%s', (_, facts, asked, expected) => expect(refusalOfStatus(aCase(facts), asked)).toBe(expected));

  it('asks, before a body is destroyed, for each primary identifier or the word that there is none', () => {
    expect(missingEvidence({ examinations: [], sampleKinds: [], fingerprints: 'not_attempted' })).toEqual(
      minimumEvidence,
    );
    const examinations = [
      { kind: 'external', state: 'done' },
      { kind: 'dental', state: 'not_possible' },
    ];
    expect(missingEvidence({ examinations, sampleKinds: ['clothing'], fingerprints: 'unobtainable' })).toEqual([
      'dna-sample',
    ]);
    expect(missingEvidence({ examinations, sampleKinds: ['Fémur'], fingerprints: 'taken' })).toEqual([]);
    expect(['blood', 'os', 'diente', 'muscle', 'shoes', 'photo'].map(mayHoldDna)).toEqual([
      ...[true, true, true, true, false, false],
    ]);
  });
});
