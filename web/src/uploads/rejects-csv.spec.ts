import { rejectsCsv } from './rejects-csv';

const one = (reason: string) => rejectsCsv([{ line: 3, column: 'age', code: 'x', reason }]).split('\r\n')[1];

describe('the file of rejected rows', () => {
  it('begins with a BOM and a header', () => expect(rejectsCsv([])).toBe('\ufeffline,column,code,reason\r\n'));
  it('quotes commas and quotes', () => expect(one('a, "b"')).toBe('3,age,x,"a, ""b"""'));
  it.each(['=1+1', '+49', '-x', '@a'])('never writes a formula: %s', (text) =>
    expect(one(text)).toBe(`3,age,x,'${text}`),
  );
});
