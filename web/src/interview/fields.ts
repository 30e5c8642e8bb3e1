import type { Mark, Place, ToothState } from '../../../src/description';
import { edtfOf, typedDateOf, westernDigits, type TypedDate } from './partial-date';

export type Kind =
  | 'words'
  | 'long-words'
  | 'lines'
  | 'date'
  | 'range'
  | 'choice'
  | 'choices'
  | 'countries'
  | 'country'
  | 'tongues'
  | 'place'
  | 'route'
  | 'marks'
  | 'teeth'
  | 'phones'
  | 'documents'
  | 'takers'
  | 'yes-no';

/** One question of an interview. Its words are `field.NAME`, its hint, where there is one, `field.NAME.hint`. */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  readonly options?: readonly string[];
  /** Prefix of the words of the options: `sex.female`. */
  readonly optionWords?: string;
  readonly unit?: 'year' | 'centimeter' | 'kilogram' | 'day';
  /** The bounds that the API accepts, inclusive. */
  readonly bounds?: readonly [number, number];
  readonly hint?: boolean;
}
export interface Step {
  readonly name: string;
  readonly fields: readonly Field[];
}
export type RecordValues = Readonly<Record<string, unknown>>;

export interface TypedRange {
  readonly from: string;
  readonly to: string;
}
export interface TypedPlace {
  readonly name: string;
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly accuracyKm: string;
}
export type Taker = { readonly country: string; readonly kind: string };

/** A value, nothing, or the key of the sentence that says why it cannot be understood. */
export type Read = { readonly value: unknown } | { readonly fault: string };

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const numberOf = (text: string): number | null => {
  const plain = westernDigits(text).trim().replace(/[,٫]/, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};
const none: Read = { value: undefined };
const unlessEmpty = (list: readonly unknown[]): Read => ({ value: list.length === 0 ? undefined : list });

/** What the form holds for a value of the record. */
export function typedOf(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'date':
      return typedDateOf(value as string | undefined);
    case 'range': {
      const range = value as { from: number | null; to: number | null } | undefined;
      return { from: range?.from?.toString() ?? '', to: range?.to?.toString() ?? '' };
    }
    case 'place': {
      const place = (value ?? {}) as Place;
      const text = (part: string | number | undefined) => part?.toString() ?? '';
      return {
        name: text(place.name),
        country: text(place.country),
        latitude: text(place.latitude),
        longitude: text(place.longitude),
        accuracyKm: text(place.accuracyKm),
      };
    }
    case 'lines':
      return ((value as string[] | undefined) ?? []).join('\n');
    case 'phones':
      return ((value as { written: string }[] | undefined) ?? []).map((phone) => phone.written).join('\n');
    case 'documents':
      return ((value as { kind: string; number: string }[] | undefined) ?? [])
        .map((one) => `${one.kind}: ${one.number}`)
        .join('\n');
    case 'choice':
      // A value that the form does not offer ("cannot be told" of a family) says nothing: the question is open.
      return field.options?.includes(value as string) ? value : '';
    case 'choices':
    case 'countries':
    case 'tongues':
    case 'marks':
    case 'teeth':
    case 'takers':
      return value ?? [];
    case 'yes-no':
      return value === undefined ? '' : value ? 'yes' : 'no';
    default:
      return value ?? '';
  }
}

