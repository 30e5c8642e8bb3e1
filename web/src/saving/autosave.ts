/** Where an entry stands between the fingers and the server. Pure: time, network and timers are the caller's. */
export interface Saving {
  /** The version that the next change is made upon; null before the record exists. */
  readonly version: number | null;
  readonly phase: 'still' | 'saving' | 'line-down' | 'stale' | 'refused';
  /** Counts changes typed, so that one typed while a save was under way is not taken for saved. */
  readonly typed: number;
  readonly saved: number;
  readonly sending: number | null;
  readonly savedAt: string | null;
  /** The record as it stands on the server, when somebody else changed it meanwhile. */
  readonly current?: unknown;
  readonly fault?: unknown;
}
export type Happened =
  | { readonly is: 'typed' }
  | { readonly is: 'sent' }
  | { readonly is: 'kept'; readonly version: number; readonly at: string }
  | { readonly is: 'line-down' }
  | { readonly is: 'stale'; readonly current: unknown }
  | { readonly is: 'refused'; readonly fault: unknown }
  /** The reader saw both versions and chose to go on from the server's number with what stands in the form. */
  | { readonly is: 'go-on-from'; readonly version: number };

export const untouched = (version: number | null, savedAt: string | null = null): Saving => ({
  version,
  phase: 'still',
  typed: 0,
  saved: 0,
  sending: null,
  savedAt,
});

export const isUnsaved = (saving: Saving): boolean => saving.typed > saving.saved;
/** Nothing is sent while a save is under way, nor past a disagreement that a person has to see. */
export const maySend = (saving: Saving): boolean =>
  isUnsaved(saving) && saving.sending === null && saving.phase !== 'stale';

export function after(saving: Saving, happened: Happened): Saving {
  switch (happened.is) {
    case 'typed':
      return { ...saving, typed: saving.typed + 1, phase: saving.phase === 'refused' ? 'still' : saving.phase };
    case 'sent':
      return { ...saving, phase: 'saving', sending: saving.typed, fault: undefined };
    case 'kept':
      return {
        ...saving,
        phase: 'still',
        version: happened.version,
        saved: saving.sending ?? saving.saved,
        sending: null,
        savedAt: happened.at,
      };
    case 'line-down':
      return { ...saving, phase: 'line-down', sending: null };
    case 'stale':
      return { ...saving, phase: 'stale', sending: null, current: happened.current };
    case 'refused':
      return { ...saving, phase: 'refused', sending: null, fault: happened.fault };
    case 'go-on-from':
      return { ...saving, phase: 'still', version: happened.version, current: undefined, typed: saving.typed + 1 };
  }
}
