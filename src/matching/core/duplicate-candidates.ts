/** What a report is found by when duplicates are sought: `alone` each by itself, `features` by themselves and two together. */
export interface DuplicateFeatures {
  readonly features: readonly string[];
  readonly alone: readonly string[];
}

/** Reports under one key beyond which the key is too common to be looked through; pairs of features hold the same reports in smaller lots. */
export const MOST_UNDER_A_KEY = 60;
const MOST_FEATURES = 18;
const HASHES = 1 << 25;
const hashOf = (key: number): number =>
  (Math.imul(key % 0x4000000, 0x9e3779b1) ^ Math.imul(Math.floor(key / 0x4000000), 0x85ebca6b)) >>> 7;

/**
 * Calls `weigh` once for each pair of reports that share a key: a number, a feature that few have, or two features that few have
 * together. All pairs of 50,000 reports would be a thousand million; two reports of one person share some key unless nearly everything in
 * them differs, and then other reports of that person join them.
 */
export function pairsToWeigh(reports: readonly DuplicateFeatures[], weigh: (a: number, b: number) => void): void {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
  const keys = reports.map(({ features, alone }) => {
    const own = features
      .slice(0, MOST_FEATURES)
      .map(numberOf)
      .sort((a, b) => a - b);
    const list = [...alone.map((text) => numberOf(`=${text}`)), ...own];
    for (let one = 0; one < own.length; one++)
      for (let two = one + 1; two < own.length; two++) list.push((own[one]! + 1) * 0x4000000 + own[two]!);
    return Float64Array.from(list);
  });
  // Most keys belong to one report alone. Counted roughly first, by a hash, so that the map holds the others only.
  const seen = new Uint8Array(HASHES);
  for (const list of keys)
    for (const key of list) {
      const hash = hashOf(key);
      if (seen[hash]! < 2) seen[hash]!++;
    }
  const lots = new Map<number, number[]>();
  keys.forEach((list, number) => {
    for (const key of list) {
      if (seen[hashOf(key)]! < 2) continue;
      const lot = lots.get(key);
      if (lot === undefined) lots.set(key, [number]);
      else if (lot.length <= MOST_UNDER_A_KEY) lot.push(number);
    }
  });
  const seenWith = new Int32Array(reports.length).fill(-1);
  keys.forEach((list, number) => {
    for (const key of list) {
      const lot = lots.get(key);
      if (lot === undefined || lot.length > MOST_UNDER_A_KEY) continue;
      for (const other of lot) {
        if (other >= number) break;
        if (seenWith[other] === number) continue;
        seenWith[other] = number;
        weigh(other, number);
      }
    }
  });
}
