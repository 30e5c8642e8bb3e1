/** What a report is found by when duplicates are sought. */
export interface DuplicateName {
  /** Names by their sound. */
  readonly words: readonly string[];
  readonly birth: number | null;
  readonly birthYear: number | null;
  readonly places: readonly string[];
  readonly numbers: readonly string[];
}

/** Reports under one key beyond which the key is too common to be looked through; finer keys hold the same reports in smaller lots. */
const MOST_UNDER_A_KEY = 150;
const MOST_WORDS = 6;

/**
 * Calls `weigh` once for each pair of reports that share a key: a number, a day of birth, two names, a name with a year or a place, a
 * place with a year. All pairs of 50,000 reports would be a thousand million; a pair of one person shares some key unless nearly
 * everything in it differs. Keys are many on purpose: what no key joins is lost before it is weighed.
 */
export function pairsToWeigh(reports: readonly DuplicateName[], weigh: (a: number, b: number) => void): void {
  const lots = new Map<string, number[]>();
  reports.forEach((report, number) => {
    for (const key of keysOf(report)) {
      const lot = lots.get(key);
      if (lot === undefined) lots.set(key, [number]);
      else if (lot.length <= MOST_UNDER_A_KEY) lot.push(number);
    }
  });
  const seenWith = new Int32Array(reports.length).fill(-1);
  reports.forEach((report, number) => {
    for (const key of keysOf(report)) {
      const lot = lots.get(key) ?? [];
      if (lot.length > MOST_UNDER_A_KEY) continue;
      for (const other of lot) {
        if (other >= number || seenWith[other] === number) continue;
        seenWith[other] = number;
        weigh(other, number);
      }
    }
  });
}

function keysOf({ words, birth, birthYear, places, numbers }: DuplicateName): string[] {
  const keys = [...numbers];
  const names = words.slice(0, MOST_WORDS);
  if (birth !== null) keys.push(`b${birth}`);
  names.forEach((word, at) => {
    keys.push(`w${word}`);
    for (let next = at + 1; next < names.length; next++) {
      const pair = [word, names[next]].sort().join(' ');
      keys.push(`w${pair}`);
      // Common pairs of names are told apart by the year, give or take one, and by the place.
      if (birthYear !== null) keys.push(`${pair} ${birthYear}`, `${pair} ${birthYear + 1}`);
      for (const place of places.slice(0, 3)) keys.push(`${pair} @${place}`);
    }
    if (birthYear !== null) keys.push(`w${word} ${birthYear}`, `w${word} ${birthYear + 1}`);
    for (const place of places.slice(0, 3))
      keys.push(`w${word} @${place}`, ...(birthYear === null ? [] : [`w${word} @${place} ${birthYear}`]));
  });
  if (birthYear !== null) for (const place of places.slice(0, 3)) keys.push(`@${place} ${birthYear}`);
  return keys;
}
