import type { Comparison } from '../comparison';
import type { PostMortemProfile, StatureFacet } from '../profile';
import { normalDensity } from '../reading/ranges';

type Examination = Exclude<PostMortemProfile['stature'], null | 'not_examinable'>;

/** Stature, centimetres, with the errors of memory and of measurement; a random other is of the sex that was found. */
export const stature: Comparison<StatureFacet, Examination> = {
  name: 'stature',
  group: 'body',
  anteMortem: (am) => am.stature,
  postMortem: (pm) => pm.stature,
  against: (p, { settings }) => {
    const { grossError, male, female, any, childSpreadCm } = settings.numbers.stature;
    const people = { male, female, any, child: { meanCm: p.meanCm, sdCm: childSpreadCm } }[p.population];
    const other = normalDensity(p.meanCm - people.meanCm, people.sdCm ** 2 + p.sdCm ** 2);
    return (a) => {
      const same = normalDensity(a.meanCm - p.meanCm, a.sdCm ** 2 + p.sdCm ** 2);
      const apart = Math.abs(a.meanCm - p.meanCm) / Math.hypot(a.sdCm, p.sdCm);
      return {
        level: apart < 1.65 ? 'within' : apart < 3 ? 'near' : 'apart',
        same: (1 - grossError) * same + grossError * other,
        other,
      };
    };
  },
  showAnteMortem: ({ meanCm, sdCm }) => `${meanCm} cm, give or take ${sdCm}`,
  showPostMortem: ({ meanCm, sdCm }) => `${meanCm} cm, standard error ${sdCm}`,
  cap: 1.5,
};
