import type { Field, Step } from '../interview/fields';
import { bloodGroups, builds, eyeColours, hairColours, sexes } from '../words/lists';

/** What a family is asked, in the order in which one would ask it: a step is one breath. */
export const steps: readonly Step[] = [
  {
    name: 'names',
    fields: [
      { name: 'givenNames', kind: 'words' },
      { name: 'familyNames', kind: 'words' },
      { name: 'otherNames', kind: 'lines', hint: true },
      { name: 'fatherNames', kind: 'words' },
      { name: 'motherNames', kind: 'words' },
    ],
  },
  {
    name: 'person',
    fields: [
      { name: 'sex', kind: 'choice', options: sexes.filter((sex) => sex !== 'unknown'), optionWords: 'sex' },
      { name: 'genderAsLived', kind: 'words', hint: true },
      { name: 'birthDate', kind: 'date' },
      { name: 'ageYears', kind: 'range', unit: 'year', bounds: [0, 120], hint: true },
      { name: 'minorUnaccompanied', kind: 'yes-no' },
    ],
  },
  {
    name: 'origin',
    fields: [
      { name: 'nationalities', kind: 'countries' },
      { name: 'originPlace', kind: 'words', hint: true },
      { name: 'languages', kind: 'tongues' },
    ],
  },
  {
    name: 'last-contact',
    fields: [
      { name: 'lastContactOn', kind: 'date', hint: true },
      { name: 'lastContactPlace', kind: 'place' },
      { name: 'travelledWith', kind: 'lines', hint: true },
    ],
  },
  {
    name: 'journey',
    fields: [
      { name: 'route', kind: 'route' },
      { name: 'intendedDestination', kind: 'country' },
      { name: 'incidentReference', kind: 'words', hint: true },
      { name: 'fingerprintsTakenBy', kind: 'takers', hint: true },
    ],
  },
  {
    name: 'looks',
    fields: [
      { name: 'heightCm', kind: 'range', unit: 'centimeter', bounds: [20, 272], hint: true },
      { name: 'weightKg', kind: 'range', unit: 'kilogram', bounds: [0.2, 450] },
      { name: 'build', kind: 'choice', options: builds, optionWords: 'build' },
      { name: 'hairColour', kind: 'choice', options: hairColours, optionWords: 'hair' },
      { name: 'eyeColour', kind: 'choice', options: eyeColours, optionWords: 'eyes' },
    ],
  },
  { name: 'marks', fields: [{ name: 'marks', kind: 'marks', hint: true }] },
  {
    name: 'teeth-health',
    fields: [
      { name: 'teeth', kind: 'teeth', hint: true },
      { name: 'bloodGroup', kind: 'choice', options: bloodGroups },
      { name: 'medical', kind: 'lines', hint: true },
    ],
  },
  {
    name: 'belongings',
    fields: [
      { name: 'clothing', kind: 'lines', hint: true },
      { name: 'belongings', kind: 'lines', hint: true },
      { name: 'documents', kind: 'documents', hint: true },
      { name: 'phones', kind: 'phones', hint: true },
    ],
  },
];
export const fields: readonly Field[] = steps.flatMap((step) => step.fields);
