import { isTooth } from '../../../src/description/tooth';
import { toothRows } from './teeth';

const all = toothRows.flatMap((row) => [...row.right, ...row.left]);

describe('the odontogram', () => {
  it('has the 32 permanent and 20 deciduous teeth of FDI, each once', () => {
    expect(new Set(all).size).toBe(52);
    expect(all.filter((tooth) => !isTooth(tooth))).toEqual([]);
  });
  it("begins at the patient's upper right wisdom tooth and meets at the middle line", () => {
    expect(toothRows[0]?.right).toEqual([18, 17, 16, 15, 14, 13, 12, 11]);
    expect(toothRows[0]?.left[0]).toBe(21);
    expect(toothRows[3]?.right[0]).toBe(48);
  });
});
