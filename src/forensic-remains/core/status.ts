export const remainsStatuses = [
  'reported',
  'recorded',
  'examined',
  'presumptive',
  'identified',
  'released',
  'repatriated',
  'buried',
] as const;
export type RemainsStatus = (typeof remainsStatuses)[number];
export const disposals = ['burial', 'cremation'] as const;
export type Disposal = (typeof disposals)[number];

/** Where remains stand when a change is asked for. */
export interface StatusFacts {
  readonly status: RemainsStatus;
  readonly isDraft: boolean;
  /** An identification stands: decided by the competent authority and not reversed. */
  readonly isIdentified: boolean;
  readonly isCremated: boolean;
  /** What of the minimum set of evidence is neither taken nor recorded as impossible. */
  readonly missingEvidence: readonly Evidence[];
}

export interface StatusRequest {
  readonly to: RemainsStatus;
  readonly authorityReference?: string | null | undefined;
  /** How, where `to` is buried. */
  readonly disposal?: Disposal | null | undefined;
  /** Already done by others; recorded as fact, since a refusal would only hide it. */
  readonly isDoneElsewhere?: boolean | undefined;
  /** Only the identification module carries the decision of the competent authority. */
  readonly by: 'desk' | 'identification';
}

export type StatusRefusal =
  | 'forensic-remains.draft-unfinished'
  | 'forensic-remains.status-not-reachable'
  | 'forensic-remains.identified-by-decision-only'
  | 'forensic-remains.authority-reference-needed'
  | 'forensic-remains.cremated'
  | 'forensic-remains.cremation-needs-order'
  | 'forensic-remains.cremation-needs-evidence';

/** A burial may come before identification, and before recovery; the identified go home by way of release. */
const unidentified: Readonly<Record<RemainsStatus, readonly RemainsStatus[]>> = {
  reported: ['recorded', 'buried'],
  recorded: ['examined', 'presumptive', 'identified', 'buried'],
  examined: ['presumptive', 'identified', 'buried'],
  presumptive: ['examined', 'identified', 'buried'],
  buried: ['recorded', 'examined', 'presumptive', 'identified'],
  identified: [],
  released: [],
  repatriated: [],
};
const identified: Readonly<Partial<Record<RemainsStatus, readonly RemainsStatus[]>>> = {
  identified: ['released', 'buried'],
  released: ['repatriated', 'buried'],
  repatriated: ['buried'],
  buried: ['released'],
};

export const reachableFrom = (facts: Pick<StatusFacts, 'status' | 'isIdentified'>): readonly RemainsStatus[] =>
  facts.isIdentified ? (identified[facts.status] ?? []) : unidentified[facts.status];

/** Why a change of status is refused; null where it is lawful. */
export function refusalOfStatus(facts: StatusFacts, request: StatusRequest): StatusRefusal | null {
  if (facts.isDraft) return 'forensic-remains.draft-unfinished';
  if (!reachableFrom(facts).includes(request.to)) return 'forensic-remains.status-not-reachable';
  if (request.to === 'identified' && request.by !== 'identification')
    return 'forensic-remains.identified-by-decision-only';
  const hasReference = (request.authorityReference ?? '').trim() !== '';
  if ((request.to === 'identified' || request.to === 'released') && !hasReference)
    return 'forensic-remains.authority-reference-needed';
  // Ashes cannot be dug up to be recovered; their samples can still be examined.
  if (facts.isCremated && request.to === 'recorded') return 'forensic-remains.cremated';
  if (request.to === 'buried' && request.disposal === 'cremation' && !facts.isIdentified && !request.isDoneElsewhere) {
    if (!hasReference) return 'forensic-remains.cremation-needs-order';
    if (facts.missingEvidence.length > 0) return 'forensic-remains.cremation-needs-evidence';
  }
  return null;
}

/**
 * Where remains stand again when an identification is reversed. `before` is their status when they were identified.
 * What lies in a grave stays buried; a presumption of the same person falls with the identification.
 */
export function statusAfterReversal(now: RemainsStatus, before: RemainsStatus): RemainsStatus {
  if (now === 'buried') return 'buried';
  if (before === 'recorded') return 'recorded';
  if (before === 'buried' && now === 'identified') return 'buried';
  return 'examined';
}

/**
 * Where remains stand again when a presumption is taken back. `before` is their status when it was recorded. What has
 * happened to them since, a burial say, is not undone by it.
 */
export function statusAfterPresumption(now: RemainsStatus, before: RemainsStatus): RemainsStatus {
  if (now !== 'presumptive') return now;
  return before === 'recorded' || before === 'buried' ? before : 'examined';
}

/** Whether remains are compared with reports. The unidentified in a grave still are. */
export const isComparedWithReports = (facts: Pick<StatusFacts, 'status' | 'isDraft' | 'isIdentified'>): boolean =>
  !facts.isDraft && !(facts.isIdentified && ['released', 'repatriated', 'buried'].includes(facts.status));

/** The minimum set of evidence before a body is destroyed: seen from outside, and each primary identifier taken or not possible. */
export const minimumEvidence = ['external-examination', 'dental-examination', 'fingerprints', 'dna-sample'] as const;
export type Evidence = (typeof minimumEvidence)[number];

export function missingEvidence(found: {
  readonly examinations: readonly { readonly kind: string; readonly state: string }[];
  readonly sampleKinds: readonly string[];
  readonly fingerprints: string | undefined;
}): Evidence[] {
  const isAnswered = (kind: string) =>
    found.examinations.some((one) => one.kind === kind && (one.state === 'done' || one.state === 'not_possible'));
  const has: Record<Evidence, boolean> = {
    'external-examination': found.examinations.some((one) => one.kind === 'external' && one.state === 'done'),
    'dental-examination': isAnswered('dental'),
    fingerprints: found.fingerprints === 'taken' || found.fingerprints === 'unobtainable' || isAnswered('fingerprints'),
    'dna-sample': found.sampleKinds.some(mayHoldDna) || isAnswered('dna'),
  };
  return minimumEvidence.filter((evidence) => !has[evidence]);
}

/** Whether a sample of this kind, as the team names it, is one from which DNA is typed. Clothing and effects are not. */
export const mayHoldDna = (kind: string): boolean =>
  /dna|adn|blood|sang|sangre|bone|os\b|hueso|femur|petrous|tooth|teeth|dent|diente|molar|muscle|muscul|tissue|tissu|tejido|hair|nail|swab|cartilage|skin/i.test(
    kind.normalize('NFD').replace(/\p{M}/gu, ''),
  );
