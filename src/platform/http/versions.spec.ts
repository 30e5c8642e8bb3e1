import fc from 'fast-check';
import { z } from 'zod';
import { DomainError, InvalidInputError, StaleVersionError, VersionRequiredError } from '../errors/domain-error';
import { decodeCursor, encodeCursor, pageQuery, requireVersion } from './versions';

const shape = [z.string(), z.uuid()] as const;

describe('a cursor', () => {
  it('comes back as the key it was made of', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (key, id) => {
        expect(decodeCursor(encodeCursor([key, id]), shape)).toEqual([key, id]);
      }),
    );
  });

  it('stands in an address as it is', () => {
    fc.assert(fc.property(fc.array(fc.string()), (key) => expect(encodeCursor(key)).toMatch(/^[A-Za-z0-9_-]+$/)));
  });

  it('is null where none was given', () => {
    expect(decodeCursor(undefined, shape)).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('hello').toString('base64url')],
    ['no list', encodeCursor([]).slice(0, 1)],
    ['a value', Buffer.from('null').toString('base64url')],
    ['too few parts', encodeCursor(['2026-11-22'])],
    ['too many parts', encodeCursor(['2026-11-22', 'b2f1c6a0-8f5e-4a5b-9c3d-2e1f0a9b8c7d', 1])],
    ['another kind of part', encodeCursor([1, 'b2f1c6a0-8f5e-4a5b-9c3d-2e1f0a9b8c7d'])],
    ['no id', encodeCursor(['2026-11-22', "x' OR true"])],
  ])('with %s is refused as bad input', (_, cursor) => {
    expect(() => decodeCursor(cursor, shape)).toThrow(InvalidInputError);
  });

  it('of any text at all ends in a key or in a refusal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => Buffer.from(text).toString('base64url')),
        ),
        (text) => {
          try {
            decodeCursor(text, shape);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidInputError);
          }
        },
      ),
    );
  });
});

describe('a page', () => {
  const page = z.strictObject(pageQuery);

  it.each([
    ['0', false],
    ['1', true],
    ['100', true],
    ['101', false],
    ['1.5', false],
    ['many', false],
  ])('of %s records', (limit, isFine) => {
    expect(page.safeParse({ limit }).success).toBe(isFine);
  });

  it('has fifty unless told otherwise', () => {
    expect(page.parse({})).toEqual({ limit: 50 });
  });
});

describe('a change', () => {
  const refusal = (given: number | null, present: number): DomainError | null => {
    try {
      requireVersion(given, present, () => ({ status: 'open' }));
      return null;
    } catch (error) {
      return error as DomainError;
    }
  };

  it('builds on the present version', () => {
    expect(refusal(7, 7)).toBeNull();
  });

  it('must say on which it builds', () => {
    expect(refusal(null, 7)).toBeInstanceOf(VersionRequiredError);
  });

  it.each([6, 8, 0])('on version %i of 7 loses, and is shown the record as it is', (given) => {
    expect(refusal(given, 7)).toBeInstanceOf(StaleVersionError);
    expect(refusal(given, 7)?.current).toEqual({ status: 'open' });
  });
});
