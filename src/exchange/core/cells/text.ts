import { read, refuse, type CellReader } from './reading';

/** Words as written, in any script. Formula-looking cells are refused, since files go on to other people's spreadsheets. */
export const text =
  (maximum = 500): CellReader<string> =>
  (cell) => {
    if (cell.length > maximum) return refuse('exchange.text-too-long', { maximum });
    return looksLikeFormula(cell) ? refuse('exchange.formula-like') : read(cell);
  };

/** A person's name: words with a letter of some script in them, which a date, a number or a telephone in a wrong column has not. */
export const personName =
  (maximum = 500): CellReader<string> =>
  (cell) =>
    /\p{L}/u.test(cell) ? text(maximum)(cell) : refuse('exchange.name-without-letters');

/** `=…` always; `+`, `-` and `@` only with what makes them a call or a command: `+49 30…`, `-170` and `@nickname` are people's. */
export function looksLikeFormula(cell: string): boolean {
  const first = cell[0];
  if (first === '=') return true;
  if (first === '@') return /^@\s*\w+\s*\(|[|]/.test(cell);
  if (first === '+') return /^\+\s*[A-Za-z@=]|[|]/.test(cell);
  if (first === '-') return /^[-+\s]*\w+\s*\(|[|]/.test(cell) && /[A-Za-z|]/.test(cell);
  return false;
}

/** One of a closed list, in any case, with spaces or hyphens for underscores. */
export const choice = <const Value extends string>(allowed: readonly Value[]): CellReader<Value> => {
  return (cell) => {
    if ((allowed as readonly string[]).includes(cell)) return read(cell as Value);
    const folded = fold(cell);
    const found = allowed.find((value) => fold(value) === folded);
    return found === undefined ? refuse('exchange.choice-unknown', { allowed: allowed.join(', ') }) : read(found);
  };
};
function fold(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** `O-` and `O` differ by their sign alone, so blood groups are compared as written, in capitals; a typed minus sign is one. */
export const signedChoice =
  <const Value extends string>(allowed: readonly Value[]): CellReader<Value> =>
  (cell) => {
    const folded = cell.toUpperCase().replace(/[−–]/g, '-').replace(/\s+/g, '');
    const found = allowed.find((value) => value === folded);
    return found === undefined ? refuse('exchange.choice-unknown', { allowed: allowed.join(', ') }) : read(found);
  };

export const yesOrNo: CellReader<boolean> = (cell) => {
  const folded = cell.toLowerCase();
  if (folded === 'yes' || folded === 'true') return read(true);
  if (folded === 'no' || folded === 'false') return read(false);
  return refuse('exchange.choice-unknown', { allowed: 'yes, no' });
};
