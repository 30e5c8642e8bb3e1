import { answerNamesFile, compareNames, MissingNameColumnError } from '.';

describe('a file of name pairs', () => {
  it('is answered row for row, whatever other columns it has', () => {
    const answer = answerNamesFile('source\tb\ta\nx\tمحمد\tMohamed\ny\tPedro\tJuan\n');
    expect(answer.split('\n')).toEqual([
      'a\tb\tlog10_lr\tsame',
      `Mohamed\tمحمد\t${compareNames('Mohamed', 'محمد').log10Lr.toFixed(4)}\tyes`,
      `Juan\tPedro\t${compareNames('Juan', 'Pedro').log10Lr.toFixed(4)}\tno`,
      '',
    ]);
  });

  it('keeps its empty and damaged rows in their places', () => {
    const rows = answerNamesFile('\uFEFFa\tb\r\n\r\nAli\r\n😀\t\u0000\r\nAli\tعلي\r\n').trimEnd().split('\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toBe('\t\t0.0000\tno');
    expect(rows[2]).toBe('Ali\t\t0.0000\tno');
    expect(rows[3]).toMatch(/\t0\.0000\tno$/);
    expect(rows[4]).toMatch(/\tyes$/);
  });

  it('is refused where a column is missing', () => {
    expect(() => answerNamesFile('name\tb\nAli\tAli')).toThrow(MissingNameColumnError);
    expect(() => answerNamesFile('')).toThrow(MissingNameColumnError);
    expect(answerNamesFile('a\tb')).toBe('a\tb\tlog10_lr\tsame\n');
  });

  it('agrees with itself: what is called the same is at least the threshold', () => {
    const answer = answerNamesFile('a\tb\nAli\tAli\n"O""Neill"\tONeill');
    expect(answer).toContain('yes');
  });
});
