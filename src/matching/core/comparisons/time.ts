import type { Comparison, Setting } from '../comparison';
import type { ContactFacet } from '../profile';
import type { DaySpan } from '../reading/days';
import { daysWithin } from '../reading/days';
import type { MatchingSettings } from '../settings';
import { type Measure, rememberedFor, weighMeasure } from './measure';

/** The days between which the person died; what else is known of them is no matter of time. */
type Death = DaySpan;
const CONTACT_POINTS = 5;
/** Reports' worth of belief that random contacts lie evenly over the years. */
const PRIOR_REPORTS = 30;

/** Chance that death comes within `gapDays` of the last contact. */
export function deathWithin(gapDays: number, { settings }: Pick<Setting, 'settings'>): number {
  if (gapDays <= 0) return 0;
  const { gapDays: parts, uniformShare, uniformDays } = settings.numbers.time;
  let chance = uniformShare * Math.min(1, gapDays / uniformDays);
  for (const { share, scale } of parts) chance += share * -Math.expm1(-gapDays / scale);
  return chance;
}

/** Days beyond which death has come as surely as it ever will. */
const LONGEST_GAP = 7000;
export const chanceByDay = rememberedFor((settings: MatchingSettings) =>
  Float64Array.from({ length: LONGEST_GAP + 1 }, (_, days) => deathWithin(days, { settings })),
);
export const chanceWithin = (chances: Float64Array, days: number): number =>
  days <= 0 ? 0 : (chances[days < LONGEST_GAP ? days : LONGEST_GAP] ?? 1);

/** Told: how many days stand for the span of the contact, and these. */
const DAYS = 0;
/** Found. */
const OTHER = 0;
const EARLIEST = 1;
const LATEST = 2;

const timeMeasure: Measure<ContactFacet, Death> = {
  told: {
    width: 1 + CONTACT_POINTS,
    write: () => (a, into, at) => {
      const days = daysWithin(a, CONTACT_POINTS);
      into[at + DAYS] = days.length;
      days.forEach((day, place) => (into[at + 1 + place] = Math.floor(day)));
    },
  },
  found: {
    width: 3,
    write: ({ settings, population }) => {
      const chances = chanceByDay(settings);
      const months = [...population.contactMonths.entries()];
      const known = new Map<number, number>();
      const densityOfOthers = (earliest: number, latest: number): number => {
        const width = latest - earliest + 1;
        let sum = PRIOR_REPORTS / (2 * settings.numbers.time.uniformDays);
        let count = PRIOR_REPORTS;
        for (const [month, reports] of months) {
          for (let day = month * 30 + 5; day < month * 30 + 30; day += 10)
            sum +=
              ((reports / 3) * (chanceWithin(chances, latest + 1 - day) - chanceWithin(chances, earliest - day))) /
              width;
          count += reports;
        }
        return sum / count;
      };
      return (p, into, at) => {
        const key = p.earliest * 65_536 + (p.latest - p.earliest);
        let other = known.get(key);
        if (other === undefined) known.set(key, (other = densityOfOthers(p.earliest, p.latest)));
        into[at + OTHER] = other;
        into[at + EARLIEST] = p.earliest;
        into[at + LATEST] = p.latest;
      };
    },
  },
  log10: ({ settings }) => {
    const { grossError, uniformDays } = settings.numbers.time;
    const chances = chanceByDay(settings);
    const within = chanceWithin;
    return (told, t, found, f) => {
      const earliest = found[f + EARLIEST] ?? 0;
      const latest = found[f + LATEST] ?? 0;
      const days = told[t + DAYS] ?? 1;
      let same = 0;
      for (let place = 1; place <= days; place++) {
        const day = told[t + place] ?? 0;
        same += within(chances, latest + 1 - day) - within(chances, earliest - day);
      }
      same /= days * (latest - earliest + 1);
      const other = found[f + OTHER] ?? 1;
      return Math.log10(((1 - grossError) * same + grossError * Math.min(other, 1 / uniformDays)) / other);
    };
  },
};

/**
 * Time from the last contact to death. Density per day: how likely death falls where the examiners put it, if the last contact was
 * then; against the same over the last contacts of all open reports. Days without an hour: both days count whole.
 */
export const time: Comparison<ContactFacet, Death> = {
  name: 'time',
  group: 'event',
  anteMortem: (am) => am.contact,
  postMortem: ({ death }) => (death === null ? null : { earliest: death.earliest, latest: death.latest }),
  measure: timeMeasure,
  against: (p, setting) =>
    weighMeasure(timeMeasure, p, setting, (a, same, other) =>
      a.earliest > p.latest ? 'contact after death' : same >= other ? 'fits' : 'far apart',
    ),
  showAnteMortem: (a) => `last contact ${showSpan(a)}`,
  showPostMortem: (p) => `death ${showSpan(p)}`,
  cap: 3,
};

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const showSpan = ({ earliest, latest }: DaySpan): string =>
  earliest === latest ? isoDay(earliest) : `${isoDay(earliest)} to ${isoDay(latest)}`;
