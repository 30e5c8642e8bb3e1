/** How a date of EDTF is said: its pieces, and which sentence holds them. Pure; the month's name comes from Intl. */
export type Said =
  | { readonly how: 'on' | 'about'; readonly day: string }
  | { readonly how: 'between'; readonly from: string; readonly to: string }
  | { readonly how: 'before' | 'after'; readonly day: string }
  | { readonly how: 'as-written'; readonly day: string };

const plain = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const bare = (text: string): string => text.replace(/[~?%]$/, '');

export function saidOf(edtf: string): Said {
  const text = edtf.trim();
  const [from, to, more] = text.split('/');
  if (from === undefined || more !== undefined) return { how: 'as-written', day: text };
  if (to === undefined) {
    if (!plain.test(bare(from))) return { how: 'as-written', day: text };
    return { how: from === bare(from) ? 'on' : 'about', day: bare(from) };
  }
  const isOpen = (end: string): boolean => end === '' || end === '..';
  if (isOpen(from) && plain.test(bare(to))) return { how: 'before', day: bare(to) };
  if (isOpen(to) && plain.test(bare(from))) return { how: 'after', day: bare(from) };
  if (plain.test(bare(from)) && plain.test(bare(to))) return { how: 'between', from: bare(from), to: bare(to) };
  return { how: 'as-written', day: text };
}

/** `2024` by year, `2024-03` with the month in words, `2024-03-05` in full. Days have no time zone: read and said in UTC. */
export function sayDay(day: string, language: string): string {
  const parts = day.split('-').map(Number);
  const when = new Date(Date.UTC(parts[0] ?? 0, (parts[1] ?? 1) - 1, parts[2] ?? 1));
  const shape: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (parts.length > 1) shape.month = 'long';
  if (parts.length > 2) shape.day = 'numeric';
  return new Intl.DateTimeFormat(language, shape).format(when);
}
