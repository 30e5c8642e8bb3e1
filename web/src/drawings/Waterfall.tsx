import { useDirection } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import type { WaterfallStep } from '../proposals/waterfall';

const ROW = 42;
const WIDTH = 560;

/** The sum, step by step, from what was thought before the evidence to what is thought after it. */
export function Waterfall({ steps }: { steps: readonly WaterfallStep[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dir } = useDirection();
  const isRtl = dir === 'rtl';
  const ends = steps.flatMap((step) => [step.from, step.to]);
  const least = Math.min(...ends, 0) - 0.2;
  const most = Math.max(...ends, 0) + 0.2;
  const x = (value: number) => {
    const along = ((value - least) * WIDTH) / (most - least);
    return isRtl ? WIDTH - along : along;
  };
  const start = isRtl ? WIDTH : 0;
  const height = steps.length * ROW + 8;
  const nameOf = (step: WaterfallStep) =>
    step.kind === 'comparison' ? t([`comparison.${step.comparison}`, 'comparison.other']) : t(`waterfall.${step.kind}`);
  return (
    <svg
      className="drawing"
      direction={isRtl ? 'rtl' : 'ltr'}
      viewBox={`-4 0 ${WIDTH + 8} ${height}`}
      role="img"
      aria-label={t('waterfall.label')}
      style={{ maxInlineSize: 720 }}
    >
      <line x1={x(0)} x2={x(0)} y1={0} y2={height} stroke="var(--line)" strokeWidth={2} />
      {steps.map((step, index) => {
        const y = index * ROW;
        const isEnd = step.kind === 'prior' || step.kind === 'posterior';
        const shown = isEnd ? step.to : step.to - step.from;
        const isUp = step.to >= step.from;
        return (
          <g key={index}>
            <text
              x={start}
              y={y + 15}
              fontSize="14"
              fill="currentColor"
              textAnchor="start"
              fontWeight={isEnd ? 600 : 400}
            >
              {nameOf(step)} {format.signed(shown)}
            </text>
            <rect
              x={Math.min(x(step.from), x(step.to))}
              y={y + 21}
              width={Math.max(2, Math.abs(x(step.to) - x(step.from)))}
              height={14}
              fill={isEnd ? 'var(--quiet)' : isUp ? 'var(--accent)' : 'url(#hatched)'}
              stroke={isEnd || isUp ? 'none' : 'var(--attention)'}
            />
            {index < steps.length - 2 && (
              <line
                x1={x(step.to)}
                x2={x(step.to)}
                y1={y + 35}
                y2={y + ROW + 21}
                stroke="var(--quiet)"
                strokeDasharray="2 3"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
