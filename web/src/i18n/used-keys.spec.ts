import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fields as familyFields, steps as familySteps } from '../families/steps';
import { fields as remainsFields, steps as remainsSteps } from '../remains/steps';
import * as lists from '../words/lists';
import { defaultSettings } from '../../../src/matching/core/settings';
import english from './en.json';

const words: Record<string, string> = english;
const source = path.join(process.cwd(), 'web/src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('.spec.'),
);

describe('every sentence that is asked for exists', () => {
  it('in the text of the screens', () => {
    const missing = files.flatMap((file) =>
      [...readFileSync(path.join(source, file), 'utf8').matchAll(/\bt\(\s*'([^'$]+)'/g)]
        .map((found) => found[1] ?? '')
        .filter((key) => words[key] === undefined && words[`${key}_other`] === undefined)
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('for every question, its hint, its options and its step', () => {
    const keys = [...familyFields, ...remainsFields].flatMap((field) => [
      `field.${field.name}`,
      ...(field.hint ? [`field.${field.name}.hint`] : []),
      ...(field.optionWords ? (field.options ?? []).map((option) => `${field.optionWords}.${option}`) : []),
    ]);
    const steps = [
      ...familySteps.map((step) => `family-step.${step.name}`),
      ...remainsSteps.map((step) => `examination-step.${step.name}`),
    ];
    expect([...keys, ...steps].filter((key) => words[key] === undefined)).toEqual([]);
  });

  it('for every source of a number of the comparison', () => {
    const parts = Object.values(defaultSettings.sources).flatMap((said) => said.split('; '));
    expect([...new Set(parts)].filter((part) => words[`source.${part}`] === undefined)).toEqual([]);
  });

  it('for every mark, site, side and tooth', () => {
    const keys = [
      ...lists.markTypes.map((type) => `mark.${type}`),
      ...lists.bodySites.map((site) => `site.${site}`),
      ...lists.sides.map((side) => `side.${side}`),
      ...lists.dentalCodesWithWords.map((code) => `tooth.${code}`),
    ];
    expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
  });
});
