import { z } from 'zod';

/** FDI / ISO 3950: permanent 11-18, 21-28, 31-38, 41-48; deciduous 51-55, 61-65, 71-75, 81-85. */
export function isTooth(number: number): boolean {
  const quadrant = Math.floor(number / 10);
  const position = number % 10;
  return quadrant >= 1 && quadrant <= 8 && position >= 1 && position <= (quadrant <= 4 ? 8 : 5);
}

/** INTERPOL three-letter dental codes (form item 635), the union seen in public lists; `non` = no information. */
export const dentalCodes = [
  ...['sou', 'int', 'non', 'nou', 'une', 'pre', 'eru', 'imx', 'imv', 'ano', 'dia', 'per', 'una'],
  ...['mis', 'mam', 'mpm', 'ext', 'sox', 'mja'],
  ...['car', 'aca', 'cca', 'cav', 'nca', 'cfr', 'fra', 'abr', 'att', 'nvt', 'rrx', 'rov', 'rbl', 'res'],
  ...['amf', 'cof', 'gif', 'tcf', 'fis', 'uif', 'inl', 'onl', 'goi', 'poi'],
  ...['uic', 'mtc', 'fmc', 'goc', 'mec', 'mpc', 'poc', 'tcc', 'tec', 'mcc', 'gmc'],
  ...['rct', 'rfx', 'ipx'],
  ...['abu', 'pon', 'meb', 'pob', 'teb', 'prd', 'fld', 'acr'],
] as const;
export type DentalCode = (typeof dentalCodes)[number];

/** The state of one tooth. A tooth may hold several states, one entry each. */
export const toothState = z.strictObject({
  tooth: z.number().int().refine(isTooth, { error: 'description.tooth-unknown' }),
  code: z.enum(dentalCodes as unknown as [DentalCode, ...DentalCode[]]),
});
export type ToothState = z.infer<typeof toothState>;
export const teeth = z.array(toothState).max(208);
