import type { RejectCode } from '../reasons';

const enoughToKnow = 4096;

/** The first bytes of a stream, and the whole of it again. */
export async function withHead(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < enoughToKnow) {
    const next = await iterator.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      yield* taken.splice(0);
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      // The reader may stop in the middle: the file is closed then too.
      await iterator.return?.();
    }
  }
  return { head: Buffer.concat(taken).subarray(0, enoughToKnow), whole: whole() };
}

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, index) => head[index] === byte);

/** By content, not by the name of the file. CSV is UTF-8: another encoding is refused, since guessing one would misspell names. */
export function formatOf(head: Uint8Array): 'csv' | 'xlsx' | { code: RejectCode } {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return { code: 'exchange.workbook-old' };
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) return { code: 'exchange.encoding-utf16' };
  const zeros = [0, 0];
  let controls = 0;
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  });
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  if (half >= 2 && ((even > 0.4 * half && odd < 0.1 * half) || (odd > 0.4 * half && even < 0.1 * half)))
    return { code: 'exchange.encoding-utf16' };
  const isOtherFormat =
    startsWith(head, 0x25, 0x50, 0x44, 0x46) || startsWith(head, 0x1f, 0x8b) || startsWith(head, 0x89, 0x50);
  return isOtherFormat || controls > 0.1 * head.length ? { code: 'exchange.file-not-a-table' } : 'csv';
}

/** UTF-8 as text, without its BOM; bytes that are not UTF-8 become U+FFFD, by which their cell is refused. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
