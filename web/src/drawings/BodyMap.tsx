import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../src/description';
import { regions, type BodyRegion } from './body-regions';

interface Props {
  readonly marks: readonly Mark[];
  readonly onChoose?: (region: BodyRegion) => void;
}

const isOn = (mark: Mark, region: BodyRegion): boolean =>
  mark.site === region.site && (mark.side === undefined || mark.side === 'both' || mark.side === region.side);

/** Two figures, front and back; each region is a button with its name, so that it works by keyboard and by ear. */
export function BodyMap({ marks, onChoose }: Props) {
  const { t } = useTranslation();
  const nameOf = (region: BodyRegion) =>
    region.side === 'middle' ? t(`site.${region.site}`) : `${t(`site.${region.site}`)}, ${t(`side.${region.side}`)}`;
  return (
    <div dir="ltr" style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', maxInlineSize: 440 }}>
      {(['front', 'back'] as const).map((view) => (
        <figure key={view} style={{ margin: 0 }}>
          <svg className="drawing" viewBox="16 4 168 412" role="group" aria-label={t(`body.${view}`)}>
            {regions
              .filter((region) => region.view === view)
              .map((region) => {
                const count = marks.filter((mark) => isOn(mark, region)).length;
                const label = count > 0 ? t('body.region-with', { region: nameOf(region), count }) : nameOf(region);
                const shown = `region${count > 0 ? ' marked' : ''}`;
                if (!onChoose)
                  return (
                    <path key={region.id} d={region.path} className={shown} style={{ cursor: 'default' }}>
                      <title>{label}</title>
                    </path>
                  );
                return (
                  <path
                    key={region.id}
                    d={region.path}
                    className={shown}
                    role="button"
                    tabIndex={0}
                    aria-label={label}
                    onClick={() => onChoose(region)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return;
                      event.preventDefault();
                      onChoose(region);
                    }}
                  >
                    <title>{label}</title>
                  </path>
                );
              })}
          </svg>
          <figcaption className="quiet small" style={{ textAlign: 'center' }}>
            {t(`body.${view}`)}
            <br />
            <bdi>{t(view === 'front' ? 'body.sides-front' : 'body.sides-back')}</bdi>
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
