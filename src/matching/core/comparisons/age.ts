import type { Comparison } from '../comparison';
import type { AnteMortemProfile, PostMortemProfile } from '../profile';
import { MAX_AGE } from '../population';
import { DAYS_PER_YEAR } from '../reading/days';
import { normalDensity } from '../reading/ranges';
import { type Measure, weighMeasure } from './measure';

type Birth = NonNullable<AnteMortemProfile['birth']>;
type Examination = NonNullable<PostMortemProfile['age']>;

/** Told: the day of birth, and the square of its error in years. */
const BORN = 0;
const BORN_VARIANCE = 1;
/** Found. */
const OTHER = 0;
const MEAN = 1;
const VARIANCE = 2;
const DEATH_DAY = 3;

export const ageMeasure: Measure<Birth, Examination> = {
  told: {
    width: 2,
    write: () => (a, into, at) => {
      into[at + BORN] = a.day;
      into[at + BORN_VARIANCE] = a.sdYears ** 2;
    },
  },
  found: {
    width: 4,
    write: ({ population }) => {
      const known = new Map<string, number>();
      const shares = Array.from({ length: MAX_AGE + 1 }, (_, years) => population.ages.share(years));
      const densityOfOthers = ({ meanYears, sdYears }: Examination): number => {
        let other = 0;
        for (let years = 0; years <= MAX_AGE; years++)
          other += (shares[years] ?? 0) * normalDensity(years + 0.5 - meanYears, sdYears ** 2 + 1 / 12);
        // An estimate that no report of this desk could have: keep the density from vanishing.
        return Math.max(other, 1e-6);
      };
      return (p, into, at) => {
        const key = `${p.meanYears} ${p.sdYears}`;
        let other = known.get(key);
        if (other === undefined) known.set(key, (other = densityOfOthers(p)));
        into[at + OTHER] = other;
        into[at + MEAN] = p.meanYears;
        into[at + VARIANCE] = p.sdYears ** 2;
        into[at + DEATH_DAY] = p.deathDay;
      };
    },
  },
  log10: ({ settings }) => {
    const { grossError } = settings.numbers.age;
    return (told, t, found, f) => {
      const ageAtDeath = ((found[f + DEATH_DAY] ?? 0) - (told[t + BORN] ?? 0)) / DAYS_PER_YEAR;
      const variance = (told[t + BORN_VARIANCE] ?? 1) + (found[f + VARIANCE] ?? 1);
      const same = normalDensity(ageAtDeath - (found[f + MEAN] ?? 0), variance);
      return Math.log10(((1 - grossError) * same) / (found[f + OTHER] ?? 1) + grossError);
    };
  },
};

/**
 * Age at death, years. What the family knows (born about then) is moved to the day of death; both sides are distributions and are
 * integrated over the true age. A random other is of the ages of this desk's reports. A gross error on either side is always possible.
 */
export const age: Comparison<Birth, Examination> = {
  name: 'age',
  group: 'person',
  anteMortem: (am) => am.birth,
  postMortem: (pm) => pm.age,
  measure: ageMeasure,
  against: (p, setting) =>
    weighMeasure(ageMeasure, p, setting, (a) => {
      const apart = Math.abs((p.deathDay - a.day) / DAYS_PER_YEAR - p.meanYears) / Math.hypot(a.sdYears, p.sdYears);
      return apart < 1.65 ? 'within' : apart < 3 ? 'near' : 'apart';
    }),
  showAnteMortem: ({ day, sdYears }) =>
    `born about ${new Date(day * 86_400_000).getUTCFullYear()}, give or take ${sdYears} years`,
  showPostMortem: ({ meanYears, sdYears }) => `${meanYears} years at death, standard error ${sdYears}`,
  cap: 2.5,
};
