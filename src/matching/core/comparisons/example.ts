import type { Comparison, Weight } from '../comparison';
import { log10LrOf } from '../comparison';
import { Population } from '../population';
import {
  type AnteMortemProfile,
  type PostMortemProfile,
  type ReportContext,
  anteMortemProfile,
  postMortemProfile,
} from '../profile';
import { defaultSettings } from '../settings';
import type { AnteMortem } from '../../../families/core/ante-mortem';
import type { PostMortem } from '../../../forensic-remains/core/post-mortem';

/** For tests: the setting of an empty system, and short ways to a profile and a weight. */
export const emptySetting = { settings: defaultSettings, population: new Population() };
export const told = (am: AnteMortem, context: ReportContext = { registeredOn: '2024-01-01' }): AnteMortemProfile =>
  anteMortemProfile(am, context);
export const found = (pm: PostMortem): PostMortemProfile => postMortemProfile({ recoveredOn: '2023-06-20', ...pm });

export function weigh<A, P>(
  comparison: Comparison<A, P>,
  am: AnteMortem,
  pm: PostMortem,
  setting = emptySetting,
): Weight | null {
  const a = comparison.anteMortem(told(am));
  const p = comparison.postMortem(found(pm));
  return a === null || p === null || p === 'not_examinable' ? null : comparison.against(p, setting)(a);
}

/** Base-10 logarithm of the weight, as it enters the sum. */
export const log10Of = <A, P>(
  comparison: Comparison<A, P>,
  am: AnteMortem,
  pm: PostMortem,
  setting = emptySetting,
): number => log10LrOf(weigh(comparison, am, pm, setting), defaultSettings.numbers.floorLog10, comparison.cap);
