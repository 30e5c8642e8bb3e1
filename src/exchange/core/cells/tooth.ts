import { dentalCodes, isTooth, type ToothState } from '../../../description';
import { foldDigits, read, refuse, type CellReader } from './reading';

const codes = new Map(dentalCodes.map((code) => [code as string, code]));

/** FDI number = INTERPOL three-letter code: `11=fmc`. */
export const tooth: CellReader<ToothState> = (cell) => {
  const parts = /^(\d{1,3})\s*=\s*([A-Za-z]+)$/.exec(foldDigits(cell));
  if (!parts) return refuse('exchange.tooth-not-understood');
  const number = Number(parts[1]);
  const code = codes.get(parts[2]?.toLowerCase() ?? '');
  const faults = [
    ...(isTooth(number) ? [] : refuse('exchange.tooth-unknown').faults),
    ...(code ? [] : refuse('exchange.tooth-code-unknown').faults),
  ];
  return faults.length > 0 || !code ? { faults } : read({ tooth: number, code });
};

/** The inverse of `tooth`. */
export const writeTooth = ({ tooth: number, code }: ToothState): string => `${number}=${code}`;
