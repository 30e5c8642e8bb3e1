import fc from 'fast-check';
import { type Traces, whereIs } from './whereabouts';

const traces = (given: Partial<Traces> = {}): Traces => ({
  ...{
    recoveredFrom: '2025-06-14',
    recoveryPlace: 'Cala Pisana',
    isRecovered: true,
    custody: [],
    graves: [],
    locations: [],
  },
  ...given,
});
const handover = (on: string, to: string, from: string | null = 'x', seq = 0) => ({
  id: on,
  from,
  to,
  on,
  seq,
  place: `at ${to}`,
});
const grave = (from: string | null, to: string | null) => ({
  cemetery: 'North',
  plot: null,
  row: null,
  number: '7',
  from,
  to,
});

describe('where remains are', () => {
  it('is said by the latest dated fact, a grave before a hand-over of the same day', () => {
    const found = traces({
      custody: [
        handover('2025-06-14', 'Mortuary'),
        handover('2025-07-01', 'Cemetery'),
        handover('2025-09-02', 'Airline'),
      ],
      graves: [grave('2025-07-01', '2025-09-01')],
    });
    expect(whereIs(found, '2025-06-20')).toMatchObject({ kind: 'custody', holder: 'Mortuary', place: 'at Mortuary' });
    expect(whereIs(found, '2025-07-01')).toMatchObject({ kind: 'grave', holder: 'Cemetery', place: 'North' });
    expect(whereIs(found, '2025-08-31')).toMatchObject({ kind: 'grave' });
    expect(whereIs(found, '2025-09-01')).toMatchObject({ kind: 'custody', holder: 'Cemetery' });
    expect(whereIs(found, '2025-10-01')).toMatchObject({ kind: 'custody', holder: 'Airline' });
  });

  it('falls back on a grave without a date, what the record said that day, and the place of recovery', () => {
    expect(whereIs(traces({ graves: [grave(null, null)] }), '2025-08-01')).toMatchObject({
      kind: 'grave',
      since: null,
    });
    const locations = [
      { since: '2025-07-01', words: 'Mortuary' },
      { since: '2025-08-01', words: 'Container 4' },
    ];
    expect(whereIs(traces({ locations }), '2025-07-15')).toMatchObject({ kind: 'location', place: 'Mortuary' });
    expect(whereIs(traces({ locations }), '2025-06-20')).toMatchObject({
      kind: 'place_of_recovery',
      place: 'Cala Pisana',
    });
    expect(whereIs(traces({ recoveryPlace: null }), '2025-08-01').kind).toBe('unknown');
    expect(whereIs(traces(), '2025-06-01').kind).toBe('not_recovered');
  });

  it('says of those not recovered where they were seen, and who is not yet their holder', () => {
    const seen = traces({
      isRecovered: false,
      recoveredFrom: null,
      locations: [{ since: '2025-06-20', words: 'off Zarzis' }],
    });
    expect(whereIs(seen, '2025-07-01')).toMatchObject({ kind: 'not_recovered', place: 'off Zarzis', holder: null });
  });

  it('tells of a gap in custody from its day on', () => {
    const broken = traces({ custody: [handover('2025-06-14', 'Mortuary'), handover('2025-08-01', 'Cemetery', null)] });
    expect(whereIs(broken, '2025-07-31').gaps).toEqual([]);
    expect(whereIs(broken, '2025-08-01').gaps).toHaveLength(1);
  });

  it('has an answer for every day from recovery on, whatever was recorded', () => {
    const day = fc
      .integer({ min: 0, max: 300 })
      .map((n) => new Date(Date.UTC(2025, 5, 14 + n)).toISOString().slice(0, 10));
    const chain = fc
      .array(day, { maxLength: 6 })
      .map((days) => days.map((on, seq) => handover(on, `H${seq}`, 'x', seq)));
    fc.assert(
      fc.property(chain, fc.option(day), day, (custody, buried, asked) => {
        const graves = buried === null ? [] : [grave(buried, null)];
        return !['unknown', 'not_recovered'].includes(whereIs(traces({ custody, graves }), asked).kind);
      }),
    );
  });
});
