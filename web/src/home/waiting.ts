import type { CaseItem } from '../api/cases';
import type { IdentificationItem } from '../api/identifications';
import type { InboxLine } from '../api/inbox';
import type { ProposalItem } from '../api/proposals';

export const groups = ['overdue', 'today', 'others', 'new'] as const;
export type Group = (typeof groups)[number];

/** One thing that waits: what, whose, how old, when due, and one act. */
export interface Waiting {
  readonly key: string;
  readonly group: Group;
  readonly what:
    'review-case' | 'review-proposal' | 'read-proposal' | 'asked-for-proposal' | 'identification' | 'inbox';
  readonly inboxKind?: string;
  readonly reference?: string;
  readonly name?: string | null;
  readonly owner?: string | null;
  readonly ageDays: number | null;
  readonly dueOn: string | null;
  readonly waitingFor?: string | null;
  readonly to: string;
}

const DAY_MS = 86_400_000;
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);

const groupOfDue = (dueOn: string | null, today: string): Group | null =>
  dueOn === null ? null : dueOn < today ? 'overdue' : dueOn === today ? 'today' : null;

function ofCase(item: CaseItem, today: string): Waiting | null {
  const group = groupOfDue(item.reviewOn, today) ?? (item.isOverdue ? 'overdue' : item.ageDays <= 1 ? 'new' : null);
  if (group === null) return null;
  return {
    key: `case-${item.id}`,
    group,
    what: 'review-case',
    reference: item.reference,
    name: item.name,
    owner: item.owner?.name ?? null,
    ageDays: item.ageDays,
    dueOn: item.reviewOn,
    to: `/cases/${item.id}`,
  };
}

function ofProposal(item: ProposalItem): Waiting {
  return {
    key: `proposal-${item.id}`,
    group: item.waitsFor === 'others' ? 'others' : item.state === 'proposed' ? 'new' : 'today',
    what:
      item.side === 'remains' ? 'asked-for-proposal' : item.state === 'proposed' ? 'review-proposal' : 'read-proposal',
    reference: item.reference,
    name: item.name,
    owner: null,
    ageDays: item.ageDays,
    dueOn: null,
    waitingFor: item.waitsFor === 'others' ? (item.side === 'remains' ? 'family' : 'remains') : null,
    to: `/proposals/${item.id}`,
  };
}

const ofIdentification = (item: IdentificationItem, today: string): Waiting => ({
  key: `identification-${item.id}`,
  group: 'today',
  what: 'identification',
  reference: item.caseReference,
  ageDays: daysBetween(item.openedAt, today),
  dueOn: null,
  to: `/identifications/${item.id}`,
});

const ofInbox = (line: InboxLine, today: string): Waiting => ({
  key: `inbox-${line.id}`,
  group: 'new',
  what: 'inbox',
  inboxKind: line.kind,
  ageDays: daysBetween(line.at, today),
  dueOn: null,
  to: addressOf(line),
});

/** Where an inbox line leads. */
export function addressOf({ subject }: InboxLine): string {
  const rooms: Record<InboxLine['subject']['kind'], string> = {
    case: '/cases',
    proposal: '/proposals',
    identification: '/identifications',
  };
  return `${rooms[subject.kind]}/${subject.id}`;
}

/** What waits for me, each thing once, the longest due first. An inbox line about something already listed is left out. */
export function whatWaits(
  sources: {
    cases: readonly CaseItem[];
    proposals: readonly ProposalItem[];
    identifications: readonly IdentificationItem[];
    inbox: readonly InboxLine[];
  },
  today: string,
): Readonly<Record<Group, readonly Waiting[]>> {
  const listed = [
    ...sources.cases.flatMap((item) => ofCase(item, today) ?? []),
    ...sources.proposals.map((item) => ofProposal(item)),
    ...sources.identifications.map((item) => ofIdentification(item, today)),
  ];
  const addresses = new Set(listed.map((one) => one.to));
  const all = [
    ...listed,
    ...sources.inbox
      .filter((line) => line.readAt === null && !addresses.has(addressOf(line)))
      .map((line) => ofInbox(line, today)),
  ];
  const order = (a: Waiting, b: Waiting) =>
    (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || (b.ageDays ?? 0) - (a.ageDays ?? 0) || a.key.localeCompare(b.key);
  return Object.fromEntries(
    groups.map((group) => [group, all.filter((one) => one.group === group).sort(order)]),
  ) as unknown as Record<Group, Waiting[]>;
}
