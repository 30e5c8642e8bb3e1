import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { pathOf } from './projection';

/** The outline of the world, a path a country, that ships with the interface: a map never asks anybody for anything. */
export const land = (() => {
  const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
  const ANTARCTICA = '010';
  const { features } = feature(topology, topology.objects.countries);
  return features
    .filter(({ id }) => id !== ANTARCTICA)
    .map(({ geometry }) =>
      pathOf(
        geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : geometry.type === 'Polygon'
            ? [geometry.coordinates]
            : [],
      ),
    );
})();
