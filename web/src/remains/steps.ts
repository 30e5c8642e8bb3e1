import type { Field, Step } from '../interview/fields';
import {
  bloodGroups,
  builds,
  completenesses,
  conditions,
  eyeColours,
  fingerprintStates,
  hairColours,
  recoveredFrom,
  sexBases,
  sexes,
} from '../words/lists';

/** The order of an examination: where and how found, the state of the body, outside, marks, effects, teeth, cause. */
export const steps: readonly Step[] = [
  {
    name: 'recovery',
    fields: [
      { name: 'recoveredOn', kind: 'date' },
      { name: 'recoveryPlace', kind: 'place' },
      { name: 'recoveredFrom', kind: 'choice', options: recoveredFrom, optionWords: 'from' },
      { name: 'incidentReference', kind: 'words', hint: true },
      { name: 'associatedWith', kind: 'lines', hint: true },
    ],
  },
  {
    name: 'condition',
    fields: [
      { name: 'completeness', kind: 'choice', options: completenesses, optionWords: 'completeness' },
      { name: 'condition', kind: 'choices', options: conditions, optionWords: 'condition' },
      { name: 'daysSinceDeath', kind: 'range', unit: 'day', bounds: [0, 36600] },
    ],
  },
  {
    name: 'estimates',
    fields: [
      { name: 'sex', kind: 'choice', options: sexes, optionWords: 'sex' },
      { name: 'sexBasis', kind: 'choice', options: sexBases, optionWords: 'basis' },
      { name: 'ageYears', kind: 'range', unit: 'year', bounds: [0, 120] },
      { name: 'ageBasis', kind: 'words', hint: true },
      { name: 'heightCm', kind: 'range', unit: 'centimeter', bounds: [20, 272], hint: true },
      { name: 'weightKg', kind: 'range', unit: 'kilogram', bounds: [0.2, 450] },
    ],
  },
  {
    name: 'external',
    fields: [
      { name: 'build', kind: 'choice', options: builds, optionWords: 'build' },
      { name: 'hairColour', kind: 'choice', options: hairColours, optionWords: 'hair' },
      { name: 'eyeColour', kind: 'choice', options: eyeColours, optionWords: 'eyes' },
      { name: 'pregnancy', kind: 'yes-no' },
      { name: 'fingerprints', kind: 'choice', options: fingerprintStates, optionWords: 'fingerprints' },
    ],
  },
  { name: 'marks', fields: [{ name: 'marks', kind: 'marks' }] },
  {
    name: 'effects',
    fields: [
      { name: 'clothing', kind: 'lines', hint: true },
      { name: 'belongings', kind: 'lines', hint: true },
      { name: 'documents', kind: 'documents', hint: true },
      { name: 'namesFound', kind: 'lines', hint: true },
      { name: 'phones', kind: 'phones', hint: true },
    ],
  },
  {
    name: 'origin-hints',
    fields: [
      { name: 'languages', kind: 'tongues' },
      { name: 'originHints', kind: 'countries', hint: true },
    ],
  },
  {
    name: 'teeth',
    fields: [{ name: 'teeth', kind: 'teeth', hint: true }],
  },
  {
    name: 'internal',
    fields: [
      { name: 'bloodGroup', kind: 'choice', options: bloodGroups },
      { name: 'medical', kind: 'lines', hint: true },
      { name: 'causeOfDeath', kind: 'long-words' },
      { name: 'mannerOfDeath', kind: 'words' },
    ],
  },
];
export const fields: readonly Field[] = steps.flatMap((step) => step.fields);
