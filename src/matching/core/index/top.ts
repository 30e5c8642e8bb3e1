/** Keeps the k best of many: a heap whose root is the worst kept. Equal weights are ordered by id, so that any split of the work agrees. */
export class Top {
  private readonly rows: number[] = [];
  private readonly weights: number[] = [];

  constructor(
    private readonly k: number,
    private readonly idOf: (row: number) => string,
  ) {}

  /** No lower weight is kept. */
  get threshold(): number {
    return this.rows.length < this.k ? Number.NEGATIVE_INFINITY : (this.weights[0] ?? Number.NEGATIVE_INFINITY);
  }

  offer(row: number, weight: number): void {
    if (this.k <= 0 || Number.isNaN(weight)) return;
    if (this.rows.length < this.k) {
      this.rows.push(row);
      this.weights.push(weight);
      this.rise(this.rows.length - 1);
    } else if (this.isWorse(this.rows[0] ?? 0, this.weights[0] ?? 0, row, weight)) {
      this.rows[0] = row;
      this.weights[0] = weight;
      this.sink();
    }
  }

  /** Best first. */
  ordered(): { row: number; weight: number }[] {
    return this.rows
      .map((row, at) => ({ row, weight: this.weights[at] ?? 0 }))
      .sort((a, b) => (this.isWorse(a.row, a.weight, b.row, b.weight) ? 1 : -1));
  }

  private isWorse(row: number, weight: number, other: number, otherWeight: number): boolean {
    return weight < otherWeight || (weight === otherWeight && this.idOf(row) > this.idOf(other));
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.isBelow(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      let worst = at;
      if (left < this.rows.length && this.isBelow(left, worst)) worst = left;
      if (left + 1 < this.rows.length && this.isBelow(left + 1, worst)) worst = left + 1;
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }

  private isBelow(a: number, b: number): boolean {
    return this.isWorse(this.rows[a] ?? 0, this.weights[a] ?? 0, this.rows[b] ?? 0, this.weights[b] ?? 0);
  }

  private swap(a: number, b: number): void {
    [this.rows[a], this.rows[b]] = [this.rows[b] ?? 0, this.rows[a] ?? 0];
    [this.weights[a], this.weights[b]] = [this.weights[b] ?? 0, this.weights[a] ?? 0];
  }
}
