import type { Evidence } from '../api/proposals';
import { waterfallOf } from './waterfall';

const part = (comparison: string, log10Lr: number, state: 'agrees' | 'disagrees' | 'silent' = 'agrees') => ({
  comparison,
  ...{ state, log10Lr, group: comparison, level: null, source: 's' },
  ...{ likelihoodIfSame: null, likelihoodIfOther: null },
});
const evidence = (over: Partial<Evidence>): Evidence => ({
  log10Lr: 3,
  posterior: 0.5,
  prior: { persons: 500.5, reported: 0.5, source: 's' },
  ...{ expectedRandom: 0.1, groups: [], settingsId: 'x', computedAt: '2026-11-22T08:00:00Z' },
  grade: 'moderate',
  parts: [part('sex', 0.3), part('marks', 3.2), part('age', -0.5, 'disagrees'), part('hair', 0, 'silent')],
  ...over,
});

describe('the waterfall', () => {
  it('goes from prior odds by each comparison to posterior odds: half a chance among 500.5 persons, 1 in 1001, and log10 LR 3 make even odds', () => {
    const steps = waterfallOf(evidence({}));
    expect(steps.map((step) => step.kind)).toEqual(['prior', 'comparison', 'comparison', 'comparison', 'posterior']);
    expect(steps[0]?.to).toBeCloseTo(-3, 10);
    expect(steps.at(-1)?.to).toBeCloseTo(0, 10);
  });
  it('is without a gap: each step begins where the last ended', () => {
    const steps = waterfallOf(evidence({ log10Lr: 2.4, posterior: 0.1 })).slice(0, -1);
    for (let at = 1; at < steps.length; at++) expect(steps[at]?.from).toBeCloseTo(steps[at - 1]?.to ?? NaN, 10);
  });
  it('shows what dependence takes off, and what other persons take', () => {
    const kinds = waterfallOf(evidence({ log10Lr: 2.4, posterior: 0.1 })).map((step) => step.kind);
    expect(kinds).toContain('dependence');
    expect(kinds).toContain('others');
  });
  it('does not draw what is silent', () =>
    expect(waterfallOf(evidence({})).some((step) => step.comparison === 'hair')).toBe(false));
  it('stays finite at certainty', () =>
    expect(waterfallOf(evidence({ posterior: 1 })).every((step) => Number.isFinite(step.to))).toBe(true));
});
