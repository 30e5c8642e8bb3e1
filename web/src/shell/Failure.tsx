import { useTranslation } from 'react-i18next';
import { LineDown, Refused } from '../api/request';
import { Code } from './Text';

/** The key of the sentence for a fault: the code itself, then its last word, then the status. */
export function sentenceKeys(fault: unknown): readonly string[] {
  if (fault instanceof LineDown) return ['error.line-down'];
  if (!(fault instanceof Refused)) return ['error.unforeseen'];
  const { code, status } = fault.problem;
  return [`error.${code}`, `error.http.${status}`, status >= 500 ? 'error.server' : 'error.refused'];
}

/** What happened, what was kept, what to do next: in one translated sentence. */
export function Failure({ fault, act }: { fault: unknown; act?: () => void }) {
  const { t } = useTranslation();
  if (!fault) return null;
  // Several rules may stand against one act; those that have a sentence of their own are listed.
  const codes = fault instanceof Refused ? (fault.problem.errors ?? []).map(({ code }) => code) : [];
  const reasons = [...new Set(codes)].map((code) => t(`error.${code}`, { defaultValue: '' })).filter(Boolean);
  const isSignedOut =
    fault instanceof Refused && fault.problem.status === 401 && fault.problem.code !== 'access.sign-in-failed';
  const requestId = fault instanceof Refused ? fault.problem.requestId : undefined;
  return (
    <div role="alert" className="notice failed">
      <p>{t([...sentenceKeys(fault)])}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {isSignedOut && (
        <p>
          {/* In another window, so that what was typed here stays. */}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t('sign-in.title')}
          </a>
        </p>
      )}
      {requestId && (
        <p className="small quiet">
          {t('error.request')} <Code>{requestId}</Code>
        </p>
      )}
      {act && (
        <button type="button" className="choice" onClick={act}>
          {t('act.try-again')}
        </button>
      )}
    </div>
  );
}
