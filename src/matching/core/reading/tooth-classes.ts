import type { DentalCode, ToothState } from '../../../description';

/**
 * Codes of the INTERPOL form gathered into the states between which a tooth can pass. Order matters: a tooth charted with several
 * codes counts as the last of them.
 */
export const toothStates = [
  'unerupted',
  'sound',
  'decayed',
  'filled',
  'crowned',
  'rooted',
  'missing',
  'replaced',
] as const;
export type ToothStateName = (typeof toothStates)[number];

const gathered: Readonly<Record<ToothStateName, readonly DentalCode[]>> = {
  unerupted: ['nou', 'une', 'imx', 'imv', 'ano', 'una'],
  sound: ['sou', 'int', 'pre', 'eru', 'dia', 'per', 'fis', 'abr', 'att', 'nvt'],
  decayed: ['car', 'aca', 'cca', 'cav', 'nca', 'cfr', 'fra', 'rrx', 'rov'],
  filled: ['rbl', 'res', 'amf', 'cof', 'gif', 'tcf', 'uif', 'inl', 'onl', 'goi', 'poi'],
  crowned: ['uic', 'mtc', 'fmc', 'goc', 'mec', 'mpc', 'poc', 'tcc', 'tec', 'mcc', 'gmc'],
  rooted: ['rct', 'rfx'],
  missing: ['mis', 'mam', 'ext', 'sox'],
  replaced: ['ipx', 'abu', 'pon', 'meb', 'pob', 'teb', 'prd', 'fld', 'acr'],
};

/** `non`, and teeth lost at or after death or with the jaw (`mpm`, `mja`), say nothing about the tooth in life. */
const stateOfCode = new Map<DentalCode, number>(
  toothStates.flatMap((state, index) => gathered[state].map((code): [DentalCode, number] => [code, index])),
);

/** FDI number x 8 + index of the state. */
export type ToothClass = number;
export const TOOTH_STATES = 8;
export const toothOf = (value: ToothClass): number => Math.floor(value / TOOTH_STATES);
export const stateOf = (value: ToothClass): number => value % TOOTH_STATES;

export function toothClasses(teeth: readonly ToothState[] | undefined): ToothClass[] {
  const chart = new Map<number, number>();
  for (const { tooth, code } of teeth ?? []) {
    const state = stateOfCode.get(code);
    if (state !== undefined) chart.set(tooth, Math.max(state, chart.get(tooth) ?? 0));
  }
  return [...chart].map(([tooth, state]) => tooth * TOOTH_STATES + state).sort((a, b) => a - b);
}

/** The same tooth on the other side: what a chart read in a mirror says. */
export function mirrored(tooth: number): number {
  const quadrant = Math.floor(tooth / 10);
  const other = [0, 2, 1, 4, 3, 6, 5, 8, 7][quadrant] ?? quadrant;
  return other * 10 + (tooth % 10);
}
