import type { Comparison, Setting, Weight } from '../comparison';
import { isOneSlipApart } from '../reading/identifiers';

/**
 * Numbers found with the remains against those of the person and of the relatives. A number that many reports hold, a smuggler's or a
 * reception centre's, says little; a number that only this report holds says as much as a document.
 */
export const phones: Comparison<readonly string[], readonly string[]> = {
  name: 'phones',
  group: 'object',
  anteMortem: (am) => am.phones,
  postMortem: (pm) => pm.phones,
  against: (p, setting) => (a) => bestPhone(a, p, setting),
  // Relatives' own numbers are among them: the end of each is enough to see which one agreed.
  showAnteMortem: showNumbers,
  showPostMortem: showNumbers,
  cap: 5.4,
};

function showNumbers(numbers: readonly string[]): string {
  return numbers.map((number) => `…${number.slice(-4)}`).join(', ');
}

function bestPhone(a: readonly string[], p: readonly string[], setting: Setting): Weight {
  const { phones: numbers } = setting.settings.numbers;
  if (p.some((number) => a.includes(number))) {
    const chances = p.filter((number) => a.includes(number)).map((number) => samePhoneByChance(number, setting));
    return { level: 'same', same: numbers.same, other: Math.min(...chances) };
  }
  if (p.some((number) => a.some((other) => isOneSlipApart(number, other))))
    return { level: 'one digit apart', same: numbers.slip, other: numbers.slipChance };
  // Phones change hands and SIM cards are bought on the way.
  return { level: 'different', same: numbers.absent, other: 1 };
}

/** For one who is sought, so many companions or kin died unreported who may have carried the number: brothers share their mother's. */
const UNREPORTED_KIN = 0.1;

/** Chance that a random other holds the number: the reports beside this one that do, and those whom nobody has reported. */
export function samePhoneByChance(number: string, { settings, population }: Setting): number {
  const others = Math.max(0, population.phones.of(number) - 1) + UNREPORTED_KIN;
  return Math.min(
    settings.numbers.phones.same,
    others / Math.max(1, population.reports) + settings.numbers.phones.chance,
  );
}
