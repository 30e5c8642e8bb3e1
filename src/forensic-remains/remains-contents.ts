import type { GravePlace, RemainsContent } from './forensic-remains.dto';
import type { ChangedRemains, NewRemains, RemainsRow, SealedLocation } from './remains-table';

/** What a desk says now against what stands. */
export interface Difference {
  /** Names of what changed; empty where nothing did. */
  readonly fields: readonly string[];
  readonly row: ChangedRemains;
  /** undefined leaves the remains where they lie. */
  readonly grave: GravePlace | null | undefined;
}

interface Standing {
  readonly row: RemainsRow;
  /** Opened; needed only where the content says anything of a location. */
  readonly location: SealedLocation | null;
  readonly graveMac: Buffer | undefined;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export const saysLocation = (content: RemainsContent): boolean =>
  content.location !== undefined || content.sighting !== undefined;

export function differenceOf(
  { row: present, location, graveMac }: Standing,
  content: RemainsContent,
  mac: (value: unknown) => Buffer,
): Difference {
  const said = saysLocation(content) ? locationSaid(content, location) : undefined;
  const reviewOn = content.sighting?.reviewOn ?? present.reviewOn;
  const isGraveChanged = content.grave !== undefined && !isSame(graveMac, content.grave && mac(content.grave));
  const fields = [
    ...(present.reference === content.reference ? [] : ['reference']),
    ...(present.isDraft === content.draft ? [] : ['draft']),
    ...(present.reviewOn === reviewOn ? [] : ['reviewOn']),
    ...(present.evidenceMac.equals(mac(content.postMortem)) ? [] : ['postMortem']),
    ...(said === undefined || isSame(present.locationMac, said && mac(said)) ? [] : ['location']),
    ...(isGraveChanged ? ['grave'] : []),
  ];
  const { id, country } = present;
  const { reference, draft: isDraft, postMortem, grave } = content;
  return {
    fields,
    row: { id, country, reference, isDraft, reviewOn, postMortem, location: said },
    grave: isGraveChanged ? grave : undefined,
  };
}

export const newRemains = (id: string, content: RemainsContent): NewRemains => ({
  id,
  reference: content.reference,
  status: content.sighting ? 'reported' : 'recorded',
  isDraft: content.draft,
  reviewOn: content.sighting?.reviewOn ?? null,
  postMortem: content.postMortem,
  location: locationSaid(content, null),
});

/** Names of what was said, for the audit trail; never the values. */
export const namesOf = (content: RemainsContent): string[] => [
  ...Object.keys(content.postMortem),
  ...(content.location ? ['location'] : []),
  ...(content.grave ? ['grave'] : []),
];

/** What was only seen must be found again: a place is needed. */
export const lacksPlace = ({ sighting, location, postMortem }: RemainsContent): boolean =>
  sighting !== undefined && !location && postMortem.recoveryPlace === undefined;

function locationSaid(content: RemainsContent, present: SealedLocation | null): SealedLocation | null {
  const location = content.location === undefined ? (present?.location ?? null) : content.location;
  const source = content.sighting?.source ?? present?.source ?? null;
  return location === null && source === null ? null : { location, source };
}

const isSame = (a: Buffer | null | undefined, b: Buffer | null): boolean => (a && b ? a.equals(b) : !a && !b);
