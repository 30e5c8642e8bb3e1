export interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}
export interface Cluster<S extends Spot> {
  /** The mean of its members. */
  readonly x: number;
  readonly y: number;
  readonly members: readonly S[];
}

/** Spots that fall into the same cell of a square grid stand as one. Every spot is in exactly one cluster. */
export function clustersOf<S extends Spot>(spots: readonly S[], cell: number): readonly Cluster<S>[] {
  const cells = new Map<string, S[]>();
  for (const spot of spots) {
    const key = `${Math.floor(spot.x / cell)},${Math.floor(spot.y / cell)}`;
    const members = cells.get(key);
    if (members) members.push(spot);
    else cells.set(key, [spot]);
  }
  const mean = (members: readonly S[], part: 'x' | 'y') =>
    members.reduce((sum, member) => sum + member[part], 0) / members.length;
  return [...cells.values()]
    .map((members) => ({ x: mean(members, 'x'), y: mean(members, 'y'), members }))
    .sort((a, b) => b.members.length - a.members.length);
}
