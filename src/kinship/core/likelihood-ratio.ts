import type { WorkLimit } from './elimination';
import { genotypesOf, likelihood, populationProbability } from './likelihood';
import type { Marker } from './marker';
import { allelesSeen, possibleGenotypes } from './observation';
import type { Observation } from './observation';
import type { Pedigree } from './pedigree';
import { ln, plain, ratio, type Scaled, scaled, times } from './scaled-number';

/** A family, the remains, and the claim that the remains are its missing person. */
export interface KinshipQuestion {
  readonly pedigree: Pedigree;
  /** Person of the pedigree who is missed. */
  readonly missing: number;
  readonly theta: number;
  readonly markers: readonly {
    readonly marker: Marker;
    /** For each person; with a direct reference sample the missing one is typed too. */
    readonly observed: readonly (readonly Observation[])[];
    readonly remains: Observation | null;
  }[];
}

export interface MarkerRatio {
  readonly marker: string;
  /** P(family and remains | the remains are the missing person). */
  readonly likH1: number;
  /** P(family and remains | the remains are of somebody unrelated). */
  readonly likH2: number;
  /** null where both are 0: the family contradicts itself, and no ratio exists. */
  readonly LR: number | null;
}

export interface KinshipRatio {
  readonly perMarker: readonly MarkerRatio[];
  readonly total: {
    /** null is minus infinity (LR 0), or, where LR is null too, not defined. */
    readonly log10LR: number | null;
    readonly LR: number | null;
    readonly lnLikH1: number | null;
    readonly lnLikH2: number | null;
  };
}

/**
 * Likelihood ratio that remains are the missing person of a family, against a stranger to it.
 * Markers are taken as independent: linked ones (vWA and D12S391, say) overstate a little for distant relatives.
 */
export function kinshipRatio(question: KinshipQuestion, limit?: WorkLimit): KinshipRatio {
  const results = question.markers.map(({ marker, observed, remains }) => {
    const { h1, h2 } = hypotheses({ ...question, marker, observed, remains }, limit);
    return { marker: marker.name, h1, h2, lr: ratio(h1, h2) };
  });
  const total = results.reduce((product, { lr }) => times(product, lr), { mantissa: 1, exponent: 0 });
  const defined = Number.isFinite(total.mantissa);
  const sum = (values: readonly number[]) => finite(values.reduce((all, value) => all + value, 0));
  return {
    perMarker: results.map(({ marker, h1, h2, lr }) => ({
      marker,
      likH1: plain(h1),
      likH2: plain(h2),
      LR: finite(plain(lr)),
    })),
    total: {
      log10LR: defined ? sum(results.map(({ lr }) => ln(lr) / Math.LN10)) : null,
      LR: finite(plain(total)),
      lnLikH1: sum(results.map(({ h1 }) => ln(h1))),
      lnLikH2: sum(results.map(({ h2 }) => ln(h2))),
    },
  };
}

interface MarkerQuestion {
  readonly pedigree: Pedigree;
  readonly missing: number;
  readonly theta: number;
  readonly marker: Marker;
  readonly observed: readonly (readonly Observation[])[];
  readonly remains: Observation | null;
}

/** Both likelihoods at one marker. */
export function hypotheses(question: MarkerQuestion, limit?: WorkLimit): { h1: Scaled; h2: Scaled } {
  const { pedigree, missing, theta, marker, observed, remains } = question;
  if (!remains) {
    const family = likelihood({ pedigree, marker, observed, theta }, limit);
    return { h1: family, h2: family };
  }
  if (theta === 0) {
    const both = bothFromOneElimination(question, remains, limit);
    if (both) return both;
  }
  const same = observed.map((seen, person) => (person === missing ? [...seen, remains] : seen));
  const h1 = likelihood({ pedigree, marker, observed: same, theta }, limit);
  if (theta === 0) {
    const family = likelihood({ pedigree, marker, observed, theta }, limit);
    return { h1, h2: apart(family, remains, marker) };
  }
  // With theta a stranger is one more founder of the same subpopulation, so the likelihood does not factorise.
  const withRemains = [...observed, [remains]];
  return { h1, h2: likelihood({ pedigree: withStranger(pedigree), marker, observed: withRemains, theta }, limit) };
}

function apart(family: Scaled, remains: Observation, marker: Marker): Scaled {
  return times(family, { mantissa: populationProbability([remains], marker), exponent: 0 });
}

/** Ladders up to which one table over the missing person's genotypes is cheaper than two eliminations. */
const LADDER_FOR_ONE_TABLE = 6;

/** P(family, missing person's genotype) holds both hypotheses: one cell of it, and the sum of all. */
function bothFromOneElimination(
  { pedigree, missing, marker, observed }: MarkerQuestion,
  remains: Observation,
  limit?: WorkLimit,
): { h1: Scaled; h2: Scaled } | null {
  if (observed[missing]!.length > 0) return null;
  const kept = remains.second < 0 ? [remains.first] : [remains.first, remains.second];
  const ladder = marker.reducedTo(allelesSeen(observed, kept));
  if (ladder.size > LADDER_FOR_ONE_TABLE) return null;
  const joint = genotypesOf({ pedigree, marker, observed, theta: 0, asked: missing, kept }, limit);
  let h1 = 0;
  for (const { first, second, probability } of possibleGenotypes([remains], ladder)) {
    h1 += probability * joint.table[(second * (second + 1)) / 2 + first]!;
  }
  const family = scaled(
    joint.table.reduce((sum, p) => sum + p, 0),
    joint.exponent,
  );
  return { h1: scaled(h1, joint.exponent), h2: apart(family, remains, marker) };
}

const strangers = new WeakMap<Pedigree, Pedigree>();

/** The pedigree with one more founder, unrelated to all, as the last person. */
export function withStranger(pedigree: Pedigree): Pedigree {
  let extended = strangers.get(pedigree);
  if (!extended) {
    const stranger = pedigree.ids.length;
    extended = {
      ids: [...pedigree.ids, 'unrelated person'],
      sexes: [...pedigree.sexes, 'unknown'],
      father: Int32Array.of(...pedigree.father, -1),
      mother: Int32Array.of(...pedigree.mother, -1),
      children: [...pedigree.children, []],
      parentsFirst: [...pedigree.parentsFirst, stranger],
      indexOf: pedigree.indexOf,
    };
    strangers.set(pedigree, extended);
  }
  return extended;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
