import { useDirection } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Part } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { symmetricAxis } from './axis';

const ROW = 44;
const WIDTH = 560;
const HEAD = 26;

/** A bar for each comparison; four kinds of evidence told apart by shape and word. The table beside it is its text. */
export function EvidenceBars({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dir } = useDirection();
  const isRtl = dir === 'rtl';
  const axis = symmetricAxis(
    parts.map((part) => part.log10Lr ?? 0),
    WIDTH,
    isRtl,
  );
  const height = HEAD + parts.length * ROW + 8;
  const middle = axis.x(0);
  const start = isRtl ? WIDTH : 0;
  const end = WIDTH - start;
  return (
    <svg
      className="drawing evidence"
      direction={isRtl ? 'rtl' : 'ltr'}
      viewBox={`-4 0 ${WIDTH + 8} ${height}`}
      role="img"
      aria-label={t('evidence.bars-label')}
      style={{ maxInlineSize: 720 }}
    >
      <defs>
        <pattern id="hatched" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" fill="var(--paper)" />
          <rect width="4" height="8" fill="var(--attention)" />
        </pattern>
        <pattern id="dotted" width="7" height="7" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1.4" fill="var(--quiet)" />
        </pattern>
      </defs>
      <text x={start} y={16} fontSize="13" fill="var(--quiet)" textAnchor="start">
        {t('evidence.towards-different')}
      </text>
      <text x={end} y={16} fontSize="13" fill="var(--quiet)" textAnchor="end">
        {t('evidence.towards-same')}
      </text>
      {axis.ticks.map((tick) => (
        <line
          key={tick}
          x1={axis.x(tick)}
          x2={axis.x(tick)}
          y1={HEAD}
          y2={height - 8}
          stroke="var(--line)"
          strokeWidth={tick === 0 ? 2 : 1}
        />
      ))}
      {parts.map((part, index) => {
        const y = HEAD + index * ROW;
        const value = part.log10Lr ?? 0;
        const x = axis.x(value);
        const isBar = part.state === 'agrees' || part.state === 'disagrees';
        const label = `${t([`comparison.${part.comparison}`, 'comparison.other'])} · ${t(`part.${part.state}`)}${isBar ? ` ${format.signed(value)}` : ''}`;
        return (
          <g key={`${part.comparison}-${index}`}>
            <text x={start} y={y + 15} fontSize="14" fill="currentColor" textAnchor="start">
              {label}
            </text>
            {isBar ? (
              <rect
                x={Math.min(middle, x)}
                y={y + 21}
                width={Math.max(2, Math.abs(x - middle))}
                height={16}
                fill={part.state === 'agrees' ? 'var(--accent)' : 'url(#hatched)'}
                stroke={part.state === 'agrees' ? 'var(--accent)' : 'var(--attention)'}
              />
            ) : (
              <rect
                x={middle - 16}
                y={y + 21}
                width={32}
                height={16}
                fill={part.state === 'silent' ? 'none' : 'url(#dotted)'}
                stroke="var(--quiet)"
                strokeDasharray={part.state === 'silent' ? undefined : '2 3'}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

export function Legend() {
  const { t } = useTranslation();
  const swatch = (state: 'agrees' | 'disagrees' | 'silent' | 'not_examinable') => (
    <span className="row" style={{ gap: 6 }}>
      <span className={`swatch ${state}`} aria-hidden="true" />
      {t(`part.${state}`)}
    </span>
  );
  return (
    <p className="row small">
      {swatch('agrees')}
      {swatch('disagrees')}
      {swatch('silent')}
      {swatch('not_examinable')}
    </p>
  );
}
