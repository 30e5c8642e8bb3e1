import { z } from 'zod';

/** A quantity known within bounds; null where that end is open. At least one end is known, and from <= to. */
export const rangeOf = (minimum: number, maximum: number) =>
  z
    .strictObject({
      from: z.number().min(minimum).max(maximum).nullable(),
      to: z.number().min(minimum).max(maximum).nullable(),
    })
    .refine((range) => range.from !== null || range.to !== null, { error: 'description.range-empty' })
    .refine((range) => range.from === null || range.to === null || range.from <= range.to, {
      error: 'description.range-reversed',
    });
export interface Range {
  from: number | null;
  to: number | null;
}

/** Years. */
export const ageRange = rangeOf(0, 120);
/** Centimetres: from a fetus to the tallest person recorded. Metres typed by mistake fall below. */
export const heightRange = rangeOf(20, 272);
/** Kilograms. */
export const weightRange = rangeOf(0.2, 450);
/** Days since death: up to a century. */
export const daysRange = rangeOf(0, 36600);
