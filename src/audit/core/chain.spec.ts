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

/** Another value of the same field. */
function edited(entry: LinkedEntry, field: number): LinkedEntry {
  const name = fields[field % fields.length]!;
  const now = entry[name];
  if (Array.isArray(now)) return { ...entry, [name]: [...(now as string[]), ''] };
  if (typeof now === 'boolean') return { ...entry, [name]: !now };
  if (name === 'at') return { ...entry, at: (now as string).replace('10:', '23:') };
  return { ...entry, [name]: now === null ? '' : `${now}.` };
}
const fields = [
  ...['id', 'at', 'act', 'userId', 'actorName', 'organisationId', 'country', 'roles', 'via', 'isSystem', 'requestId'],
  ...['subject', 'fields', 'reason', 'purpose'],
] as readonly (keyof HashedEntry)[];

/** As one who knows the rule would do it: the link of that place made anew, so that only what follows can tell. */
function relinked(links: readonly LinkedEntry[], place: number): LinkedEntry[] {
  const before = place === 0 ? startOf(at(links, 0).chain) : at(links, place - 1);
  const link = at(links, place);
  return links.with(place, { ...link, hash: linkHash(before.hash, link.position, link as HashedEntry) });
}

type Tampering = (links: LinkedEntry[], place: number, other: number) => LinkedEntry[];

/** Each takes a place that is not the last one, so that something follows which must not fit any more. */
const tamperings: Record<string, Tampering> = {
  'an entry edited': (links, place, other) => links.with(place, edited(at(links, place), other)),
  'an entry edited, its link made anew': (links, place, other) =>
    relinked(links.with(place, edited(at(links, place), other)), place),
  'an entry deleted, its link left': (links, place) => links.with(place, { ...at(links, place), id: null }),
  'an entry cut out with its link': (links, place) => links.toSpliced(place, 1),
  'an entry cut out, the rest renumbered': (links, place) => renumbered(links.toSpliced(place, 1)),
  'an entry cut out, the rest renumbered, the next link made anew': (links, place) => {
    const cut = renumbered(links.toSpliced(place, 1));
    return place < cut.length - 1 ? relinked(cut, place) : cut;
  },
  'a stretch cut out of the middle': (links, place) => links.toSpliced(place, links.length - 1 - place),
  'a stretch cut out, the rest renumbered': (links, place) =>
    renumbered(links.toSpliced(place, links.length - 1 - place)),
  'an entry put in, its link well made': (links, place) => {
    const forged = { ...at(links, place), id: '999', act: 'forged' };
    return relinked(renumbered(links.toSpliced(place, 0, forged)), place);
  },
  'two entries exchanged': (links, place, other) => {
    const [one, two] = [at(links, place), at(links, other)];
    return links
      .with(place, { ...two, position: one.position, hash: one.hash })
      .with(other, { ...one, position: two.position, hash: two.hash });
  },
  'two entries exchanged, the first link made anew': (links, place, other) => {
    const exchanged = tamperings['two entries exchanged']!(links, place, other);
    return relinked(exchanged, Math.min(place, other));
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
        expect(firstFault(tamperings['an entry edited']!(links, first, first))).toBe(first + 1);
      }),
    );
  });

  it.each(fields.map((field, at) => [field, at] as const))('holds the %s of an entry', (_, field) => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, place) => {
        const links = linked(list);
        const one = place % links.length;
        expect(firstFault(links.with(one, edited(at(links, one), field)))).toBe(one + 1);
      }),
      { numRuns: 20 },
    );
  });

  it('cannot be carried over to another country or day, even when it is linked anew', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('GRC/2026-11-21', 'ITA/2026-11-22', '---/2026-11-22'), (list, chain) => {
        expect(firstFault(linked(list).map((link) => ({ ...link, chain })))).toBe(1);
        expect(firstFault(linked(list, chain))).toBe(1);
      }),
    );
  });

  it('says what is wrong', () => {
    const list = fc.sample(entries, { seed: 1, numRuns: 1 })[0]!;
    const links = linked(list);
    const [first, second, third] = [at(links, 0), at(links, 1), at(links, 2)];
    expect(faultOf(third, first)).toBe('an entry is missing before position 3');
    expect(faultOf({ ...second, id: null }, first)).toBe('the entry was deleted');
    expect(faultOf({ ...second, country: 'ITA' }, first)).toBe('the entry belongs to another chain');
    expect(faultOf({ ...second, act: 'other' }, first)).toBe('the entry or its link was changed');
    expect(faultOf(second, first)).toBeNull();
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
