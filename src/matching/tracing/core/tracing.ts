import { parsePhoneNumberFromString } from 'libphonenumber-js';
import countries from 'i18n-iso-countries';
import type { PostMortem } from '../../../forensic-remains/core/post-mortem';
import { deathWithin } from '../../core/comparisons/time';
import { corridorCells } from '../../core/reading/corridors';
import type { Day, DaySpan } from '../../core/reading/days';
import { dayOf } from '../../core/reading/days';
import { kmOnSphere, onSphere } from '../../core/reading/sphere';
import type { PostMortemProfile } from '../../core/profile';
import type { MatchingSettings } from '../../core/settings';
import { spokenIn } from './spoken-in';

/** An event of the public register near these remains. */
export interface NearIncident {
  readonly incidentId: string;
  readonly route: string | null;
  readonly reportedOn: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Where the people came from, as the register words it. */
  readonly origin: string | null;
}
/** A family's desk as the directory shows it to everybody. */
export interface ListedDesk {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly countries: readonly string[];
  readonly routes: readonly string[];
  readonly languages: readonly string[];
}

export type CorridorReason = 'found-on-route' | 'event-named' | 'events-near';
export type OriginReason = 'hint' | 'phone' | 'language' | 'register';
export type DeskReason = 'serves-origin' | 'covers-route' | 'speaks';

export interface Tracing {
  readonly corridors: readonly { route: string; share: number; reasons: CorridorReason[]; incidents: string[] }[];
  readonly origins: readonly { country: string; share: number; reasons: OriginReason[] }[];
  /** ISO days between which the person was probably last heard of: the middle nine tenths, and the middle half. */
  readonly departure: { from: string; to: string; likelyFrom: string; likelyTo: string } | null;
  readonly desks: readonly {
    id: string;
    name: string;
    country: string;
    reasons: { reason: DeskReason; of: string }[];
  }[];
}

const LISTED_CORRIDORS = 3;
const LISTED_ORIGINS = 6;
const LISTED_DESKS = 8;
/** Under this share a corridor or a country is not named. */
const LEAST_SHARE = 0.04;
/** Kilometres within which a register's cell of two degrees speaks for a place, and days and kilometres within which an event does. */
const CELL_KM = 250;
const EVENT_KM = 150;
const EVENT_DAYS = 30;
/** An event counts as this many of the register's cells' incidents; one that the examiners name decides. */
const NEAR_WEIGHT = 5;
const NAMED_WEIGHT = 500;
/** Votes for a country of origin: what was found on the person before what the register says of others nearby. */
const votes: Readonly<Record<OriginReason, number>> = { hint: 3, phone: 3, language: 2, register: 1 };
const DAY_MS = 86_400_000;

const distance = (a: Point, b: Point): number =>
  kmOnSphere(...onSphere(a.latitude, a.longitude), ...onSphere(b.latitude, b.longitude));
interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Where remains that nobody is known to have reported may have come from, and whom to ask.
 *
 * Corridors: incidents of each route by kernel around the place of recovery, events of the register near in place and time on top, the
 * event that the examiners name above all. Origins: votes of what was found (hints of SIM cards and currency, numbers' country codes,
 * languages) and of the register's words for near events. Departure: the day of death less the time from last contact to death of the
 * matching settings. Everything rests on the remains and on public registers alone: no family's report is looked at.
 * Error: a SIM card may be of transit, a register counts what is reported; shares rank whom to ask first and prove nothing.
 * Source: IOM Missing Migrants Project, CC BY 4.0; times as in the comparison of time.
 */
export function traceBack(
  pm: PostMortem,
  profile: Pick<PostMortemProfile, 'place' | 'death'>,
  incidents: readonly NearIncident[],
  desks: readonly ListedDesk[],
  settings: MatchingSettings,
): Tracing {
  const corridors = corridorsOf(pm, profile, incidents);
  const origins = originsOf(pm, profile, incidents);
  return {
    corridors,
    origins,
    departure: profile.death === null ? null : departureOf(profile.death, settings),
    desks: desksWorthAsking(desks, origins, corridors, pm.languages ?? []),
  };
}

function corridorsOf(
  pm: PostMortem,
  { place, death }: Pick<PostMortemProfile, 'place' | 'death'>,
  incidents: readonly NearIncident[],
): Tracing['corridors'] {
  const weights = new Map<string, { weight: number; reasons: Set<CorridorReason>; incidents: string[] }>();
  const add = (route: string, weight: number, reason: CorridorReason, incident?: string) => {
    const known = weights.get(route) ?? { weight: 0, reasons: new Set(), incidents: [] };
    known.weight += weight;
    known.reasons.add(reason);
    if (incident !== undefined && known.incidents.length < 5 && !known.incidents.includes(incident))
      known.incidents.push(incident);
    weights.set(route, known);
  };
  if (place !== null) {
    const width = Math.hypot(CELL_KM, place.point.accuracyKm);
    for (const [route, cells] of Object.entries(corridorCells))
      for (const cell of cells.split(' ')) {
        const [south = 0, west = 0, count = 0] = cell.split(',').map(Number);
        const km = distance(place.point, { latitude: 2 * south + 1, longitude: 2 * west + 1 });
        const near = count * Math.exp(-0.5 * (km / width) ** 2);
        if (near > 0.01) add(route, near, 'found-on-route');
      }
  }
  const named = pm.incidentReference?.trim().toLowerCase();
  for (const one of incidents) {
    if (one.route === null) continue;
    if (named !== undefined && named === one.incidentId.toLowerCase())
      add(one.route, NAMED_WEIGHT, 'event-named', one.incidentId);
    const near = nearness(one, place, death);
    if (near > 0.05) add(one.route, NEAR_WEIGHT * near, 'events-near', one.incidentId);
  }
  return shared(weights)
    .slice(0, LISTED_CORRIDORS)
    .map(({ key, share, value }) => ({
      ...{ route: key, share, reasons: [...value.reasons], incidents: value.incidents },
    }));
}

