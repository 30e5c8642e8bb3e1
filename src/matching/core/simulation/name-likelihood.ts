import { capital, respellings } from './memory';
import type { SimulationParameters } from './parameters';
import type { Person } from './person';
import { type PeopleName, peoples, type Spelling } from './peoples';

type Chances = ReadonlyMap<string, number>;

/** Probability of the names found with remains, given whose they are: over all ways in which the simulator may have written them. */
export class FoundNames {
  private readonly spelt = new Map<Spelling, Chances>();
  private readonly anybody = new Map<string, Chances>();

  constructor(private readonly parameters: SimulationParameters) {}

  /** Base-10 logarithm; without a person, of anybody of this people. The second of two names is somebody else's. */
  log10(found: readonly string[], person: Person | null, people: PeopleName): number {
    let log = 0;
    found.forEach((name, at) => {
      const tokens = name.split(' ').filter((token) => token !== '');
      const byChance = this.ofAnybody(tokens, people);
      const own = person === null ? byChance : this.ofPerson(tokens, person);
      const another = this.parameters.examination.nameIsAnothers;
      log += Math.log10(Math.max(1e-14, at === 0 ? (1 - another) * own + another * byChance : byChance));
    });
    return log;
  }

  private ofPerson(tokens: readonly string[], person: Person): number {
    const family =
      person.family === null
        ? person.people === 'horn'
          ? [person.father]
          : [person.father, person.grandfather]
        : person.secondFamily === null
          ? [person.family]
          : [person.family, person.secondFamily];
    const names = [person.given, ...family];
    const product = (order: readonly Spelling[]) => this.productOf(order, tokens);
    return 0.2 * product([person.given]) + 0.8 * (0.25 * product([...names].reverse()) + 0.75 * product(names));
  }

  private productOf(spellings: readonly Spelling[], tokens: readonly string[]): number {
    // A spelling may be two words (Abdul Rahman): tokens are handed out in order.
    const walk = (at: number, from: number): number => {
      if (at === spellings.length) return from === tokens.length ? 1 : 0;
      let sum = 0;
      for (let to = from + 1; to <= Math.min(tokens.length, from + 3); to++) {
        const chance = this.chancesOf(spellings[at]!).get(tokens.slice(from, to).join(' ')) ?? 0;
        if (chance > 0) sum += chance * walk(at + 1, to);
      }
      return sum;
    };
    return walk(0, 0);
  }

  private ofAnybody(tokens: readonly string[], people: PeopleName): number {
    const chances = this.wordsOfPeople(people);
    const single = tokens.length === 1 ? 0.2 : 0.8;
    return single * tokens.reduce((product, token) => product * (chances.get(token) ?? 1e-5), 1);
  }

  /** How often a word stands among the names of a people, as the simulator writes them. */
  private wordsOfPeople(people: PeopleName): Chances {
    let known = this.anybody.get(people);
    if (known === undefined) {
      const of = peoples[people];
      const sum = new Map<string, number>();
      const lists: [readonly Spelling[], number][] = [
        [of.men, of.families === null ? 0.8 : 0.45],
        [of.women, 0.1],
        [of.families ?? of.men, of.families === null ? 0.1 : 0.45],
      ];
      for (const [list, weight] of lists) {
        const shares = ranks(list.length, 0.55);
        list.forEach((spelling, at) => {
          for (const [text, chance] of this.chancesOf(spelling))
            for (const word of text.split(' ')) sum.set(word, (sum.get(word) ?? 0) + weight * shares[at]! * chance);
        });
      }
      this.anybody.set(people, (known = sum));
    }
    return known;
  }

  private chancesOf(spelling: Spelling): Chances {
    let known = this.spelt.get(spelling);
    if (known === undefined) {
      const sum = new Map<string, number>();
      const add = (text: string, chance: number) => sum.set(text, (sum.get(text) ?? 0) + chance);
      add(spelling.native, 0.1);
      const shares = ranks(spelling.latin.length, 0.5);
      spelling.latin.forEach((latin, at) => {
        const usable = respellings.filter(([what]) => what.test(latin));
        add(capital(latin), 0.9 * shares[at]! * (usable.length === 0 ? 1 : 0.8));
        for (const [what, into] of usable)
          add(capital(latin.replace(what, into)), (0.9 * shares[at]! * 0.2) / usable.length);
      });
      this.spelt.set(spelling, (known = sum));
    }
    return known;
  }
}

/** The shares with which `Random.ranked` draws from a list. */
function ranks(length: number, steepness: number): number[] {
  const total = length ** (1 - steepness);
  return Array.from({ length }, (_, at) => ((at + 1) ** (1 - steepness) - at ** (1 - steepness)) / total);
}
