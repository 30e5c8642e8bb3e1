import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { rejectCodes } from './reasons';
import { writeRejects, type Reject } from './reject';
import { readTable } from './table';

const columns = { known: ['line', 'column', 'code', 'reason'], required: ['line', 'column', 'code', 'reason'] };
async function readBack(rejects: Reject[], language?: string) {
  const rows: Record<string, string>[] = [];
  const content = [...writeRejects(rejects, language)].join('');
  async function* bytes() {
    yield Buffer.from(content);
  }
  for await (const event of readTable(bytes(), columns)) if (event.row) rows.push(event.row.cells);
  return { content, rows };
}

describe('the list of rejects', () => {
  it('is CSV, a row a fault, the reason in the language asked for', async () => {
    const reject: Reject = {
      line: 7,
      column: 'height_cm',
      code: 'exchange.height-in-metres',
      params: { suggestion: 175 },
    };
    expect([...writeRejects([reject])].join('')).toBe(
      'line,column,code,reason\n7,height_cm,exchange.height-in-metres,This looks like metres. Write centimetres: 175.\n',
    );
    const { rows } = await readBack([reject, { line: 8, column: null, code: 'exchange.file-empty' }], 'ar');
    expect(rows).toEqual([
      {
        line: '7',
        column: 'height_cm',
        code: 'exchange.height-in-metres',
        reason: expect.stringMatching(/175/) as string,
      },
      { line: '8', code: 'exchange.file-empty', reason: 'لا يحتوي الملف على أي صف.' },
    ]);
  });

  it('is harmless in a spreadsheet, whatever a header was called', async () => {
    const hostile = fc.string({ minLength: 1 }).map((name) => `=${name}`);
    const column = fc.oneof(hostile, fc.constantFrom('@SUM(1)', "+cmd|' /C calc'!A0", '-1', '\t=1', '\r\n=1', 'a"b,c'));
    await fc.assert(
      fc.asyncProperty(
        column,
        fc.constantFrom(...rejectCodes),
        fc.constantFrom('en', 'fr', 'es', 'ar'),
        async (name, code, language) => {
          const { content } = await readBack([{ line: 2, column: name, code }], language);
          const cells = (parse(content) as string[][]).flat();
          expect(cells).toHaveLength(8);
          for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/);
          expect(content.split('\n')).toHaveLength(3);
        },
      ),
    );
  });
});
