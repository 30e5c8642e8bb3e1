import { useTranslation } from 'react-i18next';
import type { ToothState } from '../../../src/description';
import { Code } from '../shell/Text';
import { dentalCodesWithWords } from '../words/lists';
import { comparedTeeth } from './compared-teeth';
import { toothRows } from './teeth';

interface Props {
  readonly told: readonly ToothState[];
  readonly found: readonly ToothState[];
}

/** Both charts in one drawing: the family's code above, the remains' below, and between them whether they agree. */
export function DentalOverlay({ told, found }: Props) {
  const { t } = useTranslation();
  const teeth = comparedTeeth(told, found);
  const wordOf = (code: string) => (dentalCodesWithWords.includes(code) ? t(`tooth.${code}`) : code.toUpperCase());
  const said = (codes: readonly string[]) => (codes.length > 0 ? codes.map(wordOf).join(', ') : t('teeth.silent'));
  const signs = { same: '=', differs: '≠', one: '·', none: '' };
  const cell = (tooth: number) => {
    const one = teeth.get(tooth);
    const outcome = one?.outcome ?? 'none';
    return (
      <span key={tooth} className={`tooth overlaid ${outcome}`}>
        <small>{one?.told.join(' ')}</small>
        <span>{tooth}</span>
        <span className="sign">{signs[outcome]}</span>
        <small>{one?.found.join(' ')}</small>
      </span>
    );
  };
  const hasDeciduous = [...teeth.keys()].some((tooth) => tooth > 50);
  const listed = [...teeth].filter(([, { outcome }]) => outcome !== 'none').sort(([a], [b]) => a - b);
  return (
    <figure style={{ margin: 0 }}>
      <div dir="ltr" className="odontogram" role="img" aria-label={t('teeth.overlay')}>
        {toothRows
          .filter((row) => hasDeciduous || row.set === 'permanent')
          .map((row) =>
            (['right', 'left'] as const).map((side) => (
              <div key={row.jaw + row.set + side} className={`quadrant ${side}`} aria-hidden="true">
                <bdi className="quadrant-name">{t(`teeth.${row.jaw}-${side}`)}</bdi>
                <div className="teeth">{row[side].map(cell)}</div>
              </div>
            )),
          )}
      </div>
      <figcaption className="quiet small">
        {t('teeth.overlay-legend')} {t('teeth.sides')}
      </figcaption>
      <details className="twin">
        <summary>{t('drawing.as-text')}</summary>
        <ul>
          {listed.map(([tooth, one]) => (
            <li key={tooth}>
              <Code>{tooth}</Code> {t(`teeth.outcome-${one.outcome}`)}: {t('proposal.family-says')} {said(one.told)};{' '}
              {t('proposal.remains-show')} {said(one.found)}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
