import { placedOn, type Span } from './spans';

const span = (event: Span['event'], from: string, to = from): Span => ({ event, from, to, isCoarse: false });

describe('events on a line of time', () => {
  it('take their share of the days from the first to the last', () => {
    const placed = placedOn([
      span('contact', '2026-01-01'),
      span('death', '2026-01-03', '2026-01-06'),
      span('recovery', '2026-01-10'),
    ]);
    expect(placed.map(({ startPercent, widthPercent }) => [startPercent, widthPercent])).toEqual([
      [0, 10],
      [20, 40],
      [90, 10],
    ]);
  });
  it('fill the line where there is one alone, and leave out what is no day or ends before it begins', () => {
    expect(placedOn([span('death', '2026-01-01', '2026-02-01')])[0]).toMatchObject({
      startPercent: 0,
      widthPercent: 100,
    });
    expect(placedOn([span('death', 'never'), span('contact', '2026-02-01', '2026-01-01')])).toEqual([]);
  });
});
