import { GAP_AGAINST_ABJAD, GAP_BITS, type PhoneCosts } from './phone-costs';
import { MAX_PHONES } from './phone-alignment';
import { PHONE_BITS, PHONE_ROW } from './phones';
import type { TokenForm } from './token-form';
import { tokenSimilarity } from './token-similarity';

/** Columns kept for each phone of the query: a power of two above `MAX_PHONES`. */
const QUERY_BITS = 6;

/**
 * The distinct words of a register, packed so that one word is compared with all of them in tens of milliseconds.
 *
 * Every similarity equals `tokenSimilarity`. Many words are never aligned: each of their phones can at best meet the
 * most favourable phone of the query or stay alone, and where even the sum of these is not above what is asked for,
 * the answer is known. The alignment is that of `phone-alignment.ts`, laid out anew because the call itself would cost
 * as much as the work; a test holds the two together.
 */
export class TokenDictionary {
  /** Phones of all words one after the other; word `at` reaches from `start[at]` to `start[at + 1]`. */
  private phones: Uint8Array;
  private start: Uint32Array;
  private ownWeight: Int32Array;
  private isAbjad: Uint8Array;
  private isPlain: Uint8Array;
  private readonly forms: TokenForm[] = [];
  private readonly row = new Int32Array(MAX_PHONES + 1);
  private readonly queryCosts = new Int32Array(PHONE_ROW << QUERY_BITS);

  constructor(
    forms: readonly TokenForm[],
    private readonly costs: PhoneCosts,
  ) {
    const room = Math.max(16, forms.length);
    this.phones = new Uint8Array(8 * room);
    this.start = new Uint32Array(room + 1);
    this.ownWeight = new Int32Array(room);
    this.isAbjad = new Uint8Array(room);
    this.isPlain = new Uint8Array(room);
    for (const form of forms) this.add(form);
  }

  get size(): number {
    return this.forms.length;
  }

  form(at: number): TokenForm {
    return this.forms[at]!;
  }

  /** Adds a word and returns its number. */
  add(form: TokenForm): number {
    const at = this.forms.push(form) - 1;
    if (at >= this.ownWeight.length) {
      this.start = grown(this.start, new Uint32Array(2 * at + 1));
      this.ownWeight = grown(this.ownWeight, new Int32Array(2 * at));
      this.isAbjad = grown(this.isAbjad, new Uint8Array(2 * at));
      this.isPlain = grown(this.isPlain, new Uint8Array(2 * at));
    }
    const from = this.start[at]!;
    const to = from + form.phones.length;
    if (to > this.phones.length) this.phones = grown(this.phones, new Uint8Array(2 * to));
    this.phones.set(form.phones, from);
    this.start[at + 1] = to;
    this.ownWeight[at] = form.ownWeight;
    this.isAbjad[at] = form.isAbjad ? 1 : 0;
    this.isPlain[at] = form.isArticled || form.ownWeight <= 0 ? 0 : 1;
    return at;
  }

  /**
   * Similarity of the query to every word, by the word's number. Similarities not above `above` are given as 0; with the
   * default 0 nothing is lost.
   */
  similarities(query: TokenForm, above = 0, into = new Float32Array(this.size)): Float32Array {
    const { phones, start, ownWeight, isAbjad, isPlain, forms, row, queryCosts } = this;
    const gap = this.costs.gap as Int32Array;
    const n = query.phones.length;
    this.layOut(query);
    const sides = [this.side(query, false), this.side(query, true)] as const;
    const own = query.ownWeight;
    for (let at = 0; at < forms.length; at++) {
      // A word with an article has two readings, a word without phones only its letters: both are for the plain function.
      if (isPlain[at] === 0 || query.isArticled || n === 0) {
        const similarity = tokenSimilarity(query, forms[at]!, this.costs);
        into[at] = similarity > above ? similarity : 0;
        continue;
      }
      const { best, alone, queryGaps, context } = sides[isAbjad[at]!]!;
      const from = start[at]!;
      const to = start[at + 1]!;
      const perfect = (own + ownWeight[at]!) / 2;
      const needed = above * perfect;
      let bound = alone;
      for (let j = from; j < to; j++) bound += best[phones[j]!]!;
      if (bound <= needed) {
        into[at] = 0;
        continue;
      }
      row[0] = 0;
      for (let i = 0; i < n; i++) row[i + 1] = (row[i]! + queryGaps[i]!) | 0;
      for (let j = from; j < to; j++) {
        const code = phones[j]!;
        const down = gap[(code << GAP_BITS) | (context + (j === from ? 0 : j === to - 1 ? 2 : 1))]!;
        const base = code << QUERY_BITS;
        let diagonal: number = row[0]!;
        let left: number = (diagonal + down) | 0;
        row[0] = left;
        for (let i = 0; i < n; i++) {
          const over = row[i + 1]!;
          const met = (diagonal + queryCosts[base | i]!) | 0;
          const wordAlone = (over + down) | 0;
          const queryAlone = (left + queryGaps[i]!) | 0;
          let most = met > wordAlone ? met : wordAlone;
          most = most > queryAlone ? most : queryAlone;
          diagonal = over;
          row[i + 1] = most;
          left = most;
        }
      }
      const weight = row[n]!;
      into[at] = weight > 0 && weight > needed ? Math.min(1, weight / perfect) : 0;
    }
    return into;
  }

  /** Costs of the query's phones beside every phone, so that the inner loop walks along memory. */
  private layOut(query: TokenForm): void {
    const { substitution } = this.costs;
    for (let i = 0; i < query.phones.length; i++)
      for (let code = 0; code < PHONE_ROW; code++)
        this.queryCosts[(code << QUERY_BITS) | i] = substitution[(query.phones[i]! << PHONE_BITS) | code]!;
  }

  /** What depends on the query and on whether the word's script leaves out vowels. */
  private side(
    query: TokenForm,
    isAbjad: boolean,
  ): { best: Int32Array; alone: number; queryGaps: Int32Array; context: number } {
    const { substitution, gap } = this.costs;
    const context = query.isAbjad && !isAbjad ? GAP_AGAINST_ABJAD : 0;
    const against = isAbjad && !query.isAbjad ? GAP_AGAINST_ABJAD : 0;
    const last = query.phones.length - 1;
    const queryGaps = Int32Array.from(
      query.phones,
      (code, i) => gap[(code << GAP_BITS) | (against + (i === 0 ? 0 : i === last ? 2 : 1))]!,
    );
    const best = Int32Array.from({ length: PHONE_ROW }, (_, phone) => {
      const places = (phone << GAP_BITS) | context;
      let most = Math.max(gap[places]!, gap[places + 1]!, gap[places + 2]!);
      for (const code of query.phones) most = Math.max(most, substitution[(code << PHONE_BITS) | phone]!);
      return most;
    });
    return { best, alone: queryGaps.reduce((sum, cost) => sum + Math.max(0, cost), 0), queryGaps, context };
  }
}

function grown<T extends Uint8Array | Uint32Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
