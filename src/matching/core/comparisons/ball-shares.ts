import { defaultModel, nameSettings, TokenDictionary, type TokenForm } from '../names';
import type { Setting } from '../comparison';
import { formOfSound, type NameToken } from '../reading/name-tokens';
import { rememberedFor } from './measure';

/** Sounds of names that any population has held, one entry each, for all populations of this process. Only ever grows. */
const sounds = new TokenDictionary([], defaultModel.costs);
const placeOf = new Map<string, number>();

function soundOf(sound: string): TokenForm {
  const known = placeOf.get(sound);
  if (known !== undefined) return sounds.form(known);
  const form = formOfSound(sound);
  placeOf.set(sound, sounds.add(form));
  return form;
}

interface Counted {
  changes: number;
  settings: Setting['settings'];
  /** Reports by the place of the sound in the dictionary. */
  readonly reports: { at: Uint32Array; count: Float64Array };
  readonly known: Map<string, Float64Array>;
}
const countedOf = rememberedFor((_: Setting['population']): { now: Counted | null } => ({ now: null }));

/**
 * Term frequency on the similarity ball: for each level of agreement, the share of reports that hold a name which agrees so well or better
 * with this one. "Mohamed", Muhammad and Mehmet are one crowd, however each is spelt. Counts back off to general knowledge.
 */
export function ballShares(setting: Setting): (token: NameToken) => Float64Array {
  const { population, settings } = setting;
  const held = countedOf(population);
  if (held.now === null || held.now.changes !== population.changes || held.now.settings !== settings) {
    const entries = [...population.tokens.entries()];
    entries.forEach(([sound]) => soundOf(sound));
    held.now = {
      changes: population.changes,
      settings,
      reports: {
        at: Uint32Array.from(entries, ([sound]) => placeOf.get(sound) ?? 0),
        count: Float64Array.from(entries, ([, count]) => count),
      },
      known: new Map(),
    };
  }
  const { reports, known } = held.now;
  const { from } = nameSettings.agreement;
  const { rarest, typicalShare } = settings.numbers.names;
  return (token) => {
    let shares = known.get(token.sound);
    if (shares !== undefined) return shares;
    const similarities = sounds.similarities(soundOf(token.sound), LEAST_COUNTED);
    const counts = new Float64Array(from.length);
    for (let entry = 0; entry < reports.at.length; entry++) {
      const similarity = similarities[reports.at[entry] ?? 0] ?? 0;
      if (similarity <= LEAST_COUNTED) continue;
      for (let level = 0; level < from.length && similarity >= (from[level] ?? 0); level++)
        counts[level] = (counts[level] ?? 0) + (reports.count[entry] ?? 0);
    }
    // The best level is at least the name itself, whatever rounding does.
    const own = population.tokens.of(token.sound);
    const { total } = population.tokens;
    const prior = Math.max(token.commonShare, typicalShare);
    shares = counts.map((count) =>
      Math.min(0.9, Math.max(rarest, (Math.max(count, own) + PRIOR_REPORTS * prior) / (total + PRIOR_REPORTS))),
    );
    known.set(token.sound, shares);
    return shares;
  };
}

/** Names less alike than this are not one name in any spelling. */
const LEAST_COUNTED = 0.55;
/** Reports that weigh as much as general knowledge of how frequent a name is. */
const PRIOR_REPORTS = 400;
