import { createInflateRaw } from 'node:zlib';

/** What a workbook may be unpacked; a million rows of family reports stay well below. */
export const maximumUnpackedMegabytes = 1024;

/**
 * Whether a ZIP archive is whole, and how large it is unpacked. Every entry is unpacked once and counted against what it declares,
 * since what reads it later believes the declaration and would fill the memory, or wait for ever on an archive cut short.
 */
export async function inspectArchive(archive: Buffer): Promise<'whole' | 'damaged' | 'too-large'> {
  const entries = entriesOf(archive);
  if (entries === null) return 'damaged';
  const limit = maximumUnpackedMegabytes * 1_048_576;
  let total = 0;
  for (const { data, size, isDeflated } of entries) {
    total += size;
    if (total > limit) return 'too-large';
    const unpacked = isDeflated ? await unpackedSize(data, size) : data.length;
    if (unpacked !== size) return 'damaged';
  }
  return 'whole';
}

interface Entry {
  readonly name: string;
  readonly data: Buffer;
  readonly checksum: number;
  readonly size: number;
  readonly isDeflated: boolean;
}

/** From the central directory; null where there is none, or it points outside the file. ZIP64 is not needed below 4 GB. */
function entriesOf(archive: Buffer): Entry[] | null {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > archive.length) return null;
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) return null;
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    if (local + 30 > archive.length || archive.readUInt32LE(local) !== 0x04034b50) return null;
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (start + packed > archive.length || (method !== 0 && method !== 8)) return null;
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28)),
      checksum: archive.readUInt32LE(at + 16),
      data: archive.subarray(start, start + packed),
      size: archive.readUInt32LE(at + 24),
      isDeflated: method === 8,
    });
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

const partsInOrder = [
  /^_rels\/\.rels$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/styles\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
];
const place = ({ name }: Entry) => partsInOrder.findIndex((part) => part.test(name));
const sheetNumber = ({ name }: Entry) => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);

/**
 * The parts that hold rows, again as an archive, texts and styles before the sheets. A reader that meets a sheet before its
 * texts spools it into a temporary file, where the data of families would lie in clear; and spreadsheet programs put sheets first.
 */
export function* sheetsLast(archive: Buffer): Generator<Buffer> {
  const entries = (entriesOf(archive) ?? []).filter((entry) => place(entry) >= 0);
  if (!entries.some(({ name }) => name === 'xl/sharedStrings.xml'))
    entries.push({ name: 'xl/sharedStrings.xml', data: noTexts, size: noTexts.length, checksum: 0, isDeflated: false });
  entries.sort((a, b) => place(a) - place(b) || sheetNumber(a) - sheetNumber(b));
  for (const entry of entries) {
    yield localHeader(entry);
    for (let at = 0; at < entry.data.length; at += 65_536) yield entry.data.subarray(at, at + 65_536);
  }
  // An empty central directory: who reads a stream has read the entries by then.
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  yield end;
}

const noTexts = Buffer.from('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>');

function localHeader({ name, data, checksum, size, isDeflated }: Entry): Buffer {
  const path = Buffer.from(name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(isDeflated ? 8 : 0, 8);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

/** Stops as soon as there is more than declared; -1 where the data are not deflated data. */
async function unpackedSize(data: Buffer, declared: number): Promise<number> {
  const inflate = createInflateRaw();
  inflate.end(data);
  let size = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > declared) break;
    }
  } catch {
    return -1;
  }
  return size;
}