/** 1 for an event at the very place within the days of death, falling with distance and time. */
function nearness(
  { latitude, longitude, reportedOn }: NearIncident,
  place: PostMortemProfile['place'],
  death: PostMortemProfile['death'],
): number {
  if (place === null || death === null || latitude === null || longitude === null || reportedOn === null) return 0;
  const km = distance(place.point, { latitude, longitude });
  const day = dayOf(reportedOn);
  const days = Math.max(0, death.earliest - day, day - death.foundBy);
  const width = Math.hypot(EVENT_KM, place.point.accuracyKm);
  return Math.exp(-0.5 * (km / width) ** 2 - days / EVENT_DAYS);
}

function originsOf(
  pm: PostMortem,
  { place, death }: Pick<PostMortemProfile, 'place' | 'death'>,
  incidents: readonly NearIncident[],
): Tracing['origins'] {
  const weights = new Map<string, { weight: number; reasons: Set<OriginReason> }>();
  const vote = (country: string | undefined, reason: OriginReason, part = 1) => {
    if (country === undefined) return;
    const known = weights.get(country) ?? { weight: 0, reasons: new Set() };
    known.weight += votes[reason] * part;
    known.reasons.add(reason);
    weights.set(country, known);
  };
  for (const country of new Set(pm.originHints ?? [])) vote(country, 'hint');
  const numbers = (pm.phones ?? []).flatMap(({ e164 }) => (e164 ? [parsePhoneNumberFromString(e164)?.country] : []));
  for (const two of new Set(numbers)) if (two !== undefined) vote(countries.alpha2ToAlpha3(two), 'phone');
  for (const tag of new Set((pm.languages ?? []).map((one) => one.split('-')[0]!.toLowerCase()))) {
    const spoken = spokenIn.get(tag) ?? [];
    for (const country of spoken) vote(country, 'language', 1 / spoken.length);
  }
  for (const one of incidents) {
    const near = nearness(one, place, death);
    const named = (one.origin ?? '').split(/[,;/]/).flatMap((name) => {
      const code = countries.getAlpha3Code(name.trim(), 'en');
      return code ? [code] : [];
    });
    if (near > 0.05) for (const country of new Set(named)) vote(country, 'register', near / named.length);
  }
  return shared(weights)
    .slice(0, LISTED_ORIGINS)
    .map(({ key, share, value }) => ({ country: key, share, reasons: [...value.reasons] }));
}

function shared<V extends { weight: number }>(weights: ReadonlyMap<string, V>) {
  const sum = [...weights.values()].reduce((total, { weight }) => total + weight, 0);
  return [...weights]
    .map(([key, value]) => ({ key, value, share: sum > 0 ? value.weight / sum : 0 }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (a.key < b.key ? -1 : 1));
}

const QUANTILES = 40;
const LONGEST_DAYS = 6000;

/** Days of the last contact: the day of death, evenly over its interval, less the gap of the settings. */
function departureOf(death: DaySpan, settings: MatchingSettings): NonNullable<Tracing['departure']> {
  const most = deathWithin(LONGEST_DAYS, { settings });
  const middles = Array.from({ length: QUANTILES }, (_, at) => (at + 0.5) / QUANTILES);
  const gaps: number[] = [];
  let gap = 0;
  for (const q of middles) {
    while (gap < LONGEST_DAYS && deathWithin(gap, { settings }) < q * most) gap++;
    gaps.push(gap);
  }
  const days = middles
    .flatMap((q) => gaps.map((before) => death.earliest + q * (death.latest - death.earliest) - before))
    .sort((a, b) => a - b);
  const at = (q: number) => isoDay(days[Math.min(days.length - 1, Math.floor(q * days.length))] ?? death.earliest);
  return { from: at(0.05), likelyFrom: at(0.25), likelyTo: at(0.75), to: at(0.95) };
}

const isoDay = (day: Day): string => new Date(Math.floor(day) * DAY_MS).toISOString().slice(0, 10);

function desksWorthAsking(
  desks: readonly ListedDesk[],
  origins: Tracing['origins'],
  corridors: Tracing['corridors'],
  languages: readonly string[],
): Tracing['desks'] {
  const base = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const found = new Set(languages.map(base));
  return desks
    .map((desk) => {
      const reasons: { reason: DeskReason; of: string }[] = [];
      let weight = 0;
      const serves = new Set([desk.country, ...desk.countries]);
      for (const { country, share } of origins)
        if (serves.has(country)) {
          weight += share;
          reasons.push({ reason: 'serves-origin', of: country });
        }
      for (const { route, share } of corridors)
        if (desk.routes.includes(route)) {
          weight += 0.5 * share;
          reasons.push({ reason: 'covers-route', of: route });
        }
      for (const language of new Set(desk.languages.map(base)))
        if (found.has(language)) {
          weight += 0.2 / found.size;
          reasons.push({ reason: 'speaks', of: language });
        }
      return { desk, weight, reasons };
    })
    .filter(({ weight }) => weight >= LEAST_SHARE)
    .sort((a, b) => b.weight - a.weight || (a.desk.name < b.desk.name ? -1 : 1))
    .slice(0, LISTED_DESKS)
    .map(({ desk, reasons }) => ({ id: desk.id, name: desk.name, country: desk.country, reasons }));
}
