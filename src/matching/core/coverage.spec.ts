import fc from 'fast-check';
import { type Covered, Digest, holesBetween, isCovered } from './coverage';

const records = (prefix: string) =>
  fc
    .array(fc.record({ changedIn: fc.integer({ min: 1, max: 20 }), horizon: fc.integer({ min: 0, max: 22 }) }), {
      maxLength: 15,
    })
    .map((list) => list.map((record, at): Covered => ({ id: `${prefix}${at}`, ...record })));

describe('the coverage of pairs', () => {
  it('finds exactly the pairs that no run of either side covers', () => {
    fc.assert(
      fc.property(records('a'), records('p'), (reports, remains) => {
        const expected = reports.flatMap((report) =>
          remains.filter((one) => !isCovered(report, one)).map((one) => `${report.id} ${one.id}`),
        );
        const { count, holes } = holesBetween(reports, remains, 1000);
        expect(count).toBe(expected.length);
        expect(holes.map(({ reportId, remainsId }) => `${reportId} ${remainsId}`).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('does not take a run for proof whose horizon is the very transaction of the change', () => {
    const remains = { id: 'p', changedIn: 7, horizon: 0 };
    expect(isCovered({ id: 'a', changedIn: 3, horizon: 7 }, remains)).toBe(false);
    expect(isCovered({ id: 'a', changedIn: 3, horizon: 8 }, remains)).toBe(true);
  });

  it('is digested without order, and told apart by version', () => {
    const [one, other] = [new Digest(), new Digest()];
    one.add('a', '1');
    one.add('b', '2');
    other.add('b', '2');
    other.add('a', '1');
    expect(one.sum).toBe(other.sum);
    other.remove('a', '1');
    other.add('a', '3');
    expect(one.sum).not.toBe(other.sum);
    expect(one.records).toBe(other.records);
  });
});
