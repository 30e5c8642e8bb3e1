import { alpha3Of } from '../cells';
import { iomRoutes } from './routes';

/** The register's seven causes; dialect A has 1,908 free texts instead. One name holds commas itself. */
export const causeCategories = [
  'Drowning',
  'Mixed or unknown',
  'Harsh environmental conditions / lack of adequate shelter, food, water',
  'Vehicle accident / death linked to hazardous transport',
  'Violence',
  'Sickness / lack of access to adequate healthcare',
  'Accidental death',
] as const;
export const incidentTypes = ['Incident', 'Split Incident', 'Cumulative Incident'] as const;

const lower = (names: readonly string[]) => new Map(names.map((name) => [name.toLowerCase(), name]));
const causes = lower(causeCategories);
const types = lower(incidentTypes);
const routes = lower(iomRoutes);

/**
 * Names joined by commas, where a name may hold commas too: of the pieces from here on, the longest run that is a name is taken.
 * Null where some piece is no name.
 */
export function joinedNames(text: string, nameOf: (text: string) => string | null | undefined): string[] | null {
  const pieces = text.split(',');
  const found: string[] = [];
  for (let from = 0; from < pieces.length;) {
    let to = pieces.length;
    let name: string | null | undefined;
    for (; to > from; to--) {
      name = nameOf(pieces.slice(from, to).join(',').trim());
      if (name) break;
    }
    if (!name) return null;
    if (!found.includes(name)) found.push(name);
    from = to;
  }
  return found;
}

export const causesOf = (text: string): string[] => joinedNames(text, (name) => causes.get(name.toLowerCase())) ?? [];
export const typesOf = (text: string): string[] => joinedNames(text, (name) => types.get(name.toLowerCase())) ?? [text];
/** A route that is not known yet stays whole. */
export const routesOf = (text: string): string[] =>
  joinedNames(text, (name) => routes.get(name.toLowerCase())) ?? [text];

/** "Unknown", "Mixed", "Mixed/Unknown" are no country; neither is what else cannot be read, which stays as text. */
export const countriesOf = (text: string): string[] =>
  (
    joinedNames(text, (name) =>
      /^(unknown|mixed|mixed\s*\/\s*unknown)$/i.test(name)
        ? '-'
        : (alpha3Of(name) ?? (name.includes(',') ? null : '?')),
    ) ?? []
  ).filter((code) => code !== '-' && code !== '?');

/** Where the field holds more than a name: "Libya - presumed departure on 12-14 April", "Morocco (en route to Ceuta)". */
export function countryOfIncident(text: string): string | null {
  return alpha3Of(text) ?? alpha3Of(text.split(/\s+-\s+|\s*\(/)[0] ?? '');
}

/**
 * For the dialect that has no country of incident: the country that ends the place, "Bodrum, Muğla, Türkiye", "off the coast of Libya".
 * Short codes are not read (CA is California there), nor Georgia in North America.
 */
export function countryOfPlace(place: string, region: string | null): string | null {
  const last =
    place
      .split(/\s+-\s+|\(/)[0]
      ?.trim()
      .replace(/[.\s]+$/, '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  const named = /\b(?:of|in|from)\s+(?!.*\b(?:of|in|from)\b)(.+)$/i.exec(last)?.[1] ?? '';
  for (const name of [last, named]) {
    if (name.length < 4 && !/^(USA|UK)$/.test(name)) continue;
    if (/^georgia$/i.test(name) && /america/i.test(region ?? '')) continue;
    const alpha3 = alpha3Of(name);
    if (alpha3) return alpha3;
  }
  return null;
}

export interface RegionOfOrigin {
  readonly name: string;
  /** The register marks it "(P)". */
  readonly isPresumed: boolean;
}
export const regionsOf = (text: string): RegionOfOrigin[] =>
  text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !/^(unknown|mixed|mixed\s*\/\s*unknown)$/i.test(piece))
    .map((piece) => ({ name: piece.replace(/\s*\(P\)$/i, ''), isPresumed: /\(P\)$/i.test(piece) }));

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The register's texts passed through a web page: `C&ocirc;te d&#039;Ivoire`. Unknown entities stay. */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
        const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : NaN;
        if (!Number.isNaN(code))
          return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
            ? String.fromCodePoint(code)
            : whole;
        return entities[String(name).toLowerCase()] ?? whole;
      })
    : text;
