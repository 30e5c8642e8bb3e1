import { earliestAndLatest, type Sex } from '../../description';
import type { AnteMortem } from './ante-mortem';

/** The little of a report that lies in the clear, so that lists can be sorted and counted. */
export interface ClearColumns {
  readonly sex: Sex | null;
  readonly birthYearFrom: number | null;
  readonly birthYearTo: number | null;
}

const BAND_YEARS = 5;
const bandStart = (year: number): number => Math.floor(year / BAND_YEARS) * BAND_YEARS;
const bandEnd = (year: number): number => bandStart(year) + BAND_YEARS - 1;
const yearOf = (day: string | null | undefined): number | null => (day ? Number(day.slice(0, 4)) : null);

/** The band of years of birth, rounded outwards to five years: from the birth date, else from the age when last in contact. */
export function clearColumnsOf(am: AnteMortem): ClearColumns {
  const [from, to] = birthYears(am);
  return {
    sex: am.sex ?? null,
    birthYearFrom: from === null ? null : bandStart(from),
    birthYearTo: to === null ? null : bandEnd(to),
  };
}

function birthYears(am: AnteMortem): [number | null, number | null] {
  const born = am.birthDate === undefined ? null : earliestAndLatest(am.birthDate);
  if (born) return [yearOf(born.earliest), yearOf(born.latest)];
  const contact = am.lastContactOn === undefined ? null : earliestAndLatest(am.lastContactOn);
  if (!contact || !am.ageYears) return [null, null];
  const [first, last] = [yearOf(contact.earliest), yearOf(contact.latest)];
  const { from: youngest, to: oldest } = am.ageYears;
  return [
    // Somebody of 30 in March may have been born in the year 31 years before.
    first === null || oldest === null ? null : first - Math.floor(oldest) - 1,
    last === null || youngest === null ? null : last - Math.floor(youngest),
  ];
}
