import { useQuery } from '@tanstack/react-query';
import { get, put } from './request';

export const lineKinds = [
  ...['dna', 'dental', 'fingerprint', 'pathology', 'anthropology', 'marks'],
  ...['visual', 'documents', 'effects', 'circumstances'],
] as const;
export const findings = ['agrees', 'discrepancy', 'no_information'] as const;
export const conclusions = ['same_person', 'not_same_person', 'inconclusive'] as const;

export interface Line {
  readonly id: string;
  readonly kind: string;
  readonly finding: string;
  readonly words: string;
  readonly discrepancyExplained?: string | null;
}
export interface Signature {
  readonly id: string;
  readonly by?: { readonly id?: string; readonly name: string; readonly organisation?: string } | null;
  readonly method: string;
  /** Hidden from the second signatory until the second conclusion is recorded. */
  readonly conclusion?: string | null;
  readonly statement?: string | null;
  readonly at?: string | null;
}
export interface Identification {
  readonly id: string;
  readonly proposalId: string;
  readonly state: string;
  readonly version: number;
  readonly case?: { readonly id: string; readonly reference: string; readonly name?: string | null } | null;
  readonly remains?: { readonly id: string; readonly reference: string } | null;
  readonly lines: readonly Line[];
  readonly signatures: readonly Signature[];
  /** What is still lacking before both sides may sign, as stable codes. */
  readonly lacking?: readonly string[];
  readonly authorityDecision?: {
    readonly authority: string;
    readonly reference: string;
    readonly decidedOn: string;
    readonly decision: string;
  } | null;
  readonly telling?: {
    readonly toldOn: string;
    readonly by: string;
    readonly how: string;
    readonly place?: string | null;
  } | null;
  readonly reversals?: readonly { readonly id: string; readonly reason: string; readonly at?: string }[];
  readonly next?: readonly string[];
}

export const useIdentification = (id: string) =>
  useQuery({ queryKey: ['/identifications', id], queryFn: () => get<Identification>(`/identifications/${id}`) });
const act = (id: string, rest: string, version: number, body: object) =>
  put<Identification>(`/identifications/${id}/${rest}`, body, version);
export const recordLine = (id: string, lid: string, version: number, body: Omit<Line, 'id'>) =>
  act(id, `lines/${lid}`, version, body);
export const sign = (
  id: string,
  sid: string,
  version: number,
  body: { method: string; qualificationId: string; conclusion: string; statement: string },
) => act(id, `signatures/${sid}`, version, body);
export const recordAuthorityDecision = (id: string, version: number, body: object) =>
  act(id, 'authority-decision', version, body);
export const recordTelling = (id: string, version: number, body: object) => act(id, 'telling', version, body);
export const reverseIdentification = (id: string, rid: string, version: number, reason: string) =>
  act(id, `reversal/${rid}`, version, { reason });
