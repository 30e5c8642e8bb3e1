import { useTranslation } from 'react-i18next';
import { pedigreeLayout, type Place } from './pedigree-layout';

export interface DrawnPerson {
  readonly person: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly isMissingPerson: boolean;
  readonly isTyped: boolean;
}

const STEP = 92;
const ROW = 104;
const SIZE = 34;
const TOP = 26;

/** The family in the standard symbols: square, circle, diamond; filled where typed, a question mark for whom one looks for. */
export function PedigreeDrawing({ persons }: { persons: readonly DrawnPerson[] }) {
  const { t } = useTranslation();
  const { places, unions, generations, columns } = pedigreeLayout(persons);
  const at = new Map(places.map((place) => [place.person, place]));
  const x = (place: Place) => (place.column + 0.5) * STEP;
  const y = (place: Place) => TOP + place.generation * ROW + SIZE / 2;
  const said = (one: DrawnPerson) =>
    [
      one.person,
      t(`pedigree.${one.sex}`),
      one.isMissingPerson && t('pedigree.missing'),
      one.isTyped && t('pedigree.typed'),
      one.father && t('pedigree.father', { person: one.father }),
      one.mother && t('pedigree.mother', { person: one.mother }),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <figure className="pedigree">
      <div className="table-box" tabIndex={0}>
        <svg
          direction="ltr"
          width={columns * STEP}
          height={TOP + generations * ROW}
          viewBox={`0 0 ${columns * STEP} ${TOP + generations * ROW}`}
          aria-hidden="true"
        >
          {unions.map(({ parents, children, isConsanguineous }) => {
            const [one, other] = parents.map((label) => at.get(label)).filter((place) => place !== undefined);
            if (!one) return null;
            const middle = other ? (x(one) + x(other)) / 2 : x(one);
            const line = other ? Math.max(y(one), y(other)) : y(one);
            const below = children.map((label) => at.get(label)).filter((place) => place !== undefined);
            const sibship = Math.min(...below.map(y)) - ROW / 2 + 6;
            const ends = [middle, ...below.map(x)];
            return (
              <g key={parents.join()} className="pedigree-line">
                {other && <path d={`M${x(one)} ${y(one)} L${x(other)} ${y(other)}`} />}
                {other && isConsanguineous && <path d={`M${x(one)} ${y(one) + 4} L${x(other)} ${y(other) + 4}`} />}
                <path d={`M${middle} ${line} V${sibship} M${Math.min(...ends)} ${sibship} H${Math.max(...ends)}`} />
                {below.map((child) => (
                  <path key={child.person} d={`M${x(child)} ${sibship} V${y(child)}`} />
                ))}
              </g>
            );
          })}
          {persons.map((one) => {
            const place = at.get(one.person)!;
            return (
              <g
                key={one.person}
                transform={`translate(${x(place)} ${y(place)})`}
                className={['pedigree-person', one.isTyped && 'typed', one.isMissingPerson && 'sought']
                  .filter(Boolean)
                  .join(' ')}
              >
                <Symbol sex={one.sex} />
                {one.isMissingPerson && <text dy="0.36em">?</text>}
                <text className="label" y={SIZE / 2 + 16}>
                  {one.person.length > 12 ? `${one.person.slice(0, 11)}…` : one.person}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="small quiet">{t('pedigree.legend')}</figcaption>
      <ul className="sr">
        {persons.map((one) => (
          <li key={one.person}>{said(one)}</li>
        ))}
      </ul>
    </figure>
  );
}

function Symbol({ sex }: { sex: DrawnPerson['sex'] }) {
  const half = SIZE / 2;
  if (sex === 'male') return <rect x={-half} y={-half} width={SIZE} height={SIZE} />;
  if (sex === 'female') return <circle r={half} />;
  return <path d={`M0 ${-half - 3} L${half + 3} 0 L0 ${half + 3} L${-half - 3} 0 Z`} />;
}
