/** Numbers from a seed (Mulberry32): the same seed always makes the same world. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** 0 <= x < 1. */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  maybe<T>(probability: number, make: () => T): T | undefined {
    return this.chance(probability) ? make() : undefined;
  }

  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  of<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.unit() * list.length)];
    if (value === undefined) throw new RangeError('an empty list has nothing to choose');
    return value;
  }

  /** One of the keys, by weight. */
  by<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
    return (entries.at(-1) as [K, number])[0];
  }

  /** The early ones of the list much more often than the late: the n-th as n^-steepness. */
  ranked<T>(list: readonly T[], steepness: number): T {
    const at = Math.floor((list.length ** (1 - steepness) * this.unit()) ** (1 / (1 - steepness)));
    return list[Math.min(at, list.length - 1)] as T;
  }

  normal(mean = 0, sd = 1): number {
    return mean + sd * Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.unit());
  }

  logNormal(median: number, spread: number): number {
    return median * Math.exp(this.normal(0, spread));
  }

  /** How many of a rare thing. */
  poisson(mean: number): number {
    let count = 0;
    for (let left = Math.exp(-mean), product = this.unit(); product > left; product *= this.unit()) count++;
    return count;
  }

  /** Some of the list, each with this probability. */
  some<T>(list: readonly T[], probability: number): T[] {
    return list.filter(() => this.chance(probability));
  }
}
