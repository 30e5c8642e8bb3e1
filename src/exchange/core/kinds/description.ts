import { builds, eyeColours, hairColours, sexes, type Range } from '../../../description';
import {
  age,
  choice,
  country,
  height,
  identityDocument,
  language,
  list,
  mark,
  phone,
  text,
  tooth,
  weight,
} from '../cells';
import type { RowReading } from './row-reading';

/** The columns that family reports and remains share. */
export const descriptionColumns = [
  ...(['sex', 'age', 'height_cm', 'weight_kg', 'build', 'hair_colour', 'eye_colour', 'marks', 'teeth'] as const),
  ...(['clothing', 'belongings', 'documents', 'phones', 'phone_country', 'languages'] as const),
] as const;

export function descriptionOf(row: RowReading) {
  const heightCm = row.optional('height_cm', height);
  const weightKg = row.optional('weight_kg', weight);
  if (isSwapped(heightCm, weightKg)) row.refuse('height_cm', 'exchange.height-weight-swapped');
  const phoneCountry = row.optional('phone_country', country);
  return {
    sex: row.optional('sex', choice(sexes)),
    ageYears: row.optional('age', age),
    heightCm,
    weightKg,
    build: row.optional('build', choice(builds)),
    hairColour: row.optional('hair_colour', choice(hairColours)),
    eyeColour: row.optional('eye_colour', choice(eyeColours)),
    marks: row.optional('marks', list(mark, 200)),
    teeth: row.optional('teeth', list(tooth, 208)),
    clothing: row.optional('clothing', list(text(1000), 100)),
    belongings: row.optional('belongings', list(text(1000), 100)),
    documents: row.optional('documents', list(identityDocument, 30)),
    phones: row.optional('phones', list(phone(phoneCountry), 30)),
    languages: row.optional('languages', list(language, 20)),
  };
}

/** Nobody of 1.10 m weighs 100 kg; a person of 165 cm and 55 kg with the cells changed about would. */
const isSwapped = (height: Range | undefined, weight: Range | undefined): boolean =>
  height !== undefined && weight !== undefined && (height.to ?? Infinity) <= 110 && (weight.from ?? 0) >= 100;
