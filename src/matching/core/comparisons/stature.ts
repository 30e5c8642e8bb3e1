import type { Comparison } from '../comparison';
import type { PostMortemProfile, StatureFacet } from '../profile';
import { normalDensity } from '../reading/ranges';
import { type Measure, weighMeasure } from './measure';

type Examination = Exclude<PostMortemProfile['stature'], null | 'not_examinable'>;

/** Of both sides; found, the first is the density for a random other. */
const OTHER = 0;
const MEAN = 1;
const VARIANCE = 2;

const statureMeasure: Measure<StatureFacet, Examination> = {
  told: {
    width: 3,
    write: () => (a, into, at) => {
      into[at + MEAN] = a.meanCm;
      into[at + VARIANCE] = a.sdCm ** 2;
    },
  },
  found: {
    width: 3,
    write: ({ settings }) => {
      const { male, female, any, childSpreadCm } = settings.numbers.stature;
      return (p, into, at) => {
        const people = { male, female, any, child: { meanCm: p.meanCm, sdCm: childSpreadCm } }[p.population];
        into[at + OTHER] = Math.max(1e-6, normalDensity(p.meanCm - people.meanCm, people.sdCm ** 2 + p.sdCm ** 2));
        into[at + MEAN] = p.meanCm;
        into[at + VARIANCE] = p.sdCm ** 2;
      };
    },
  },
  log10: ({ settings }) => {
    const { grossError } = settings.numbers.stature;
    return (told, t, found, f) => {
      const variance = (told[t + VARIANCE] ?? 1) + (found[f + VARIANCE] ?? 1);
      const same = normalDensity((told[t + MEAN] ?? 0) - (found[f + MEAN] ?? 0), variance);
      return Math.log10(((1 - grossError) * same) / (found[f + OTHER] ?? 1) + grossError);
    };
  },
};

/** Stature, centimetres, with the errors of memory and of measurement; a random other is of the sex that was found. */
export const stature: Comparison<StatureFacet, Examination> = {
  name: 'stature',
  group: 'body',
  anteMortem: (am) => am.stature,
  postMortem: (pm) => pm.stature,
  measure: statureMeasure,
  against: (p, setting) =>
    weighMeasure(statureMeasure, p, setting, (a) => {
      const apart = Math.abs(a.meanCm - p.meanCm) / Math.hypot(a.sdCm, p.sdCm);
      return apart < 1.65 ? 'within' : apart < 3 ? 'near' : 'apart';
    }),
  showAnteMortem: ({ meanCm, sdCm }) => `${meanCm} cm, give or take ${sdCm}`,
  showPostMortem: ({ meanCm, sdCm }) => `${meanCm} cm, standard error ${sdCm}`,
  cap: 1.5,
};
