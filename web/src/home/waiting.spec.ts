import type { CaseItem } from '../api/cases';
import type { InboxLine } from '../api/inbox';
import type { ProposalItem } from '../api/proposals';
import { whatWaits } from './waiting';

const today = '2026-11-22';
const aCase = (over: Partial<CaseItem>): CaseItem => ({
  id: 'c1',
  reference: 'R-1',
  name: null,
  status: 'open',
  owner: null,
  contactPoint: { id: 'd', name: 'Desk' },
  country: 'ITA',
  openedOn: '2026-01-01',
  ageDays: 300,
  reviewOn: '2027-01-01',
  isOverdue: false,
  version: 1,
  ...over,
});
const aProposal = (over: Partial<ProposalItem>): ProposalItem => ({
  ...{ id: 'p1', side: 'family', stage: 'S1', state: 'proposed', reference: 'R-1', name: null, grade: null },
  ...{ agreeing: [], changedOn: '2026-11-12', ageDays: 10, waitsFor: 'you', version: 1 },
  ...over,
});
const nothing = { cases: [], proposals: [], identifications: [], inbox: [] };

describe('what waits for me', () => {
  it.each([
    ['2026-11-21', 'overdue'],
    ['2026-11-22', 'today'],
  ] as const)('a case to be reviewed on %s is under %s', (reviewOn, group) =>
    expect(whatWaits({ ...nothing, cases: [aCase({ reviewOn })] }, today)[group]).toHaveLength(1),
  );
  it('does not list a case whose review lies ahead', () =>
    expect(Object.values(whatWaits({ ...nothing, cases: [aCase({})] }, today)).flat()).toEqual([]));
  it('puts what the other side has to answer under waiting for others, with since when', () => {
    const { others } = whatWaits(
      { ...nothing, proposals: [aProposal({ state: 'in_review', waitsFor: 'others' })] },
      today,
    );
    expect(others).toMatchObject([{ waitingFor: 'remains', ageDays: 10 }]);
  });
  it('lists each thing once: not again as an inbox line', () => {
    const inbox: InboxLine[] = [
      {
        id: 'i',
        kind: 'matching.proposed',
        subject: { kind: 'proposal', id: 'p1' },
        at: '2026-11-22T08:00:00Z',
        readAt: null,
      },
    ];
    const all = Object.values(
      whatWaits({ cases: [], proposals: [aProposal({})], identifications: [], inbox }, today),
    ).flat();
    expect(all.map((one) => one.key)).toEqual(['proposal-p1']);
  });
  it('shows the longest overdue first', () => {
    const cases = [aCase({ id: 'late', reviewOn: '2026-11-20' }), aCase({ id: 'latest', reviewOn: '2025-01-01' })];
    expect(whatWaits({ ...nothing, cases }, today).overdue.map((one) => one.key)).toEqual(['case-latest', 'case-late']);
  });
});
