import { useCallback, useEffect, useReducer, useRef } from 'react';
import { useBlocker } from '@tanstack/react-router';
import { LineDown, Refused } from '../api/request';
import { after, isUnsaved, maySend, untouched, type Saving } from './autosave';

const PAUSE_MS = 900;
const RETRY_MS = 5000;

/**
 * Saves what was typed after a pause, one request at a time. While the line is down everything stays in memory and is
 * sent again; leaving the page meanwhile is warned of.
 */
export function useAutosave(
  start: { version: number | null; savedAt: string | null },
  save: (version: number | null) => Promise<{ version: number }>,
  /** What is said before leaving with entries that could not be sent. */
  warning: string,
) {
  const [saving, tell] = useReducer(after, untouched(start.version, start.savedAt));
  const send = useRef(save);
  send.current = save;

  const attempt = useCallback(async (now: Saving): Promise<boolean> => {
    tell({ is: 'sent' });
    try {
      const kept = await send.current(now.version);
      tell({ is: 'kept', version: kept.version, at: new Date().toISOString() });
      return true;
    } catch (fault) {
      if (fault instanceof LineDown) tell({ is: 'line-down' });
      else if (fault instanceof Refused && (fault.problem.status === 412 || fault.problem.status === 428))
        tell({ is: 'stale', current: fault.problem.current });
      else if (fault instanceof Refused && fault.problem.status >= 500) tell({ is: 'line-down' });
      else tell({ is: 'refused', fault });
      return false;
    }
  }, []);

  useEffect(() => {
    if (!maySend(saving) || saving.phase === 'refused') return;
    const timer = setTimeout(() => void attempt(saving), saving.phase === 'line-down' ? RETRY_MS : PAUSE_MS);
    const now = () => void attempt(saving);
    window.addEventListener('online', now);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', now);
    };
  }, [attempt, saving]);

  const unsaved = isUnsaved(saving);
  const latest = useRef(saving);
  latest.current = saving;
  useBlocker({
    disabled: !unsaved,
    enableBeforeUnload: unsaved,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      // Leaving sends what is there; only what could not be sent is asked about.
      const kept = maySend(latest.current) && (await attempt(latest.current));
      return !kept && !window.confirm(warning);
    },
  });

  /** Sends at once what is not yet sent: before a step that leaves the page. */
  const flush = useCallback(async () => {
    if (maySend(saving)) await attempt(saving);
  }, [attempt, saving]);
  return { saving, tell, typed: useCallback(() => tell({ is: 'typed' }), []), flush };
}
