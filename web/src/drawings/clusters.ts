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

/** Spots that fall into the same cell of a square grid, or close by, stand as one. Every spot is in exactly one cluster. */
export function clustersOf<S extends Spot>(spots: readonly S[], cell: number): readonly Cluster<S>[] {
  const cells = new Map<string, S[]>();
  for (const spot of spots) {
    const key = `${Math.floor(spot.x / cell)},${Math.floor(spot.y / cell)}`;
    const members = cells.get(key);
    if (members) members.push(spot);
    else cells.set(key, [spot]);
  }
  const grouped = [...cells.values()].sort((a, b) => b.length - a.length);
  const clusters: Cluster<S>[] = [];
  for (const members of grouped) {
    const own = centred(members);
    // Neighbours over a border of the grid would be drawn over one another: the smaller joins the larger.
    const at = clusters.findIndex((other) => Math.hypot(other.x - own.x, other.y - own.y) < cell * 0.8);
    const near = clusters[at];
    if (near) clusters[at] = centred([...near.members, ...members]);
    else clusters.push(own);
  }
  return clusters.sort((a, b) => b.members.length - a.members.length);
}

function centred<S extends Spot>(members: readonly S[]): Cluster<S> {
  const mean = (part: 'x' | 'y') => members.reduce((sum, member) => sum + member[part], 0) / members.length;
  return { x: mean('x'), y: mean('y'), members };
}
