import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentPoint } from '../api/places';
import { useFormat } from '../i18n/format';
import { clustersOf } from './clusters';
import { land } from './land';
import { equalEarth } from './projection';

interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}
const RATIO = 0.52;
const around = (longitude: number, latitude: number, width: number): View => {
  const [x, y] = equalEarth(longitude, latitude);
  return { x: x * 1000 - width / 2, y: y * 1000 - (width * RATIO) / 2, width };
};
/** Where people look, in plane units of the map; names are `map.region.NAME`. */
const views = {
  world: around(10, 16, 5400),
  mediterranean: around(16, 36, 620),
  sahara: around(4, 20, 760),
  atlantic: around(-14, 22, 620),
  horn: around(45, 14, 640),
  americas: around(-92, 17, 1200),
  asia: around(92, 18, 1200),
} as const;

/** Incidents on an outline of the world that ships with the interface; the table below it says the same. */
export function WorldMap({ points }: { points: readonly IncidentPoint[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [view, setView] = useState<View>(views.world);
  const spots = useMemo(
    () =>
      points.map(([id, latitude, longitude, dead, missing]) => {
        const [x, y] = equalEarth(longitude, latitude);
        return { id, x: x * 1000, y: y * 1000, people: (dead ?? 0) + (missing ?? 0) };
      }),
    [points],
  );
  const clusters = useMemo(() => {
    const height = view.width * RATIO;
    const shown = spots.filter(
      (spot) => spot.x > view.x && spot.x < view.x + view.width && spot.y > view.y && spot.y < view.y + height,
    );
    return clustersOf(shown, view.width / 15);
  }, [spots, view]);
  const zoom = (factor: number) =>
    setView((now) => {
      const width = Math.min(5400, Math.max(60, now.width * factor));
      return { x: now.x + (now.width - width) / 2, y: now.y + ((now.width - width) * RATIO) / 2, width };
    });
  const unit = view.width / 1000;
  return (
    <div dir="ltr">
      <div className="choices" style={{ marginBlockEnd: 8 }} role="group" aria-label={t('map.go-to')}>
        {Object.entries(views).map(([name, to]) => (
          <button key={name} type="button" className="choice" aria-pressed={view === to} onClick={() => setView(to)}>
            {t(`map.region.${name}`)}
          </button>
        ))}
        <button type="button" className="choice" aria-label={t('map.nearer')} onClick={() => zoom(0.6)}>
          +
        </button>
        <button type="button" className="choice" aria-label={t('map.farther')} onClick={() => zoom(1 / 0.6)}>
          −
        </button>
      </div>
      <svg
        className="drawing map"
        viewBox={`${view.x} ${view.y} ${view.width} ${view.width * RATIO}`}
        role="group"
        aria-label={t('map.label')}
      >
        {land.map((path, index) => (
          <path key={index} d={path} className="land" />
        ))}
        {clusters.map((cluster) => {
          const count = cluster.members.length;
          const radius = Math.min(27, 7 + 2.6 * Math.log2(count)) * unit;
          const label = t('map.cluster', { count: format.number(count) });
          const nearer = () =>
            setView({
              x: cluster.x - view.width * 0.2,
              y: cluster.y - view.width * 0.2 * RATIO,
              width: view.width * 0.4,
            });
          return (
            <g
              key={`${cluster.x},${cluster.y}`}
              className="spot"
              role="button"
              tabIndex={0}
              aria-label={label}
              onClick={nearer}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                nearer();
              }}
            >
              <title>{label}</title>
              <circle cx={cluster.x} cy={cluster.y} r={radius} />
              {count > 1 && (
                <text x={cluster.x} y={cluster.y + 4.5 * unit} fontSize={13 * unit} textAnchor="middle">
                  {format.number(count)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
