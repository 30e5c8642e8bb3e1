import type { AnteMortem } from '../families';
import type { CoarseFeatures, PostMortem } from '../forensic-remains';
import { compareNames, compileName, defaultModel, readName, type TokenRelation } from './core/names';
import type { AnteMortemProfile, PostMortemProfile } from './core/profile';
import type { DaySpan } from './core/reading/days';

/** An event on one line of time. `isCoarse`: widened because the reader may not know it more precisely, or nobody does. */
export interface TimedEvent {
  readonly event: 'contact' | 'death' | 'recovery';
  /** ISO days, both ends included. */
  readonly from: string;
  readonly to: string;
  readonly isCoarse: boolean;
}

/** A place on the map: a point with the radius within which it is meant, or the coarse cell it lies in. */
export interface MappedPlace {
  readonly event: 'contact' | 'recovery';
  readonly name: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly radiusKm: number | null;
  readonly isCoarse: boolean;
}

type NameField = 'givenNames' | 'familyNames' | 'otherNames' | 'fatherNames' | 'motherNames';
/** One word the family told beside one word found, both as written, with the reading of each in Latin letters. */
export interface AlignedWord {
  readonly told: string | null;
  readonly toldReading: string | null;
  /** Which name of the person the told word is; null where it stands in none alone. */
  readonly field: NameField | null;
  readonly found: string | null;
  readonly foundReading: string | null;
  /** `alone`: the other side has no such word, which says nothing. */
  readonly relation: TokenRelation | 'alone';
}
export interface AlignedName {
  readonly told: string;
  readonly found: string;
  readonly words: readonly AlignedWord[];
}

const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const onLine = (event: TimedEvent['event'], { earliest, latest }: DaySpan, isCoarse: boolean): TimedEvent => ({
  event,
  from: isoDay(Math.floor(earliest)),
  to: isoDay(Math.ceil(latest)),
  isCoarse,
});

/** Last contact, death and recovery, for those who may read both files. */
export function timeOfBoth(am: AnteMortemProfile, pm: PostMortemProfile, recovered: DaySpan | null): TimedEvent[] {
  return [
    ...(am.contact ? [onLine('contact', am.contact, false)] : []),
    ...(pm.death ? [onLine('death', pm.death, pm.death.isEstimated)] : []),
    ...(recovered ? [onLine('recovery', recovered, false)] : []),
  ];
}

/** The family's own last contact beside the month of recovery: what its desk may set on one line before the release. */
export function timeOfFamily(am: AnteMortemProfile, { recovered }: Pick<CoarseFeatures, 'recovered'>): TimedEvent[] {
  const { year, month } = recovered;
  const pad = (number: number) => String(number).padStart(2, '0');
  const days = (first: string, end: Date): TimedEvent => ({
    ...{ event: 'recovery', from: first, to: end.toISOString().slice(0, 10), isCoarse: true },
  });
  const recovery =
    year === null
      ? []
      : month === null
        ? [days(`${year}-01-01`, new Date(Date.UTC(year, 11, 31)))]
        : [days(`${year}-${pad(month)}-01`, new Date(Date.UTC(year, month, 0)))];
  return [...(am.contact ? [onLine('contact', am.contact, false)] : []), ...recovery];
}

const placeOf = (event: MappedPlace['event'], place: AnteMortem['lastContactPlace']): MappedPlace[] =>
  place === undefined
    ? []
    : [
        {
          event,
          name: place.name ?? null,
          country: place.country ?? null,
          latitude: place.latitude ?? null,
          longitude: place.longitude ?? null,
          radiusKm: place.latitude === undefined ? null : (place.accuracyKm ?? null),
          isCoarse: false,
        },
      ];

export const placesOfBoth = (am: AnteMortem, pm: PostMortem): MappedPlace[] => [
  ...placeOf('contact', am.lastContactPlace),
  ...placeOf('recovery', pm.recoveryPlace),
];

/** The family's own place beside the coarse cell of the remains. */
export const placesOfFamily = (am: AnteMortem, { area }: Pick<CoarseFeatures, 'area'>): MappedPlace[] => [
  ...placeOf('contact', am.lastContactPlace),
  ...(area
    ? [
        {
          ...{ event: 'recovery' as const, name: null, country: area.country, isCoarse: true },
          ...{ latitude: area.latitude, longitude: area.longitude, radiusKm: area.sizeKm / 2 },
        },
      ]
    : []),
];

const fieldsOfNames: readonly NameField[] = ['givenNames', 'familyNames', 'fatherNames', 'motherNames', 'otherNames'];

/** Each name found, beside the name of the report that it agrees with best, word by word. */
export function alignedNames(am: AnteMortem, namesFound: readonly string[]): AlignedName[] {
  const chain = [am.givenNames, am.fatherNames, am.familyNames].filter((part) => part !== undefined).join(' ');
  const whole = [am.givenNames, am.familyNames].filter((part) => part !== undefined).join(' ');
  const told = [...new Set([whole, chain, ...(am.otherNames ?? []), am.motherNames ?? ''])].filter(
    (name) => name.trim() !== '',
  );
  const fieldOf = new Map<string, NameField>();
  for (const field of fieldsOfNames)
    for (const name of [am[field] ?? []].flat())
      for (const { text } of compileName(name, defaultModel)) if (!fieldOf.has(text)) fieldOf.set(text, field);
  return namesFound.slice(0, 12).flatMap((found) => {
    const best = told
      .map((name) => ({ name, comparison: compareNames(name, found) }))
      .filter(({ comparison }) => comparison.alignment.length > 0)
      // The shorter name wins where both say as much: a father's name that nobody found is no part of the picture.
      .sort((a, b) => b.comparison.log10Lr - a.comparison.log10Lr || a.name.length - b.name.length)[0];
    if (!best) return [];
    const { alignment, aloneA, aloneB } = best.comparison;
    const readingOf = new Map(
      [best.name, found].flatMap((name) => readName(name).map(({ text, reading }) => [text, reading])),
    );
    const paired = [...alignment]
      .sort((a, b) => a.placeA - b.placeA)
      .map(({ a, b, readingA, readingB, relation }): AlignedWord => ({
        ...{ told: a, toldReading: readingA, field: fieldOf.get(a) ?? null },
        ...{ found: b, foundReading: readingB, relation },
      }));
    const lonely = { told: null, toldReading: null, field: null, found: null, foundReading: null };
    const words: AlignedWord[] = [
      ...paired,
      ...aloneA.map((text) => ({
        ...lonely,
        ...{ told: text, toldReading: readingOf.get(text) ?? null, field: fieldOf.get(text) ?? null },
        relation: 'alone' as const,
      })),
      ...aloneB.map((text) => ({
        ...lonely,
        ...{ found: text, foundReading: readingOf.get(text) ?? null },
        relation: 'alone' as const,
      })),
    ];
    return [{ told: best.name, found, words }];
  });
}
