import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../src/description';
import { fields } from '../families/steps';
import { useValueWords } from '../words/useValueWords';
import { middleOf, placedMarks } from './body-marks';
import { regions } from './body-regions';

const marksField = fields.find(({ name }) => name === 'marks');

/** The marks of both sides on one figure: a ring for what the family told, a square for what the remains show. */
export function BodyOverlay({ told, found }: { told: readonly Mark[]; found: readonly Mark[] }) {
  const { t } = useTranslation();
  const say = useValueWords();
  const placed = [
    ...placedMarks(told).map((one) => ({ ...one, side: 'told' as const })),
    ...placedMarks(found).map((one) => ({ ...one, side: 'found' as const })),
  ];
  const list = (marks: readonly Mark[]) => (
    <ul>
      {marks.map((mark, index) => (
        <li key={index}>{marksField ? say(marksField, [mark]) : mark.type}</li>
      ))}
    </ul>
  );
  return (
    <figure style={{ margin: 0 }}>
      <div dir="ltr" className="two-bodies" role="img" aria-label={t('body.overlay')}>
        {(['front', 'back'] as const).map((view) => (
          <div key={view} aria-hidden="true">
            <svg className="drawing" viewBox="16 4 168 412">
              {regions
                .filter((region) => region.view === view)
                .map((region) => (
                  <path key={region.id} d={region.path} className="region" style={{ cursor: 'default' }} />
                ))}
              {placed
                .filter(({ region }) => region.view === view)
                .map(({ region, side, nth }, index) => {
                  const [x, y] = middleOf(region);
                  const down = y + nth * 9;
                  return side === 'told' ? (
                    <circle key={index} className="body-mark told" cx={x - 4} cy={down} r={6} />
                  ) : (
                    <rect key={index} className="body-mark found" x={x + 1} y={down - 3} width={6.5} height={6.5} />
                  );
                })}
            </svg>
            <p className="quiet small" style={{ textAlign: 'center' }}>
              {t(`body.${view}`)}
              <br />
              <bdi>{t(view === 'front' ? 'body.sides-front' : 'body.sides-back')}</bdi>
            </p>
          </div>
        ))}
      </div>
      <figcaption className="quiet small">{t('body.overlay-legend')}</figcaption>
      <div className="columns">
        <div>
          <h3>{t('proposal.family-says')}</h3>
          {told.length > 0 ? list(told) : <p className="quiet">{t('word.nothing')}</p>}
        </div>
        <div>
          <h3>{t('proposal.remains-show')}</h3>
          {found.length > 0 ? list(found) : <p className="quiet">{t('word.nothing')}</p>}
        </div>
      </div>
    </figure>
  );
}
