import { reasonsOfCells } from './of-cells';
import { reasonsOfRows } from './of-rows';
import { reasonsOfTheFile } from './of-the-file';
import { reasonsOfTheStore } from './of-the-store';
import type { ReasonLanguage, ReasonParameters } from './reason-text';

export { reasonLanguages, type ReasonLanguage, type ReasonParameters } from './reason-text';

export const reasons = { ...reasonsOfTheFile, ...reasonsOfCells, ...reasonsOfRows, ...reasonsOfTheStore };

/** Stable: in the API, in reject files, in translations. */
export type RejectCode = keyof typeof reasons;
export const rejectCodes = Object.keys(reasons) as RejectCode[];

/** Why a row was refused, in the user's language; English where the language is not one of ours. */
export function reasonText(code: RejectCode, params: ReasonParameters = {}, language: string = 'en'): string {
  const texts = reasons[code];
  const primary = language.toLowerCase().split('-')[0] ?? 'en';
  const text = Object.hasOwn(texts, primary) ? texts[primary as ReasonLanguage] : texts.en;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'));
}
