export const EARTH_RADIUS_KM = 6371;

export type Vector = readonly [x: number, y: number, z: number];
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A point of the Earth, WGS84 degrees, on the unit sphere. */
export function onSphere(latitude: number, longitude: number): Vector {
  const across = Math.cos(radians(latitude));
  return [across * Math.cos(radians(longitude)), across * Math.sin(radians(longitude)), Math.sin(radians(latitude))];
}

/** Great-circle kilometres between two points of the unit sphere. */
export function kmOnSphere(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
  const half = Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2) / 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(half < 1 ? half : 1);
}
