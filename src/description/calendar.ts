import { z } from 'zod';
import { earliestAndLatest } from './edtf-date';

/** A date as people know it, in EDTF (ISO 8601-2): `2024-03-05`, `2024-03`, `2024~`, `2024-03-05/2024-03-20`, `../2024-03-20`. */
export const edtfDate = z
  .string()
  .max(40)
  .refine((text) => earliestAndLatest(text) !== null, { error: 'description.date-not-understood' });
export type EdtfDate = z.infer<typeof edtfDate>;
