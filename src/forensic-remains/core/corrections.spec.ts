import { refusalOfCorrection, standing } from './corrections';
import { custodyGaps } from './custody';

const TODAY = '2026-11-22';
const entered = [
  { id: 'one', isStruck: false },
  { id: 'two', isStruck: true },
];
const handover = { from: 'Mortuary', to: 'Institute', on: '2026-01-02' };

it.each<[string, Parameters<typeof refusalOfCorrection>, ReturnType<typeof refusalOfCorrection>]>([
  ['a sample that was entered for another body is struck', [entered, 'one', null, TODAY], null],
  ['a hand-over is put right', [entered, 'one', handover, TODAY], null],
  ['what is not there', [entered, 'three', null, TODAY], 'forensic-remains.nothing-to-correct'],
  ['what was corrected already', [entered, 'two', null, TODAY], 'forensic-remains.corrected-already'],
  [
    'a hand-over to oneself',
    [entered, 'one', { ...handover, to: ' mortuary ' }, TODAY],
    'forensic-remains.custody-to-oneself',
  ],
  [
    'one of tomorrow',
    [entered, 'one', { ...handover, on: '2026-11-23' }, TODAY],
    'forensic-remains.custody-in-the-future',
  ],
])('%s', (_, asked, expected) => expect(refusalOfCorrection(...asked)).toBe(expected));

it('strikes without closing the gap that the entry leaves', () => {
  const chain = [
    { id: 'a', from: 'Team', to: 'Mortuary', on: '2026-01-01', seq: 1, isStruck: false },
    { id: 'b', from: 'Mortuary', to: 'Institute', on: '2026-01-02', seq: 2, isStruck: true },
    { id: 'c', from: 'Institute', to: 'Cemetery', on: '2026-01-03', seq: 3, isStruck: false },
  ];
  expect(custodyGaps(chain)).toEqual([]);
  expect(custodyGaps(standing(chain))).toMatchObject([{ handoverId: 'c', lastHolder: 'Mortuary' }]);
});
