import type { Comparison, Setting } from '../comparison';
import type { ContactFacet, PostMortemProfile } from '../profile';
import type { DaySpan } from '../reading/days';
import { daysWithin } from '../reading/days';

type Death = NonNullable<PostMortemProfile['death']>;
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

/**
 * Time from the last contact to death. Density per day: how likely death falls where the examiners put it, if the last contact was
 * then; against the same over the last contacts of all open reports. Days without an hour: both days count whole.
 */
export const time: Comparison<ContactFacet, Death> = {
  name: 'time',
  group: 'event',
  anteMortem: (am) => am.contact,
  postMortem: (pm) => pm.death,
  against: (p, setting) => {
    const { grossError, uniformDays } = setting.settings.numbers.time;
    const width = p.latest - p.earliest + 1;
    const density = (contact: number) =>
      (deathWithin(p.latest + 1 - contact, setting) - deathWithin(p.earliest - contact, setting)) / width;
    let sum = PRIOR_REPORTS / (2 * uniformDays);
    let count = PRIOR_REPORTS;
    for (const [month, reports] of setting.population.contactMonths.entries()) {
      for (const day of [5, 15, 25]) sum += (reports / 3) * density(month * 30 + day);
      count += reports;
    }
    const other = sum / count;
    return (a) => {
      const days = daysWithin(a, CONTACT_POINTS);
      let same = 0;
      for (const day of days) same += density(day) / days.length;
      const level = a.earliest > p.latest ? 'contact after death' : same >= other ? 'fits' : 'far apart';
      return { level, same: (1 - grossError) * same + grossError * Math.min(other, 1 / uniformDays), other };
    };
  },
  showAnteMortem: (a) => `last contact ${showSpan(a)}`,
  showPostMortem: (p) => `death ${showSpan(p)}`,
  cap: 3,
};

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const showSpan = ({ earliest, latest }: DaySpan): string =>
  earliest === latest ? isoDay(earliest) : `${isoDay(earliest)} to ${isoDay(latest)}`;
