import { useTranslation } from 'react-i18next';
import { corridorCells } from '../../../src/matching/core/reading/corridors';
import { land } from './land';
import { boxAround, cellPath, corridorOf, type LatLong } from './places';
import { equalEarth } from './projection';

export interface ShownPlace {
  readonly event: 'contact' | 'recovery';
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radiusKm: number | null;
  readonly isCoarse: boolean;
}

const KM_PER_DEGREE = 111.2;
const isPoint = (place: ShownPlace): place is ShownPlace & LatLong =>
  place.latitude !== null && place.longitude !== null;

/**
 * Where the person was last and where the remains lay, on the outline that ships with the interface; never mirrored. A place that may not be
 * known precisely is drawn as the square it lies in. The list beside it says the same.
 */
export function PlacesMap({ places, route }: { places: readonly ShownPlace[]; route: string | null }) {
  const { t } = useTranslation();
  const points = places.filter(isPoint);
  const corridor = route === null ? [] : corridorOf(corridorCells[route] ?? '');
  if (points.length === 0) return null;
  const { x, y, width, height } = boxAround(points);
  const unit = width / 1000;
  const at = ({ latitude, longitude }: LatLong) => {
    const [px, py] = equalEarth(longitude, latitude);
    return [px * 1000, py * 1000] as const;
  };
  const contact = points.find(({ event }) => event === 'contact');
  const recovery = points.find(({ event }) => event === 'recovery');
  return (
    <div dir="ltr">
      <svg className="drawing map" viewBox={`${x} ${y} ${width} ${height}`} role="img" aria-label={t('places.map')}>
        {land.map((path, index) => (
          <path key={index} d={path} className="land" />
        ))}
        {corridor.map(({ latitude, longitude, share }) => (
          <path
            key={`${latitude},${longitude}`}
            className="corridor"
            fillOpacity={0.08 + 0.32 * share}
            d={cellPath({ latitude, longitude }, 2)}
          />
        ))}
        {contact && recovery && (
          <path className="way" d={`M${at(contact).join(' ')}L${at(recovery).join(' ')}`} strokeWidth={1.5} />
        )}
        {points.map((place) => {
          const [px, py] = at(place);
          if (place.isCoarse)
            return (
              <path
                key={place.event}
                className="place-recovery"
                d={cellPath(place, (2 * (place.radiusKm ?? 25)) / KM_PER_DEGREE, 14 * unit)}
              />
            );
          const s = 11 * unit;
          return place.event === 'contact' ? (
            <circle key={place.event} className="place-contact" cx={px} cy={py} r={s} strokeWidth={2} />
          ) : (
            <path
              key={place.event}
              className="place-recovery"
              d={`M${px - s} ${py - s}L${px + s} ${py + s}M${px - s} ${py + s}L${px + s} ${py - s}`}
            />
          );
        })}
      </svg>
    </div>
  );
}
