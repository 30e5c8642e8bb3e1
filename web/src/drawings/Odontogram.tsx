import { Button } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DentalCode, ToothState } from '../../../src/description';
import { Code } from '../shell/Text';
import { dentalCodes, dentalCodesWithWords } from '../words/lists';
import { toothRows } from './teeth';

interface Props {
  readonly teeth: readonly ToothState[];
  readonly onChange?: (teeth: readonly ToothState[]) => void;
  /** The other side's chart, overlaid; teeth that differ are marked with a sign as well as a line. */
  readonly beside?: readonly ToothState[];
}

const codesOf = (teeth: readonly ToothState[], tooth: number) =>
  teeth.filter((state) => state.tooth === tooth).map((state) => state.code);

/** Arrows walk the teeth in the order in which they stand. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const teeth = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = teeth[teeth.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function Odontogram({ teeth, onChange, beside }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<number | null>(null);
  const hasDeciduous = [...teeth, ...(beside ?? [])].some((state) => state.tooth > 50);
  const [withDeciduous, setWithDeciduous] = useState(hasDeciduous);

  const cell = (tooth: number) => {
    const codes = codesOf(teeth, tooth);
    const other = beside ? codesOf(beside, tooth) : codes;
    const differs = codes.length > 0 && other.length > 0 && codes.join() !== other.join();
    const said = codes.length > 0 ? codes.map((code) => wordOf(code)).join(', ') : t('teeth.silent');
    const label = `${t('teeth.tooth', { tooth })}: ${said}${differs ? `; ${t('teeth.differs')}` : ''}`;
    const shape = `tooth${codes.length > 0 ? ' told' : ''}${differs ? ' differs' : ''}`;
    const inside = (
      <>
        <span aria-hidden="true">{tooth}</span>
        <small aria-hidden="true">{differs ? `${codes.join(' ')}≠${other.join(' ')}` : codes.join(' ') || '·'}</small>
      </>
    );
    return onChange ? (
      <button
        key={tooth}
        type="button"
        className={shape}
        aria-label={label}
        aria-pressed={chosen === tooth}
        onClick={() => setChosen(tooth)}
      >
        {inside}
      </button>
    ) : (
      <span key={tooth} className={shape} role="img" aria-label={label}>
        {inside}
      </span>
    );
  };
  const wordOf = (code: string) => (dentalCodesWithWords.includes(code) ? t(`tooth.${code}`) : code.toUpperCase());

  return (
    <div>
      <div dir="ltr" className="odontogram" onKeyDown={walk} role="group" aria-label={t('teeth.chart')}>
        {toothRows
          .filter((row) => withDeciduous || row.set === 'permanent')
          .map((row) =>
            (['right', 'left'] as const).map((side) => (
              <div
                key={row.jaw + row.set + side}
                className={`quadrant ${side}`}
                role="group"
                aria-label={t(`teeth.${row.jaw}-${side}`)}
              >
                <bdi className="quadrant-name" aria-hidden="true">
                  {t(`teeth.${row.jaw}-${side}`)}
                </bdi>
                <div className="teeth">{row[side].map(cell)}</div>
              </div>
            )),
          )}
      </div>
      <p className="quiet small">{t('teeth.sides')}</p>
      {!hasDeciduous && onChange && (
        <button
          type="button"
          className="choice"
          aria-pressed={withDeciduous}
          onClick={() => setWithDeciduous(!withDeciduous)}
        >
          {t('teeth.deciduous')}
        </button>
      )}
      {onChange && chosen !== null && (
        <ToothEditor
          key={chosen}
          tooth={chosen}
          codes={codesOf(teeth, chosen)}
          wordOf={wordOf}
          onChange={(codes) =>
            onChange([
              ...teeth.filter((state) => state.tooth !== chosen),
              ...codes.map((code) => ({ tooth: chosen, code: code as DentalCode })),
            ])
          }
        />
      )}
      {teeth.length > 0 && (
        <ul className="small">
          {[...new Set(teeth.map((state) => state.tooth))]
            .sort((a, b) => a - b)
            .map((tooth) => (
              <li key={tooth}>
                <Code>{tooth}</Code> {codesOf(teeth, tooth).map(wordOf).join(', ')}
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}

function ToothEditor({
  tooth,
  codes,
  wordOf,
  onChange,
}: {
  tooth: number;
  codes: readonly string[];
  wordOf: (code: string) => string;
  onChange: (codes: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const toggle = (code: string) =>
    onChange(codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code]);
  return (
    <fieldset className="card">
      <legend>{t('teeth.tooth', { tooth })}</legend>
      <div className="choices">
        {[...new Set([...dentalCodesWithWords, ...codes])].map((code) => (
          <button
            key={code}
            type="button"
            className="choice"
            aria-pressed={codes.includes(code)}
            onClick={() => toggle(code)}
          >
            {wordOf(code)} {wordOf(code) !== code.toUpperCase() && <Code>{code}</Code>}
          </button>
        ))}
      </div>
      <div className="row" style={{ marginBlockStart: 12 }}>
        <label>
          <span className="small quiet">{t('teeth.other-code')}</span>
          <select
            className="language"
            style={{ display: 'block' }}
            value=""
            onChange={(event) => toggle(event.currentTarget.value)}
          >
            <option value="" />
            {dentalCodes.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        </label>
        <Button variant="default" onClick={() => onChange([])}>
          {t('teeth.clear')}
        </Button>
      </div>
    </fieldset>
  );
}
