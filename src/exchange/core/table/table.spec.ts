import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fs from 'node:fs';
import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readTable, type TableEvent } from '.';
import { inspectArchive } from './archive';
import { CsvScanner } from './csv';
import type { TableColumns, TableOptions } from '.';

const columns: TableColumns = { known: ['reference', 'given_names', 'height_cm', 'marks'], required: ['reference'] };

async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(content: string | Uint8Array, options?: TableOptions, size?: number): Promise<TableEvent[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const events: TableEvent[] = [];
  for await (const event of readTable(inPieces(bytes, size), columns, options)) events.push(event);
  return events;
}
const rows = (events: TableEvent[]) => events.flatMap(({ row }) => (row ? [[row.line, row.cells]] : []));
const rejects = (events: TableEvent[]) =>
  events.flatMap(({ reject }) => (reject ? [[reject.line, reject.column, reject.code]] : []));

/** Bytes that are held, after what is not has been swept: how much lies about unswept depends on whatever ran before. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('a CSV file', () => {
  it.each([
    ['commas', 'reference,given_names\nA,"Omar, Ali"\n', 'Omar, Ali'],
    ['semicolons', 'reference;given_names\nA;Omar, Ali\n', 'Omar, Ali'],
    ['tabs and CR LF', 'reference\tgiven_names\r\nA\tOmar, Ali\r\n', 'Omar, Ali'],
    ['a BOM', '\ufeffreference,given_names\nA,عمر\n', 'عمر'],
    ['other cases and spaces', ' Given Names ,REFERENCE\n Omar ,A', 'Omar'],
    ['a separator line', 'sep=;\nreference;given_names\nA;Omar', 'Omar'],
    ['doubled marks', 'reference,given_names\nA,"Omar ""the tall"""\n', 'Omar "the tall"'],
    ['marks inside', `reference,given_names\nA,5'9" Omar\n`, `5'9" Omar`],
    ['a line break inside', 'reference,given_names\nA,"Omar\nAli"\n', 'Omar\nAli'],
    ['CR alone', 'reference,given_names\rA,Omar\r', 'Omar'],
  ])('is read with %s', async (_, content, name) => {
    const events = await read(content);
    expect(rejects(events)).toEqual([]);
    expect(rows(events)).toMatchObject([[expect.any(Number), { reference: 'A', given_names: name }]]);
  });

  it('is read the same in pieces of any size, and gives back what RFC 4180 wrote', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', 'é', 'ع', ' ', '😀') });
    const quote = (text: string) => `"${text.replace(/"/g, '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, size) => {
          const content = `reference,given_names\n${table.map((row) => row.map(quote).join(',')).join('\n')}\n`;
          const expected = table
            .map(([reference, names]) => ({
              ...(reference.trim() && { reference: reference.trim() }),
              ...(names.trim() && { given_names: names.trim() }),
            }))
            .filter((row) => Object.keys(row).length > 0);
          expect(rows(await read(content, {}, size)).map(([, cells]) => cells)).toEqual(expected);
        },
      ),
    );
  });

  it('counts lines as an editor does', async () => {
    const events = await read('reference,given_names\nA,"x\ny"\n\n,\nB,z\r\nC,\n');
    expect(rows(events).map(([line]) => line)).toEqual([2, 6, 7]);
  });

  it.each<[string, string, (string | number | null)[][]]>([
    ['is empty', '', [[1, null, 'exchange.file-empty']]],
    ['has a header alone', 'reference\n', [[1, null, 'exchange.file-empty']]],
    ['names a column twice', 'reference,Reference\nA,B\n', [[1, 'reference', 'exchange.column-twice']]],
    [
      'has unknown columns',
      'reference,Shoe size,hat\nA,1,2\n',
      [
        [1, 'Shoe size', 'exchange.column-unknown'],
        [1, 'hat', 'exchange.column-unknown'],
      ],
    ],
    ['lacks an obligatory column', 'given_names\nA\n', [[1, 'reference', 'exchange.column-missing']]],
    [
      'is cut in a quotation',
      'reference,given_names\nA,x\nB,"y and\nmore',
      [[3, 'given_names', 'exchange.quote-not-closed']],
    ],
    ['is cut in a row', 'reference,given_names\nA,x\nB', [[3, null, 'exchange.cells-too-few']]],
    ['has a cell too many', 'reference,given_names\nA,x,y\nB,z\n', [[2, null, 'exchange.cells-too-many']]],
    [
      'has text behind a mark',
      'reference,given_names\nA,"x"y,z\nB,z\n',
      [[2, 'given_names', 'exchange.quote-misplaced']],
    ],
    ['has a zero byte', 'reference,given_names\nA,x\u0000y\nB,z\n', [[2, 'given_names', 'exchange.control-character']]],
    ['has text under no name', 'reference,\nA,x\nB,\n', [[2, null, 'exchange.cells-too-many']]],
  ])('that %s is refused there', async (_, content, expected) =>
    expect(rejects(await read(content))).toEqual(expected),
  );

  it('is scanned the same wherever its pieces end, CR LF between them too', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r\n', '\n', '\r', ' '), maxLength: 30 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 5 }), (content, size) => {
        const whole = new CsvScanner(',');
        const pieces = new CsvScanner(',');
        const expected = [...whole.push(content), ...whole.end()];
        const found = [];
        for (let at = 0; at < content.length; at += size) found.push(...pieces.push(content.slice(at, at + size)));
        expect([...found, ...pieces.end()]).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('names the line where the open quotation mark stands, behind a cell of several lines', async () => {
    const events = await read('reference,given_names\n"A\nB","C');
    expect(rejects(events)).toEqual([[3, 'given_names', 'exchange.quote-not-closed']]);
  });

  it('keeps the good rows around a bad one', async () => {
    const events = await read('reference,given_names\nA,x\nB,"y"z\nC,"w"\n');
    expect(rows(events)).toMatchObject([
      [2, { reference: 'A' }],
      [4, { reference: 'C', given_names: 'w' }],
    ]);
  });

  it('leaves unknown columns out when asked to', async () => {
    const events = await read('reference,hat\nA,2\n', { ignoreUnknownColumns: true });
    expect(rows(events)).toEqual([[2, { reference: 'A' }]]);
  });

  it.each<[string, Uint8Array]>([
    ['Windows-1252', Buffer.from('reference,given_names\nA,Am\xe9lie\nB,Ali\n', 'latin1')],
    ['Windows-1256', Buffer.from('reference,given_names\nA,\xda\xe3\xd1\nB,Ali\n', 'latin1')],
  ])('in %s loses the rows that cannot be read, and says why', async (_, bytes) => {
    const events = await read(bytes);
    expect(rejects(events)).toEqual([[2, 'given_names', 'exchange.encoding-not-utf8']]);
    expect(rows(events)).toMatchObject([[3, { reference: 'B' }]]);
  });

  it.each<[string, Uint8Array, string]>([
    ['UTF-16 with a BOM', Buffer.from('\ufeffreference\nA\n', 'utf16le'), 'exchange.encoding-utf16'],
    ['UTF-16 without', Buffer.from('reference\nA\n', 'utf16le'), 'exchange.encoding-utf16'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'exchange.workbook-old'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'exchange.file-not-a-table'],
    ['a header in another encoding', Buffer.from('reference,pr\xe9nom\nA,b\n', 'latin1'), 'exchange.encoding-not-utf8'],
    ['half a workbook', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'exchange.workbook-damaged'],
  ])('that is %s is refused as a whole', async (_, bytes, code) => {
    const events = await read(bytes);
    expect(events).toMatchObject([{ reject: { line: 1, code }, refused: true }]);
  });

  it('refuses a cell of 10 MB and reads on', async () => {
    const events = await read(`reference,given_names\nA,"${'x'.repeat(10_000_000)}"\nB,y\n`);
    expect(rejects(events)).toEqual([[2, 'given_names', 'exchange.cell-too-long']]);
    expect(rows(events)).toEqual([[3, { reference: 'B', given_names: 'y' }]]);
  });

  it('holds little of a quotation of 100 MB that never ends', async () => {
    const piece = Buffer.alloc(1_000_000, 'x');
    async function* endless() {
      yield Buffer.from('reference,given_names\nA,"');
      for (let index = 0; index < 100; index++) yield piece;
    }
    const before = process.memoryUsage();
    const events: TableEvent[] = [];
    for await (const event of readTable(endless(), columns)) events.push(event);
    expect(rejects(events).map(([, , code]) => code)).toEqual(['exchange.quote-not-closed', 'exchange.cell-too-long']);
    expect(process.memoryUsage().heapUsed - before.heapUsed).toBeLessThan(60_000_000);
  }, 30_000);

  it('reads 300,000 rows in the memory of one', async () => {
    const piece = Buffer.from('A,some name,170,scar@arm\n'.repeat(2000));
    async function* many() {
      yield Buffer.from('reference,given_names,height_cm,marks\n');
      for (let index = 0; index < 150; index++) yield piece;
    }
    let count = 0;
    let peak = 0;
    const before = heldBytes();
    for await (const event of readTable(many(), columns)) {
      if (event.row) count++;
      if (event.row && count % 100_000 === 0) peak = Math.max(peak, heldBytes() - before);
    }
    expect(count).toBe(300_000);
    expect(peak).toBeLessThan(20_000_000);
  }, 60_000);
});

describe('a workbook', () => {
  async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('Reports'), book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  it('is read as CSV is, dates and numbers as they would be typed', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['Given names', 'Reference', 'height_cm', 'marks']);
      sheet.addRow(['عمر', 12, 170.1, { richText: [{ text: 'scar@' }, { text: 'arm' }] }]);
      sheet.addRow(['x', 'B', new Date('2024-03-05T00:00:00Z'), true]);
      sheet.addRow(['x', 'C', -5, { text: 'link', hyperlink: 'https://example.org' }]);
      sheet.addRow([]);
      sheet.addRow([null, 'D']);
    });
    const events = await read(bytes);
    expect(rejects(events)).toEqual([]);
    expect(rows(events)).toEqual([
      [2, { given_names: 'عمر', reference: '12', height_cm: '170.1', marks: 'scar@arm' }],
      [3, { given_names: 'x', reference: 'B', height_cm: '2024-03-05', marks: 'yes' }],
      [4, { given_names: 'x', reference: 'C', height_cm: '−5', marks: 'link' }],
      [6, { reference: 'D' }],
    ]);
  });

  it('leaves nothing on the disk, though its texts come behind its sheets', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['reference', 'given_names']);
      sheet.addRow(['A', 'عمر']);
    });
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.indexOf('xl/worksheets/sheet1.xml')).toBeLessThan(text.indexOf('xl/sharedStrings.xml'));
    const written = jest.spyOn(fs, 'createWriteStream');
    expect(rows(await read(bytes))).toEqual([[2, { reference: 'A', given_names: 'عمر' }]]);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it('may hold its texts in the cells themselves', async () => {
    const stream = new PassThrough();
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false });
    const sheet = book.addWorksheet('Reports');
    for (const row of [
      ['reference', 'given_names'],
      ['A', 'Omar & Ali'],
    ])
      sheet.addRow(row).commit();
    sheet.commit();
    await book.commit();
    expect(Buffer.concat(pieces).includes('sharedStrings.xml')).toBe(false);
    const written = jest.spyOn(fs, 'createWriteStream');
    expect(rows(await read(Buffer.concat(pieces)))).toEqual([[2, { reference: 'A', given_names: 'Omar & Ali' }]]);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it('with formulas, errors and a second sheet loses just those', async () => {
    const bytes = await workbook((sheet, book) => {
      sheet.addRow(['reference', 'given_names']);
      sheet.addRow(['A', { formula: '1+1', result: 2 }]);
      sheet.addRow(['B', { error: '#REF!' } as ExcelJS.CellErrorValue]);
      sheet.addRow(['C', 'x']);
      book.addWorksheet('More').addRow(['forgotten']);
      book.addWorksheet('Empty');
    });
    const events = await read(bytes);
    expect(rejects(events)).toEqual([
      [2, 'given_names', 'exchange.formula'],
      [3, 'given_names', 'exchange.cell-error'],
      [1, 'More', 'exchange.sheet-not-read'],
    ]);
    expect(rows(events)).toMatchObject([[4, { reference: 'C' }]]);
  });

  it('whose parts unpack to more than they declare is known before it is opened', async () => {
    const bytes = Buffer.from(await workbook((sheet) => sheet.addRow(['reference'])));
    expect(await inspectArchive(bytes)).toBe('whole');
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const lying = Buffer.from(bytes);
    lying.writeUInt32LE(bytes.readUInt32LE(directory + 24) - 1, directory + 24);
    expect(await inspectArchive(lying)).toBe('damaged');
    const bomb = Buffer.from(bytes);
    bomb.writeUInt32LE(0xf0000000, directory + 24);
    expect(await inspectArchive(bomb)).toBe('too-large');
    expect(await inspectArchive(bytes.subarray(0, bytes.length - 30))).toBe('damaged');
    expect(await inspectArchive(bytes.subarray(100))).toBe('damaged');
  });

  it('that is cut short anywhere, or altered, is refused without waiting', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['reference']);
      for (let index = 0; index < 50; index++) sheet.addRow([`R${index}`]);
    });
    for (const length of [100, bytes.length >> 1, bytes.length - 30])
      expect(await read(bytes.slice(0, length))).toMatchObject([{ reject: { code: 'exchange.workbook-damaged' } }]);
    const altered = bytes.slice();
    altered.fill(0x55, 200, 260);
    expect(rejects(await read(altered)).at(-1)?.[2]).toBe('exchange.workbook-damaged');
  });
});
