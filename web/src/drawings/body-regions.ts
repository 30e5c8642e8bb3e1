import type { BodySite } from '../../../src/description/mark';

export type Side = 'left' | 'right' | 'middle';
export interface BodyRegion {
  readonly id: string;
  readonly site: BodySite;
  /** The person's own side. */
  readonly side: Side;
  readonly view: 'front' | 'back';
  readonly path: string;
}

const WIDTH = 200;
type Point = readonly [number, number];
const outline = (points: readonly Point[]): string => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
const round = (x: number, y: number, rx: number, ry: number): string =>
  `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
const mirrored = (points: readonly Point[]): readonly Point[] => points.map(([x, y]) => [WIDTH - x, y]);

/** Limbs as drawn at the viewer's left; the other side is their mirror. */
const limbs: readonly (readonly [BodySite, readonly Point[]])[] = [
  [
    'shoulder',
    [
      [64, 82],
      [48, 88],
      [42, 106],
      [60, 110],
      [66, 94],
    ],
  ],
  [
    'upper_arm',
    [
      [42, 108],
      [60, 112],
      [55, 154],
      [37, 150],
    ],
  ],
  [
    'forearm',
    [
      [37, 153],
      [55, 157],
      [48, 206],
      [32, 203],
    ],
  ],
  [
    'hand',
    [
      [31, 206],
      [48, 209],
      [46, 230],
      [38, 242],
      [27, 232],
    ],
  ],
  [
    'thigh',
    [
      [66, 238],
      [98, 238],
      [95, 302],
      [71, 302],
    ],
  ],
  [
    'knee',
    [
      [71, 305],
      [95, 305],
      [93, 326],
      [72, 326],
    ],
  ],
  [
    'lower_leg',
    [
      [72, 329],
      [93, 329],
      [89, 384],
      [76, 384],
    ],
  ],
  [
    'foot',
    [
      [76, 387],
      [90, 387],
      [92, 402],
      [84, 410],
      [68, 406],
    ],
  ],
];

const trunk: Readonly<Record<'front' | 'back', readonly (readonly [BodySite, string])[]>> = {
  front: [
    ['face', round(100, 40, 22, 28)],
    [
      'neck',
      outline([
        [90, 69],
        [110, 69],
        [112, 82],
        [88, 82],
      ]),
    ],
    [
      'chest',
      outline([
        [68, 84],
        [132, 84],
        [136, 96],
        [130, 150],
        [70, 150],
        [64, 96],
      ]),
    ],
    [
      'abdomen',
      outline([
        [70, 153],
        [130, 153],
        [128, 202],
        [72, 202],
      ]),
    ],
    [
      'pelvis',
      outline([
        [72, 205],
        [128, 205],
        [134, 235],
        [66, 235],
      ]),
    ],
  ],
  back: [
    ['scalp', round(100, 40, 22, 28)],
    [
      'nape',
      outline([
        [90, 69],
        [110, 69],
        [112, 82],
        [88, 82],
      ]),
    ],
    [
      'upper_back',
      outline([
        [68, 84],
        [132, 84],
        [136, 96],
        [130, 150],
        [70, 150],
        [64, 96],
      ]),
    ],
    [
      'lower_back',
      outline([
        [70, 153],
        [130, 153],
        [128, 202],
        [72, 202],
      ]),
    ],
    [
      'buttock',
      outline([
        [72, 205],
        [128, 205],
        [134, 235],
        [66, 235],
      ]),
    ],
  ],
};

/**
 * A sex-neutral figure of regions, front and back. Seen from the front the person's right is at the viewer's left, as in
 * an examination; seen from the back it is at the viewer's right. It is never mirrored for the direction of reading.
 */
export const regions: readonly BodyRegion[] = (['front', 'back'] as const).flatMap((view) => [
  ...trunk[view].map(([site, path]) => ({ id: `${view}-${site}`, site, side: 'middle' as const, view, path })),
  ...limbs.flatMap(([site, points]) =>
    ([points, mirrored(points)] as const).map((shape, at) => {
      const side: Side = (at === 0) === (view === 'front') ? 'right' : 'left';
      return { id: `${view}-${site}-${side}`, site, side, view, path: outline(shape) };
    }),
  ),
]);
