/** FDI numbers as an examiner sees them: the patient's right is at the viewer's left. Quadrants of one row stand side by side. */
const quadrant = (number: number, count: number, fromMiddle: boolean): readonly number[] => {
  const teeth = Array.from({ length: count }, (_, index) => number * 10 + index + 1);
  return fromMiddle ? teeth : teeth.reverse();
};
export interface Row {
  readonly jaw: 'upper' | 'lower';
  readonly set: 'permanent' | 'deciduous';
  readonly right: readonly number[];
  readonly left: readonly number[];
}
export const toothRows: readonly Row[] = [
  { jaw: 'upper', set: 'permanent', right: quadrant(1, 8, false), left: quadrant(2, 8, true) },
  { jaw: 'upper', set: 'deciduous', right: quadrant(5, 5, false), left: quadrant(6, 5, true) },
  { jaw: 'lower', set: 'deciduous', right: quadrant(8, 5, false), left: quadrant(7, 5, true) },
  { jaw: 'lower', set: 'permanent', right: quadrant(4, 8, false), left: quadrant(3, 8, true) },
];
