import { read, refuse, type CellFault, type CellReader } from './reading';

/** Splits at `;`, keeping empty places. `\;` is a semicolon, `\\` a backslash; any other backslash is itself. */
export function splitAtSemicolons(cell: string): string[] {
  if (!cell.includes('\\')) return cell.split(';');
  const items: string[] = [];
  let item = '';
  for (let at = 0; at < cell.length; at++) {
    const next = cell[at + 1];
    if (cell[at] === '\\' && (next === ';' || next === '\\')) item += cell[++at];
    else if (cell[at] === ';') {
      items.push(item);
      item = '';
    } else item += cell[at];
  }
  return [...items, item];
}

/** A list of values; empty places are left out. Every fault of every value is reported. */
export const list =
  <T>(item: CellReader<T>, maximum = 100): CellReader<T[]> =>
  (cell) => {
    const values: T[] = [];
    const faults: CellFault[] = [];
    const items = splitAtSemicolons(cell)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    if (items.length > maximum) return refuse('exchange.list-too-long', { maximum });
    for (const entry of items) {
      const reading = item(entry);
      if (reading.faults) faults.push(...reading.faults);
      else values.push(reading.value);
    }
    return faults.length > 0 ? { faults: distinct(faults) } : read(values);
  };

const distinct = (faults: CellFault[]) => [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];

/** The inverse of `list`. */
export const writeList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;]/g, (character) => `\\${character}`)).join('; ');
