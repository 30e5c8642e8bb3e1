/** One candidate of a search, as it was ranked, with the probability that was stated. */
export interface RankedCandidate {
  readonly remains: string;
  readonly report: string;
  /** 1 is best. */
  readonly rank: number;
  readonly posterior: number;
}
export interface TruePair {
  readonly remains: string;
  readonly report: string;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly candidates: number;
  readonly meanStated: number;
  /** Share of them that are true. */
  readonly observed: number;
}

export interface Evaluation {
  /** Remains that have a true report. */
  readonly remains: number;
  readonly recallAt: { readonly 1: number; readonly 10: number; readonly 50: number };
  readonly meanReciprocalRank: number;
  readonly candidates: number;
  readonly bins: readonly CalibrationBin[];
  /** Mean distance of stated from observed over the bins, by their candidates; over all candidates, and over those stated at 0.1 or more. */
  readonly expectedCalibrationError: number;
  readonly expectedCalibrationErrorFrom01: number;
  readonly candidatesFrom01: number;
  /** Mean of -ln of the probability stated for what is true of each candidate. */
  readonly logLoss: number;
}

const BINS = 10;
/** A candidate stated impossible that is true would cost infinitely much. */
const LEAST_STATED = 1e-9;

/**
 * Judges rankings by the truth. Remains whose true report is not listed count as missed; remains without a true report count in the
 * calibration alone. With several true reports of one person (two relatives), the best ranked counts.
 */
export function evaluate(ranked: Iterable<RankedCandidate>, truth: readonly TruePair[]): Evaluation {
  const isTrue = new Set(truth.map(({ remains, report }) => `${remains}\n${report}`));
  const bestRank = new Map(truth.map(({ remains }) => [remains, Number.POSITIVE_INFINITY]));
  const bins = Array.from({ length: BINS }, () => ({ candidates: 0, stated: 0, hits: 0 }));
  const high = Array.from({ length: BINS }, () => ({ candidates: 0, stated: 0, hits: 0 }));
  let candidates = 0;
  let loss = 0;
  for (const { remains, report, rank, posterior } of ranked) {
    const stated = Number.isFinite(posterior) ? Math.min(1, Math.max(0, posterior)) : 0;
    const hit = isTrue.has(`${remains}\n${report}`);
    if (hit && rank >= 1 && rank < (bestRank.get(remains) ?? Number.POSITIVE_INFINITY)) bestRank.set(remains, rank);
    for (const table of stated >= 0.1 ? [bins, high] : [bins]) {
      const bin = table[Math.min(BINS - 1, Math.floor(stated * BINS))];
      if (bin === undefined) continue;
      bin.candidates++;
      bin.stated += stated;
      if (hit) bin.hits++;
    }
    candidates++;
    loss -= Math.log(Math.max(LEAST_STATED, hit ? stated : 1 - stated));
  }
  const ranks = [...bestRank.values()];
  const share = (count: number): number => (ranks.length === 0 ? 0 : count / ranks.length);
  const recall = (k: number): number => share(ranks.filter((rank) => rank <= k).length);
  return {
    remains: ranks.length,
    recallAt: { 1: recall(1), 10: recall(10), 50: recall(50) },
    meanReciprocalRank: share(ranks.reduce((sum, rank) => sum + 1 / rank, 0)),
    candidates,
    bins: bins.map((bin, at) => ({
      from: at / BINS,
      to: (at + 1) / BINS,
      candidates: bin.candidates,
      meanStated: bin.candidates === 0 ? 0 : bin.stated / bin.candidates,
      observed: bin.candidates === 0 ? 0 : bin.hits / bin.candidates,
    })),
    expectedCalibrationError: calibrationError(bins),
    expectedCalibrationErrorFrom01: calibrationError(high),
    candidatesFrom01: high.reduce((sum, bin) => sum + bin.candidates, 0),
    logLoss: candidates === 0 ? 0 : loss / candidates,
  };
}

function calibrationError(
  bins: readonly { readonly candidates: number; readonly stated: number; readonly hits: number }[],
): number {
  const all = bins.reduce((sum, bin) => sum + bin.candidates, 0);
  return all === 0 ? 0 : bins.reduce((sum, bin) => sum + Math.abs(bin.stated - bin.hits), 0) / all;
}
