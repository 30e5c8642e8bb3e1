import fc from 'fast-check';
import { chainOf, faultOf, type HashedEntry, type LinkedEntry, linkHash, startOf } from './chain';

const word = fc.string({ minLength: 1, maxLength: 8 });
const entry = fc.record({
  act: word,
  userId: fc.option(fc.uuid()),
  actorName: word,
  organisationId: fc.option(fc.uuid()),
  roles: fc.array(word, { maxLength: 3 }),
  via: fc.constantFrom('http', 'cli', 'worker'),
  isSystem: fc.boolean(),
  requestId: fc.uuid(),
  subject: fc.option(word),
  fields: fc.array(word, { maxLength: 3 }),
  reason: fc.option(word),
  purpose: fc.option(word),
});

/** Between four and twenty entries of one country and day, with ids and times that rise. */
const entries = fc.array(entry, { minLength: 4, maxLength: 20 }).map((list) =>
  list.map((one, at): HashedEntry => ({
    ...one,
    id: String(at + 1),
    at: `2026-11-22T10:00:00.${String(at).padStart(6, '0')}Z`,
    country: 'GRC',
  })),
);

function linked(list: readonly HashedEntry[], chain = 'GRC/2026-11-22'): LinkedEntry[] {
  let head = startOf(chain);
  return list.map((one) => {
    const position = head.position + 1;
    head = { position, hash: linkHash(head.hash, position, one) };
    return { ...one, chain, ...head };
  });
}

/** The walk of `cairn audit verify` along one chain: the position of the first fault, null where there is none. */
function firstFault(links: readonly LinkedEntry[]): number | null {
  let head = startOf(links[0]?.chain ?? '');
  for (const link of links) {
    if (faultOf(link, head) !== null) return link.position;
    head = link;
  }
  return null;
}

const at = <T>(list: readonly T[], place: number): T => list[place]!;
const renumbered = (links: readonly LinkedEntry[]): LinkedEntry[] =>
  links.map((link, place) => ({ ...link, position: place + 1 }));

/** Each takes a place that is not the last one, so that something follows which must not fit any more. */
const tamperings: Record<string, (links: LinkedEntry[], place: number, other: number) => LinkedEntry[]> = {
  'an act in other words': (links, place) =>
    links.with(place, { ...at(links, place), act: `${at(links, place).act}!` }),
  'another person': (links, place) => links.with(place, { ...at(links, place), userId: 'somebody else' }),
  'a field moved to its neighbour': (links, place) =>
    links.with(place, { ...at(links, place), reason: at(links, place).purpose, purpose: 'x' }),
  'another role': (links, place) =>
    links.with(place, { ...at(links, place), roles: [...at(links, place).roles, 'auditor'] }),
  'a later time': (links, place) => links.with(place, { ...at(links, place), at: '2026-11-22T23:59:59.999999Z' }),
  'another day': (links, place) => links.with(place, { ...at(links, place), at: '2026-11-21T10:00:00.000000Z' }),
  'an entry deleted, its link left': (links, place) => links.with(place, { ...at(links, place), id: null }),
  'an entry cut out with its link': (links, place) => links.toSpliced(place, 1),
  'an entry cut out, the rest renumbered': (links, place) => renumbered(links.toSpliced(place, 1)),
  'a stretch cut out of the middle': (links, place) => links.toSpliced(place, links.length - 1 - place),
  'a stretch cut out, the rest renumbered': (links, place) =>
    renumbered(links.toSpliced(place, links.length - 1 - place)),
  'an entry put in': (links, place) => {
    const before = place === 0 ? startOf(at(links, 0).chain) : at(links, place - 1);
    const forged: HashedEntry = { ...at(links, place), id: '999', act: 'forged' };
    const hash = linkHash(before.hash, before.position + 1, forged);
    return renumbered(links.toSpliced(place, 0, { ...at(links, place), ...forged, hash }));
  },
  'two entries exchanged': (links, place, other) => {
    const [one, two] = [at(links, place), at(links, other)];
    return links
      .with(place, { ...two, position: one.position, hash: one.hash })
      .with(other, { ...one, position: two.position, hash: two.hash });
  },
  'two links exchanged': (links, place, other) =>
    links
      .with(place, { ...at(links, place), hash: at(links, other).hash })
      .with(other, { ...at(links, other), hash: at(links, place).hash }),
  'a link with one bit changed': (links, place) => {
    const hash = Buffer.from(at(links, place).hash);
    hash[place % 32]! ^= 1;
    return links.with(place, { ...at(links, place), hash });
  },
};

describe('the audit chain', () => {
  it('is whole as it was sealed', () => {
    fc.assert(fc.property(entries, (list) => expect(firstFault(linked(list))).toBeNull()));
  });

  it('shows each of 500 tamperings', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        entries,
        fc.constantFrom(...Object.keys(tamperings)),
        fc.nat(),
        fc.nat(),
        (list, kind, place, step) => {
          const links = linked(list);
          const first = place % (links.length - 1);
          const other = (first + 1 + (step % (links.length - 1))) % links.length;
          seen.add(kind);
          expect(firstFault(tamperings[kind]!(links, first, other))).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(Object.keys(tamperings).sort());
  });

  it('names the first entry that is not as it was', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, place) => {
        const links = linked(list);
        const first = place % links.length;
        expect(firstFault(tamperings['an act in other words']!(links, first, 0))).toBe(first + 1);
      }),
    );
  });

  it('cannot be carried over to another country or day', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('GRC/2026-11-21', 'ITA/2026-11-22', '---/2026-11-22'), (list, chain) => {
        expect(firstFault(linked(list).map((link) => ({ ...link, chain })))).toBe(1);
      }),
    );
  });

  it('does not see that its own end is gone: the heads must be kept elsewhere', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, end) => {
        const links = linked(list);
        expect(firstFault(links.slice(0, 1 + (end % links.length)))).toBeNull();
      }),
    );
  });

  it('goes by country and UTC day, and has one for the system', () => {
    expect(chainOf({ country: 'SEN', at: '2026-11-22T23:59:59.999999Z' })).toBe('SEN/2026-11-22');
    expect(chainOf({ country: null, at: '2026-11-23T00:00:00.000000Z' })).toBe('---/2026-11-23');
  });
});
