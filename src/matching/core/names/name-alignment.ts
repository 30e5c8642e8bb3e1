import { bestAssignment } from './assignment';
import { nicknameRelation, type NicknameRelation } from './nicknames';
import type { PhoneCosts } from './phone-costs';
import { PHONE_BITS } from './phones';
import { joinForms, type TokenForm } from './token-form';
import { tokenSimilarity } from './token-similarity';

/** Two words set beside one another; `joined` forms stand for two words written apart on one side. */
export interface AlignedTokens {
  readonly a: TokenForm;
  readonly b: TokenForm;
  /** Places in the alignment's `a` and `b`. */
  readonly atA: number;
  readonly atB: number;
  readonly similarity: number;
  readonly nickname: NicknameRelation;
  /** An initial beside a word: it may agree, but it cannot say much. */
  readonly isInitial: boolean;
}

export interface NameAlignment {
  readonly a: readonly TokenForm[];
  readonly b: readonly TokenForm[];
  readonly pairs: readonly AlignedTokens[];
}

/** What a nickname is worth in the choice of partners; the evidence itself is weighed later. */
const NICKNAME_SIMILARITY = 0.8;
/** A joined word must agree this well, and this much better than either of its parts alone. */
const JOINED_AT_LEAST = 0.6;
const JOINED_GAINS = 0.1;
const MOST_JOINTS = 3;

/**
 * Sets the words of two names side by side, whatever their order, so that the sum of similarities is greatest.
 * Words that one side lacks stay alone; neighbours written together on one side are joined on the other.
 */
export function alignNames(a: readonly TokenForm[], b: readonly TokenForm[], costs: PhoneCosts): NameAlignment {
  const joined = joinNeighbours(a, b, costs);
  const words = (forms: readonly TokenForm[]) => forms.flatMap((form, at) => (form.isInitial ? [] : [at]));
  const pairs = pairUp(joined.a, words(joined.a), joined.b, words(joined.b), costs);
  const left = (forms: readonly TokenForm[], used: readonly number[]) =>
    forms.flatMap((_, at) => (used.includes(at) ? [] : [at]));
  // Initials only stand for words that found no partner of their own.
  const leftA = left(
    joined.a,
    pairs.map((pair) => pair.atA),
  );
  const leftB = left(
    joined.b,
    pairs.map((pair) => pair.atB),
  );
  pairs.push(...pairUp(joined.a, leftA, joined.b, leftB, costs));
  return { a: joined.a, b: joined.b, pairs };
}

function pairUp(
  a: readonly TokenForm[],
  fromA: readonly number[],
  b: readonly TokenForm[],
  fromB: readonly number[],
  costs: PhoneCosts,
): AlignedTokens[] {
  const candidates = fromA.map((atA) => fromB.map((atB) => beside(a[atA]!, atA, b[atB]!, atB, costs)));
  const worth = candidates.map((row) =>
    row.map((pair) => (pair.nickname === 'none' ? pair.similarity : Math.max(pair.similarity, NICKNAME_SIMILARITY))),
  );
  return bestAssignment(worth).flatMap((column, row) => (column < 0 ? [] : [candidates[row]![column]!]));
}

function beside(a: TokenForm, atA: number, b: TokenForm, atB: number, costs: PhoneCosts): AlignedTokens {
  const isInitial = a.isInitial || b.isInitial;
  return {
    a,
    b,
    atA,
    atB,
    similarity: isInitial ? initialSimilarity(a, b, costs) : tokenSimilarity(a, b, costs),
    nickname: isInitial ? 'none' : nicknameRelation(a.names, b.names),
    isInitial,
  };
}

function initialSimilarity(a: TokenForm, b: TokenForm, costs: PhoneCosts): number {
  const first = a.phones[0];
  const other = b.phones[0];
  if (first === undefined || other === undefined) return 0;
  return costs.substitution[(first << PHONE_BITS) | other]! > 0 ? 1 : 0;
}

function joinNeighbours(
  a: readonly TokenForm[],
  b: readonly TokenForm[],
  costs: PhoneCosts,
): { a: readonly TokenForm[]; b: readonly TokenForm[] } {
  let sides = { a, b };
  for (let joint = 0; joint < MOST_JOINTS; joint++) {
    const onA = bestJoint(sides.a, sides.b, costs);
    const onB = bestJoint(sides.b, sides.a, costs);
    if (!onA && !onB) break;
    sides = onA && (!onB || onA.gain >= onB.gain) ? { a: onA.forms, b: sides.b } : { a: sides.a, b: onB!.forms };
  }
  return sides;
}

function bestJoint(
  forms: readonly TokenForm[],
  others: readonly TokenForm[],
  costs: PhoneCosts,
): { gain: number; forms: TokenForm[] } | undefined {
  let best: { gain: number; forms: TokenForm[] } | undefined;
  for (let at = 0; at + 1 < forms.length; at++) {
    const first = forms[at]!;
    const second = forms[at + 1]!;
    if (first.isInitial && second.isInitial) continue;
    const joint = joinForms(first, second, costs);
    for (const other of others) {
      // A joint is only worth trying where the other word is longer than either part.
      if (other.phones.length <= Math.max(first.phones.length, second.phones.length)) continue;
      const similarity = tokenSimilarity(joint, other, costs);
      const gain = similarity - Math.max(tokenSimilarity(first, other, costs), tokenSimilarity(second, other, costs));
      if (similarity >= JOINED_AT_LEAST && gain >= JOINED_GAINS && gain > (best?.gain ?? 0))
        best = { gain, forms: [...forms.slice(0, at), joint, ...forms.slice(at + 2)] };
    }
  }
  return best;
}
