import fc from 'fast-check';
import { custodyGaps, type Handover, holderOn, inOrder, refusalOfHandover } from './custody';

const today = '2025-12-31';
const holders = ['Coast guard', 'Mortuary', 'Institute', 'Cemetery', 'Family'];
const aDay = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const anAct = fc.record({
  from: fc.option(fc.constantFrom(...holders, ' mortuary ')),
  to: fc.constantFrom(...holders),
  on: aDay,
  isEnteredLater: fc.boolean(),
  reason: fc.constantFrom(null, 'register of the cemetery'),
});
type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

/** Builds a chain from acts, as the service does; `seen` hears the chain before and after each act that was accepted. */
function chainOf(
  acts: readonly Act[],
  seen: (before: Handover[], act: Act, after: Handover[]) => void = () => undefined,
) {
  let chain: Handover[] = [];
  acts.forEach((act, seq) => {
    if (refusalOfHandover(chain, act, today) !== null) return;
    const { from, to, on } = act;
    const after = inOrder([...chain, { id: String(seq), from, to, on, seq }]);
    seen(chain, act, after);
    chain = after;
  });
  return chain;
}
const acts = fc.array(anAct, { maxLength: 40 });

describe('the chain of custody', () => {
  it('is whole but for hand-overs whose giver is said to be unknown', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const chain = chainOf(given);
        const unknown = chain.filter(({ from }) => from === null).map(({ id }) => id);
        expect(custodyGaps(chain).map(({ handoverId }) => handoverId)).toEqual(unknown);
      }),
    );
  });

  it('gets no gap by an act done in Cairn, once it has begun', () => {
    fc.assert(
      fc.property(acts, (given) => {
        chainOf(given, (before, act, after) => {
          if (before.length > 0 && !act.isEnteredLater)
            expect(custodyGaps(after).length).toBeLessThanOrEqual(custodyGaps(before).length);
        });
      }),
    );
  });

  it('gives remains one holder on each day: who received them last', () => {
    fc.assert(
      fc.property(acts, aDay, (given, day) => {
        const chain = chainOf(given);
        const received = chain.filter(({ on }) => on <= day);
        expect(holderOn(chain, day)).toBe(received.length > 0 ? received.at(-1)!.to : (chain[0]?.from ?? null));
      }),
    );
  });

  it('never hands remains to whom they are with already, nor on a day that has not come', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const chain = chainOf(given);
        chain.forEach(({ from, to, on }) => {
          expect(from?.trim().toLowerCase()).not.toBe(to.toLowerCase());
          expect(on <= today).toBe(true);
        });
      }),
    );
  });

  it('always lets the present holder hand on', () => {
    fc.assert(
      fc.property(acts, (given) => {
        const last = chainOf(given).at(-1);
        if (!last) return true;
        const next = { from: last.to, to: 'Cousin', on: today, isEnteredLater: false, reason: null };
        return refusalOfHandover(chainOf(given), next, today) === null;
      }),
    );
  });

  it('does not take remains from under the next giver by a hand-over put between', () => {
    const chain = chainOf([
      { from: 'Coast guard', to: 'Mortuary', on: '2025-06-01', isEnteredLater: false, reason: null },
      { from: 'Mortuary', to: 'Cemetery', on: '2025-07-01', isEnteredLater: false, reason: null },
    ]);
    const between = { from: 'Mortuary', to: 'Institute', on: '2025-06-10', isEnteredLater: true, reason: 'lab book' };
    expect(refusalOfHandover(chain, between, today)).toBe('forensic-remains.custody-gap');
    const first = { from: 'Fisherman', to: 'Coast guard', on: '2025-05-31', isEnteredLater: true, reason: 'log' };
    expect(refusalOfHandover(chain, first, today)).toBeNull();
  });
});
