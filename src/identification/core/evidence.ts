/**
 * What a line of evidence is about. The first three are primary identifiers; each of the next three counts as one
 * independent line; the last four support a presumption and never an identity, however many of them agree.
 */
export const primaryKinds = ['dna', 'dental', 'fingerprint'] as const;
export const secondaryKinds = ['pathology', 'anthropology', 'marks'] as const;
export const supportingKinds = ['visual', 'documents', 'effects', 'circumstances'] as const;
export const lineKinds = [...primaryKinds, ...secondaryKinds, ...supportingKinds] as const;
export type LineKind = (typeof lineKinds)[number];

export const findings = ['agrees', 'discrepancy', 'no_information'] as const;
export type Finding = (typeof findings)[number];

/** One line of evidence as the two sides reconciled it. */
export interface Line {
  readonly id: string;
  readonly kind: LineKind;
  readonly finding: Finding;
  /** The reconciliation in writing; empty while it is still to be written. */
  readonly words: string;
  /** Why a discrepancy does not speak against identity; null where it is not explained. */
  readonly discrepancyExplained: string | null;
  /** The line whose fact this one repeats, an operation scar and the operation in a file say: they count once. */
  readonly restsOn: string | null;
  /** Taken back; stays in the history and counts for nothing. */
  readonly isWithdrawn: boolean;
}

/** How far the agreeing lines carry: an identity by a primary identifier, by independent lines, or a presumption. */
export type Basis = 'primary' | 'secondary' | 'presumptive' | 'none';

export function basisOf(lines: readonly Line[]): Basis {
  const agreeing = standing(lines).filter(({ finding }) => finding === 'agrees');
  if (agreeing.some(({ kind }) => isPrimary(kind))) return 'primary';
  const secondary = agreeing.filter(({ kind }) => isSecondary(kind));
  const factOf = independentFacts(lines);
  const areIndependent = secondary.some((one) =>
    secondary.some((other) => one.kind !== other.kind && factOf(one.id) !== factOf(other.id)),
  );
  if (areIndependent) return 'secondary';
  return agreeing.length > 0 ? 'presumptive' : 'none';
}

/** The kinds of the lines an identity would rest on; the reader of a certificate is told these and no wording. */
export function kindsRelevantTo(basis: Basis, lines: readonly Line[]): LineKind[] {
  const counts = (kind: LineKind) =>
    basis === 'primary' ? isPrimary(kind) : basis === 'secondary' ? isSecondary(kind) : basis === 'presumptive';
  const kinds = standing(lines).filter(({ finding, kind }) => finding === 'agrees' && counts(kind));
  return lineKinds.filter((kind) => kinds.some((line) => line.kind === kind));
}

export const standing = (lines: readonly Line[]): Line[] => lines.filter(({ isWithdrawn }) => !isWithdrawn);

export const isPrimary = (kind: LineKind): boolean => (primaryKinds as readonly string[]).includes(kind);
export const isSecondary = (kind: LineKind): boolean => (secondaryKinds as readonly string[]).includes(kind);

export const isReconciled = (line: Line): boolean => line.words.trim() !== '';
export const isUnexplained = (line: Line): boolean =>
  line.finding === 'discrepancy' && (line.discrepancyExplained ?? '').trim() === '';

/** Which lines tell of one and the same fact. `restsOn` is followed both ways, through any line and any circle. */
function independentFacts(lines: readonly Line[]): (id: string) => string {
  const parent = new Map(lines.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    while ((parent.get(root) ?? root) !== root) root = parent.get(root)!;
    return root;
  };
  for (const { id, restsOn } of lines)
    if (restsOn !== null && parent.has(restsOn)) parent.set(rootOf(id), rootOf(restsOn));
  return rootOf;
}
