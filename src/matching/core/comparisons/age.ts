import type { Comparison } from '../comparison';
import type { AnteMortemProfile, PostMortemProfile } from '../profile';
import { MAX_AGE } from '../population';
import { DAYS_PER_YEAR } from '../reading/days';
import { normalDensity } from '../reading/ranges';

type Birth = NonNullable<AnteMortemProfile['birth']>;
type Examination = NonNullable<PostMortemProfile['age']>;

/**
 * Age at death, years. What the family knows (born about then) is moved to the day of death; both sides are distributions and are
 * integrated over the true age. A random other is of the ages of this desk's reports. A gross error on either side is always possible.
 */
export const age: Comparison<Birth, Examination> = {
  name: 'age',
  group: 'person',
  anteMortem: (am) => am.birth,
  postMortem: (pm) => pm.age,
  against: (p, { settings, population }) => {
    const { grossError } = settings.numbers.age;
    let other = 0;
    for (let years = 0; years <= MAX_AGE; years++)
      other += population.ages.share(years) * normalDensity(years + 0.5 - p.meanYears, p.sdYears ** 2 + 1 / 12);
    // An estimate that no report of this desk could have: keep the density from vanishing.
    other = Math.max(other, 1e-6);
    return (a) => {
      const ageAtDeath = (p.deathDay - a.day) / DAYS_PER_YEAR;
      const same = normalDensity(ageAtDeath - p.meanYears, a.sdYears ** 2 + p.sdYears ** 2);
      const apart = Math.abs(ageAtDeath - p.meanYears) / Math.hypot(a.sdYears, p.sdYears);
      return {
        level: apart < 1.65 ? 'within' : apart < 3 ? 'near' : 'apart',
        same: (1 - grossError) * same + grossError * other,
        other,
      };
    };
  },
  showAnteMortem: ({ day, sdYears }) =>
    `born about ${new Date(day * 86_400_000).getUTCFullYear()}, give or take ${sdYears} years`,
  showPostMortem: ({ meanYears, sdYears }) => `${meanYears} years at death, standard error ${sdYears}`,
  cap: 2.5,
};
