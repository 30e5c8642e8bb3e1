import type { Reject } from '../api/inbox';

/** A cell that a spreadsheet would take for a formula is written as text (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value !== 'number' ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rejected rows as a file with a BOM, so that spreadsheets read it as UTF-8. */
export const rejectsCsv = (rejects: readonly Reject[]): string =>
  `\ufeff${[
    ['line', 'column', 'code', 'reason'],
    ...rejects.map(({ line, column, code, reason }) => [line, column, code, reason]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`;
