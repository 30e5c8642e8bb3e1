import { useTranslation } from 'react-i18next';
import type { Part } from '../api/proposals';

/** How one comparison came out: a shape, a word, and the level it reached. */
export function Outcome({ part }: { part: Part }) {
  const { t } = useTranslation();
  const counted = /^(\d+) in common$/.exec(part.level ?? '');
  return (
    <>
      <span className={`swatch ${part.state}`} aria-hidden="true" /> {t(`part.${part.state}`)}
      {part.level && (
        <span className="quiet small">
          {' '}
          (
          {counted
            ? t('level.in-common-of', { count: Number(counted[1]) })
            : t([`level.${part.level}`, 'level.other'], { level: part.level })}
          )
        </span>
      )}
    </>
  );
}
