import type { PostMortemProfile } from './profile';

/** Days that must lie between two deaths for one of them to be no part of the other's story. */
const APART_DAYS = 60;
/** Remains looked at for a partner, among those found near. */
const LOOKED_AT = 40;
const CELL_DEGREES = 4;

/** A decoy, and the places in the list of the two it is made of. */
export interface Decoy {
  readonly pm: PostMortemProfile;
  readonly body: number;
  readonly event: number;
}

/**
 * Remains that nobody can have reported: each body as it is, at the place and time at which another was found nearby, months apart. Whoever
 * misses the one was not there, whoever misses the other does not know this body; the few reports that a search for either found first are to
 * be left out of the decoy's. They meet the same reports by the same routes and seasons as the real ones do, so what searches for them
 * find is what chance finds; see `reportedShare`. Remains without a date or place, and those that found no partner, give none.
 */
export function decoysOf(profiles: readonly PostMortemProfile[]): Decoy[] {
  const placed = profiles
    .flatMap((pm, place) =>
      pm.death === null || pm.place === null ? [] : [{ pm, place, ...pm.place.point, death: pm.death }],
    )
    .map((one) => ({
      ...one,
      row: Math.floor(one.latitude / CELL_DEGREES),
      column: Math.floor(one.longitude / CELL_DEGREES),
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column || a.death.latest - b.death.latest);
  return placed.flatMap(({ pm, place, row, column, death }, at) => {
    for (let step = 1; step <= Math.min(LOOKED_AT, placed.length - 1); step++) {
      const other = placed[(at + step * 7) % placed.length];
      if (other === undefined || other.row !== row || other.column !== column) continue;
      if (other.death.earliest - death.latest < APART_DAYS && death.earliest - other.death.latest < APART_DAYS)
        continue;
      const deathDay = (other.death.earliest + other.death.latest) / 2;
      const age = pm.age === null ? null : { ...pm.age, deathDay };
      const decoy = { ...pm, age, death: other.death, place: other.pm.place, incident: other.pm.incident };
      return [{ pm: decoy, body: place, event: other.place }];
    }
    return [];
  });
}