/** The value of the record for what was typed; what cannot be understood is a fault and stays in the form as it is. */
export function valueOf(field: Field, typed: unknown): Read {
  switch (field.kind) {
    case 'date': {
      const edtf = edtfOf(typed as TypedDate);
      return edtf === null ? { fault: 'fault.date' } : { value: edtf };
    }
    case 'range':
      return rangeOf(field, typed as TypedRange);
    case 'place':
      return placeOf(typed as TypedPlace);
    case 'lines':
      return unlessEmpty(linesOf(typed as string));
    case 'phones':
      return unlessEmpty(linesOf(typed as string).map((written) => ({ written })));
    case 'documents': {
      const documents = linesOf(typed as string).map((line) => /^([^:：]+)[:：]\s*(.+)$/.exec(line));
      if (documents.some((found) => found === null)) return { fault: 'fault.documents' };
      return unlessEmpty(documents.map((found) => ({ kind: found?.[1]?.trim(), number: found?.[2]?.trim() })));
    }
    case 'marks':
      return unlessEmpty(typed as Mark[]);
    case 'teeth':
      return unlessEmpty(typed as ToothState[]);
    case 'takers':
    case 'choices':
    case 'countries':
    case 'tongues':
      return unlessEmpty(typed as unknown[]);
    case 'yes-no':
      return typed === '' ? none : { value: typed === 'yes' };
    default: {
      const text = (typed as string).trim();
      return text === '' ? none : { value: text };
    }
  }
}

function rangeOf({ bounds = [0, Infinity] }: Field, { from, to }: TypedRange): Read {
  if (from.trim() === '' && to.trim() === '') return none;
  const ends = [from, to].map((text) => (text.trim() === '' ? null : (numberOf(text) ?? NaN)));
  const [least, most] = bounds;
  if (ends.some((end) => end !== null && !(end >= least && end <= most))) return { fault: 'fault.range' };
  const [first = null, last = null] = ends;
  if (first !== null && last !== null && first > last) return { fault: 'fault.range-reversed' };
  return { value: { from: first, to: last } };
}

function placeOf({ name, country, latitude, longitude, accuracyKm }: TypedPlace): Read {
  const degrees = [latitude, longitude, accuracyKm].map((text) =>
    text.trim() === '' ? undefined : (numberOf(text) ?? NaN),
  );
  const [lat, lon, accuracy] = degrees;
  const isWithin = (value: number | undefined, least: number, most: number) =>
    value === undefined || (value >= least && value <= most);
  if (!isWithin(lat, -90, 90) || !isWithin(lon, -180, 180) || !isWithin(accuracy, 0, 20000))
    return { fault: 'fault.point' };
  if ((lat === undefined) !== (lon === undefined)) return { fault: 'fault.half-a-point' };
  const place = {
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(country ? { country } : {}),
    ...(lat !== undefined ? { latitude: lat, longitude: lon } : {}),
    ...(accuracy !== undefined ? { accuracyKm: accuracy } : {}),
  };
  return { value: Object.keys(place).length === 0 ? undefined : place };
}

export const isFault = (read: Read): read is Extract<Read, { fault: string }> => 'fault' in read;

/**
 * The record of what was typed. A field that cannot be understood keeps its last good value, so that one slip of the
 * finger neither blocks the saving of the rest nor erases what was known. What the form does not show of a telephone
 * number, its reading in the country it was dialled from, stays with the number as it was when the form was opened.
 */
export function recordOf(
  fields: readonly Field[],
  typed: RecordValues,
  answers: RecordValues,
  last: RecordValues,
  opened: RecordValues = last,
): RecordValues {
  const record: Record<string, unknown> = {};
  for (const field of fields) {
    const read = valueOf(field, typed[field.name]);
    const value = isFault(read) ? last[field.name] : read.value;
    if (value !== undefined)
      record[field.name] = field.kind === 'phones' ? withReadings(value, opened[field.name]) : value;
  }
  const kept = Object.entries(answers).filter(([name, answer]) => answer && record[name] === undefined);
  return kept.length === 0 ? record : { ...record, answers: Object.fromEntries(kept) };
}

interface Phone {
  readonly written: string;
  readonly e164?: string | null;
}
function withReadings(phones: unknown, opened: unknown): readonly Phone[] {
  const known = new Map(((opened as readonly Phone[] | undefined) ?? []).map((phone) => [phone.written, phone]));
  return (phones as readonly Phone[]).map((phone) => known.get(phone.written) ?? phone);
}

/** What every input of the interview is given. */
export interface InputProps<T> {
  readonly field: Field;
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly describedBy?: string;
}
