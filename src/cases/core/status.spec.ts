import fc from 'fast-check';
import { caseStatuses, dayAfter, mayBecomeIdentified, mayChange, outwardOf } from './status';

const status = fc.constantFrom(...caseStatuses);

describe('the status of a case', () => {
  it('is never brought to identified by hand, on no path however long', () => {
    fc.assert(
      fc.property(fc.array(status, { maxLength: 30 }), (wishes) => {
        let present: (typeof caseStatuses)[number] = 'open';
        for (const wish of wishes) if (mayChange(present, wish)) present = wish;
        expect(present).not.toBe('identified');
      }),
    );
  });

  it('can always be left again: no status is a dead end', () => {
    for (const from of caseStatuses) expect(caseStatuses.some((to) => mayChange(from, to))).toBe(true);
  });

  it('still lets a clarified fate be identified when remains are found, but not a person known to live', () => {
    expect(mayBecomeIdentified('fate_clarified')).toBe(true);
    expect(mayBecomeIdentified('located_alive')).toBe(false);
    expect(mayBecomeIdentified('identified')).toBe(false);
  });

  it('tells the outside the same about a person found alive as about any closed file, and nothing of an identification', () => {
    expect(outwardOf('located_alive')).toBe(outwardOf('closed'));
    expect(outwardOf('identified')).toBe(outwardOf('tracing'));
  });

  it('counts days across a leap day', () => {
    expect(dayAfter('2024-02-28', 2)).toBe('2024-03-01');
  });
});
