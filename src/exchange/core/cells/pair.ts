import { read, refuse, type CellReader } from './reading';

/** `kind:number` and its like: two texts at the first colon, both needed. */
export const pair =
  (form: string, maximumFirst: number, maximumSecond: number): CellReader<readonly [string, string]> =>
  (cell) => {
    const colon = cell.indexOf(':');
    const first = cell.slice(0, Math.max(colon, 0)).trim();
    const second = cell.slice(colon + 1).trim();
    if (colon < 0 || first === '' || second === '') return refuse('exchange.pair-not-understood', { form });
    if (first.length > maximumFirst) return refuse('exchange.text-too-long', { maximum: maximumFirst });
    if (second.length > maximumSecond) return refuse('exchange.text-too-long', { maximum: maximumSecond });
    return read([first, second] as const);
  };

const identity = pair('kind:number', 60, 80);
export const identityDocument: CellReader<{ kind: string; number: string }> = (cell) => {
  const reading = identity(cell);
  return reading.faults ? reading : read({ kind: reading.value[0], number: reading.value[1] });
};
