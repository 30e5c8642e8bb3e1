/**
 * The Equal Earth projection (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.1504949): a region is as large on
 * the map as it is on Earth. Degrees in, plane units out, x to the east, y to the south; never mirrored for reading direction.
 */
const A1 = 1.340264;
const A2 = -0.081106;
const A3 = 0.000893;
const A4 = 0.003796;
const HALF_ROOT_3 = Math.sqrt(3) / 2;
const RADIANS = Math.PI / 180;

export function equalEarth(longitude: number, latitude: number): readonly [x: number, y: number] {
  const theta = Math.asin(HALF_ROOT_3 * Math.sin(latitude * RADIANS));
  const t2 = theta * theta;
  const t6 = t2 * t2 * t2;
  const x = (longitude * RADIANS * Math.cos(theta)) / (HALF_ROOT_3 * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
  const y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
  return [x, -y];
}

type Ring = readonly (readonly number[])[];

/** A ring over the 180th meridian goes on beyond it, so that it is drawn in one piece and not across the whole map. */
export function unbroken(ring: Ring): Ring {
  let turn = 0;
  return ring.map(([longitude = 0, latitude = 0], index) => {
    const before = ring[index - 1]?.[0] ?? longitude;
    if (longitude - before > 180) turn -= 360;
    if (before - longitude > 180) turn += 360;
    return [longitude + turn, latitude];
  });
}

/** An SVG path of polygons in degrees; coordinates in thousandths of a plane unit, so that the text stays short. */
export function pathOf(polygons: readonly (readonly Ring[])[]): string {
  const point = ([longitude = 0, latitude = 0]: readonly number[]) =>
    equalEarth(longitude, latitude)
      .map((part) => Math.round(part * 1000))
      .join(' ');
  return polygons.map((rings) => rings.map((ring) => `M${unbroken(ring).map(point).join('L')}Z`).join('')).join('');
}
