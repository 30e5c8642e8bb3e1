import type { Marker } from './marker';
import { allelesSeen, type Observation, possibleGenotypes } from './observation';
import type { Pedigree } from './pedigree';
import { unorderedGenotypes } from './reduced-ladder';
import type { ReducedLadder } from './reduced-ladder';
import { drawn, transmitted, transmittedFrom, transmittedFromPair, transmittedIfChosen } from './transmission';

/** What is to be computed at one marker. */
export interface MarkerProblem {
  readonly pedigree: Pedigree;
  readonly marker: Marker;
  /** For each person of the pedigree; empty where untyped. */
  readonly observed: readonly (readonly Observation[])[];
  /** Coancestry of the founders, 0 where they are unrelated. */
  readonly theta: number;
  /** Person whose genotype is asked for. Their observation must be empty. */
  readonly asked?: number;
  /** Alleles to keep apart although nobody shows them. */
  readonly kept?: Iterable<number>;
}

/** A table over some variables, the last one varying fastest. Shared tables are never written to. */
export interface Factor {
  readonly scope: readonly number[];
  readonly table: Float64Array;
}

/** Founder alleles that each state of a variable draws from the population; only used with theta above 0. */
export interface Draws {
  readonly variable: number;
  readonly alleles: readonly (readonly number[])[];
}

/**
 * The probability of the observations as a product of small tables, to be summed over all variables.
 *
 * Variables are: a founder's unordered genotype; the ordered genotype of a typed child, of which few
 * are possible; the paternal and the maternal allele of an untyped child, apart, so that each can be
 * summed on its own. What is known for certain needs no variable. A founder of one child is no more
 * than the allele handed on.
 */
export interface Network {
  readonly ladder: ReducedLadder;
  readonly sizes: number[];
  readonly factors: Factor[];
  /** Product of all tables over one variable alone, null where there is none. */
  readonly unary: (Float64Array | null)[];
  constant: number;
  readonly draws: Draws[];
  /** Founder alleles known for certain; only used with theta above 0. */
  readonly certainDraws: number[];
  /** Variables of the person asked for: one unordered genotype, or paternal and maternal allele. */
  asked: number[];
}

type Carrier =
  | { readonly kind: 'certain'; readonly first: number; readonly second: number }
  | {
      readonly kind: 'states';
      readonly variable: number;
      readonly first: Int32Array;
      readonly second: Int32Array;
      readonly all: boolean;
    }
  | UntypedChild
  | Passage
  | { readonly kind: 'one-draw' };

/** An untyped child of founders with one child of its own: only which grandparent's allele went through matters. */
interface Passage {
  readonly kind: 'passage';
  readonly father: SimpleCarrier;
  readonly mother: SimpleCarrier;
}

type SimpleCarrier = Exclude<Carrier, UntypedChild | Passage>;

interface UntypedChild {
  readonly kind: 'alleles';
  readonly paternal: number;
  readonly maternal: number;
}

/** One allele of a child: the variable it depends on (-1: none) and the allele in each of its states. */
interface Slot {
  readonly variable: number;
  readonly alleles: Int32Array;
  readonly whole: boolean;
}

/** Builds the network, leaving out persons who cannot change the result. */
export function buildNetwork(problem: MarkerProblem): Network {
  const { pedigree, marker, observed, theta, asked = -1 } = problem;
  const ladder = marker.reducedTo(allelesSeen(observed, problem.kept));
  const network: Network = {
    ladder,
    sizes: [],
    factors: [],
    unary: [],
    constant: 1,
    draws: [],
    certainDraws: [],
    asked: [],
  };
  const builder = new NetworkBuilder(network, theta > 0);
  const needed = neededPersons(pedigree, observed, asked);
  const founders = foundersAfterPruning(
    pedigree,
    observed,
    needed,
    asked,
    theta > 0 ? !marker.mutates : marker.stationary,
  );
  const carriers: (Carrier | undefined)[] = new Array(pedigree.ids.length);
  for (const person of pedigree.parentsFirst) {
    if (needed[person] !== 1) continue;
    const isAsked = person === asked;
    const childrenNeeded = childCount(pedigree, needed, founders, person);
    if (founders[person]) {
      carriers[person] = builder.founder(observed[person]!, childrenNeeded, isAsked);
    } else {
      const [father, mother] = [carriers[pedigree.father[person]!]!, carriers[pedigree.mother[person]!]!];
      const isPassage = childrenNeeded === 1 && observed[person]!.length === 0 && !isAsked;
      const carrier = (isPassage ? builder.passage(father, mother) : null) ?? builder.child(observed[person]!, isAsked);
      carriers[person] = carrier;
      if (carrier.kind !== 'passage' && network.constant > 0) {
        builder.handDown(father, ladder.male, 'male', builder.slot(carrier, 'first'));
        builder.handDown(mother, ladder.female, 'female', builder.slot(carrier, 'second'));
      }
    }
    if (network.constant === 0) return network;
  }
  return network;
}

/** Untyped persons without typed descendants say nothing, whatever the mutation model or theta. */
function neededPersons(pedigree: Pedigree, observed: MarkerProblem['observed'], asked: number): Uint8Array {
  const needed = new Uint8Array(pedigree.ids.length);
  for (let at = pedigree.parentsFirst.length - 1; at >= 0; at--) {
    const person = pedigree.parentsFirst[at]!;
    if (observed[person]!.length > 0 || person === asked) needed[person] = 1;
    if (needed[person] === 1 && pedigree.father[person]! >= 0) {
      needed[pedigree.father[person]!] = 1;
      needed[pedigree.mother[person]!] = 1;
    }
  }
  return needed;
}

/**
 * Where mutation leaves the population as it is, a child of two untyped founders without other needed
 * children is itself like a founder. Elsewhere the pedigree is used as drawn.
 */
function foundersAfterPruning(
  pedigree: Pedigree,
  observed: MarkerProblem['observed'],
  needed: Uint8Array,
  asked: number,
  mayPrune: boolean,
): Uint8Array {
  const { father, mother, children, parentsFirst } = pedigree;
  const founders = Uint8Array.from(father, (parent) => (parent < 0 ? 1 : 0));
  if (!mayPrune) return founders;
  const droppable = (person: number) =>
    founders[person] === 1 &&
    person !== asked &&
    observed[person]!.length === 0 &&
    children[person]!.reduce((count, child) => count + needed[child]!, 0) === 1;
  for (const person of parentsFirst) {
    if (needed[person] !== 1 || father[person]! < 0) continue;
    if (droppable(father[person]!) && droppable(mother[person]!)) {
      needed[father[person]!] = needed[mother[person]!] = 0;
      founders[person] = 1;
    }
  }
  return founders;
}

function childCount(pedigree: Pedigree, needed: Uint8Array, founders: Uint8Array, person: number): number {
  let count = 0;
  for (const child of pedigree.children[person]!) if (needed[child] === 1 && founders[child] === 0) count++;
  return count;
}

/** From this size on it pays to make the choice between a parent's two alleles a variable of its own. */
const LADDER_WORTH_A_SELECTOR = 7;

class NetworkBuilder {
  constructor(
    private readonly network: Network,
    /** With theta, founder alleles are not independent: they are listed instead of multiplied in. */
    private readonly listsDraws: boolean,
  ) {}

  founder(observations: readonly Observation[], children: number, isAsked: boolean): Carrier {
    const { ladder } = this.network;
    if (observations.length === 0) {
      if (children === 1 && !isAsked) return { kind: 'one-draw' };
      const { first, second } = unorderedGenotypes(ladder.size);
      const variable = this.variable(first.length);
      this.drawGenotypes(variable, first, second, null);
      if (isAsked) this.network.asked = [variable];
      return { kind: 'states', variable, first, second, all: true };
    }
    const possible = possibleGenotypes(observations, ladder);
    const first = Int32Array.from(possible, (g) => g.first);
    const second = Int32Array.from(possible, (g) => g.second);
    if (possible.length > 1) {
      const variable = this.variable(possible.length);
      this.drawGenotypes(
        variable,
        first,
        second,
        possible.map((g) => g.probability),
      );
      return { kind: 'states', variable, first, second, all: false };
    }
    const genotype = possible[0];
    if (!genotype) {
      this.network.constant = 0;
      return { kind: 'certain', first: 0, second: 0 };
    }
    const phases = genotype.first === genotype.second ? 1 : 2;
    this.network.constant *= genotype.probability * phases;
    if (this.listsDraws) this.network.certainDraws.push(genotype.first, genotype.second);
    else this.network.constant *= ladder.frequencies[genotype.first]! * ladder.frequencies[genotype.second]!;
    return { kind: 'certain', first: genotype.first, second: genotype.second };
  }

  child(observations: readonly Observation[], isAsked: boolean): Carrier {
    const { ladder } = this.network;
    if (observations.length === 0) {
      const paternal = this.variable(ladder.size);
      const maternal = this.variable(ladder.size);
      if (isAsked) this.network.asked = [paternal, maternal];
      return { kind: 'alleles', paternal, maternal };
    }
    const ordered = possibleGenotypes(observations, ladder).flatMap((g) =>
      g.first === g.second ? [g] : [g, { first: g.second, second: g.first, probability: g.probability }],
    );
    if (ordered.length === 1) {
      this.network.constant *= ordered[0]!.probability;
      return { kind: 'certain', first: ordered[0]!.first, second: ordered[0]!.second };
    }
    if (ordered.length === 0) {
      this.network.constant = 0;
      return { kind: 'certain', first: 0, second: 0 };
    }
    const variable = this.variable(ordered.length);
    const certain = ordered.every((g) => g.probability === ordered[0]!.probability);
    if (certain) this.network.constant *= ordered[0]!.probability;
    else
      this.multiply(
        variable,
        Float64Array.from(ordered, (g) => g.probability),
      );
    return {
      kind: 'states',
      variable,
      first: Int32Array.from(ordered, (g) => g.first),
      second: Int32Array.from(ordered, (g) => g.second),
      all: false,
    };
  }

  /** null where a parent's alleles are variables themselves, or founder alleles are listed. */
  passage(father: Carrier, mother: Carrier): Passage | null {
    if (this.listsDraws || !isSimple(father) || !isSimple(mother)) return null;
    return { kind: 'passage', father, mother };
  }

  slot(child: Carrier, side: 'first' | 'second'): Slot {
    if (child.kind === 'certain') return { variable: -1, alleles: Int32Array.of(child[side]), whole: false };
    if (child.kind === 'states') return { variable: child.variable, alleles: child[side], whole: false };
    if (child.kind !== 'alleles') throw new Error(`a child is never a ${child.kind}`);
    const variable = side === 'first' ? child.paternal : child.maternal;
    return { variable, alleles: wholeLadder(this.network.ladder), whole: true };
  }

  /** P(allele of the child | alleles of the parent), as a table over whatever of these is not known. */
  handDown(parent: Carrier, matrix: Float64Array | null, sex: 'male' | 'female', slot: Slot): void {
    const { ladder } = this.network;
    const { alleles } = slot;
    const size = ladder.size;
    if (parent.kind === 'certain') {
      this.put(slot.variable, transmittedFrom(parent.first, parent.second, alleles, matrix, size));
    } else if (parent.kind === 'states') {
      const key = slot.whole && parent.all ? `genotypes ${sex}` : null;
      const table = this.known(key) ?? this.keep(key, transmitted(parent.first, parent.second, alleles, matrix, size));
      if (slot.variable < 0) this.multiply(parent.variable, table);
      else this.network.factors.push({ scope: [parent.variable, slot.variable], table });
    } else if (parent.kind === 'alleles') {
      if (size < LADDER_WORTH_A_SELECTOR) this.handDownPair(parent, matrix, sex, slot);
      else this.handDownChosen(parent, matrix, sex, slot);
    } else if (parent.kind === 'passage') {
      this.handDownThrough(parent, matrix, sex, slot);
    } else if (this.listsDraws) {
      this.listOneDraw(matrix, slot);
    } else {
      this.put(slot.variable, drawn(ladder.frequencies, alleles, matrix));
    }
  }

  /** Two meioses at once: a variable tells whether the allele came from the grandfather or the grandmother. */
  private handDownThrough({ father, mother }: Passage, matrix: Float64Array | null, sex: string, slot: Slot): void {
    const { ladder } = this.network;
    const which = this.variable(2);
    this.multiply(which, Float64Array.of(0.5, 0.5));
    this.handDownIf(which, 0, father, this.composed(ladder.male, 'male', matrix, sex), `male ${sex}`, slot);
    this.handDownIf(which, 1, mother, this.composed(ladder.female, 'female', matrix, sex), `female ${sex}`, slot);
  }

  /** As `handDown` if the variable has that value, else nothing is said. */
  private handDownIf(
    which: number,
    value: 0 | 1,
    source: SimpleCarrier,
    matrix: Float64Array | null,
    name: string,
    slot: Slot,
  ): void {
    const { ladder } = this.network;
    const scope = [which];
    if (source.kind === 'states') scope.push(source.variable);
    if (slot.variable >= 0) scope.push(slot.variable);
    const key = slot.whole && source.kind === 'states' && source.all ? `through ${name} ${value}` : null;
    let table = this.known(key);
    if (!table) {
      const said =
        source.kind === 'states'
          ? transmitted(source.first, source.second, slot.alleles, matrix, ladder.size)
          : source.kind === 'certain'
            ? transmittedFrom(source.first, source.second, slot.alleles, matrix, ladder.size)
            : drawn(ladder.frequencies, slot.alleles, matrix);
      table = new Float64Array(2 * said.length).fill(1);
      table.set(said, value * said.length);
      this.keep(key, table);
    }
    if (scope.length === 1) this.multiply(which, table);
    else this.network.factors.push({ scope, table });
  }

  /** First one mutation matrix, then the other. */
  private composed(
    first: Float64Array | null,
    firstSex: string,
    then: Float64Array | null,
    thenSex: string,
  ): Float64Array | null {
    if (!first || !then) return first ?? then;
    const key = `matrix ${firstSex} ${thenSex}`;
    const present = this.known(key);
    if (present) return present;
    const { size } = this.network.ladder;
    const product = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < size; k++) {
        const p = first[i * size + k]!;
        for (let j = 0; j < size; j++) product[i * size + j] = product[i * size + j]! + p * then[k * size + j]!;
      }
    }
    return this.keep(key, product);
  }

  private handDownPair(parent: UntypedChild, matrix: Float64Array | null, sex: string, slot: Slot): void {
    const key = slot.whole ? `alleles ${sex}` : null;
    const { size } = this.network.ladder;
    const table = this.known(key) ?? this.keep(key, transmittedFromPair(slot.alleles, matrix, size));
    const scope = [parent.paternal, parent.maternal];
    this.network.factors.push({ scope: slot.variable < 0 ? scope : [...scope, slot.variable], table });
  }

  private handDownChosen(parent: UntypedChild, matrix: Float64Array | null, sex: string, slot: Slot): void {
    const which = this.variable(2);
    const { size } = this.network.ladder;
    for (const choice of [0, 1] as const) {
      const key = slot.whole ? `choice ${choice} ${sex}` : null;
      const factor = choice === 0 ? 0.5 : 1;
      const table = this.known(key) ?? this.keep(key, transmittedIfChosen(choice, factor, slot.alleles, matrix, size));
      const scope = [which, choice === 0 ? parent.paternal : parent.maternal];
      this.network.factors.push({ scope: slot.variable < 0 ? scope : [...scope, slot.variable], table });
    }
  }

  private listOneDraw(matrix: Float64Array | null, slot: Slot): void {
    const { network } = this;
    if (matrix === null) {
      if (slot.variable < 0) network.certainDraws.push(slot.alleles[0]!);
      else network.draws.push({ variable: slot.variable, alleles: Array.from(slot.alleles, (allele) => [allele]) });
      return;
    }
    const size = network.ladder.size;
    const variable = this.variable(size);
    network.draws.push({ variable, alleles: Array.from({ length: size }, (_, allele) => [allele]) });
    const table = new Float64Array(size * slot.alleles.length);
    for (let a = 0, at = 0; a < size; a++) for (const z of slot.alleles) table[at++] = matrix[a * size + z]!;
    if (slot.variable < 0) this.multiply(variable, table);
    else network.factors.push({ scope: [variable, slot.variable], table });
  }

  private drawGenotypes(
    variable: number,
    first: Int32Array,
    second: Int32Array,
    weights: readonly number[] | null,
  ): void {
    const { frequencies } = this.network.ladder;
    const table = new Float64Array(first.length);
    for (let s = 0; s < first.length; s++) {
      const phases = first[s] === second[s] ? 1 : 2;
      table[s] = phases * (weights ? weights[s]! : 1);
      if (!this.listsDraws) table[s] = table[s]! * frequencies[first[s]!]! * frequencies[second[s]!]!;
    }
    this.multiply(variable, table);
    if (this.listsDraws) {
      this.network.draws.push({ variable, alleles: Array.from(first, (allele, s) => [allele, second[s]!]) });
    }
  }

  private variable(size: number): number {
    this.network.unary.push(null);
    return this.network.sizes.push(size) - 1;
  }

  private put(variable: number, table: Float64Array): void {
    if (variable < 0) this.network.constant *= table[0]!;
    else this.multiply(variable, table);
  }

  private multiply(variable: number, table: Float64Array): void {
    const present = this.network.unary[variable];
    if (!present) {
      this.network.unary[variable] = Float64Array.from(table);
      return;
    }
    for (let s = 0; s < table.length; s++) present[s] = present[s]! * table[s]!;
  }

  private known(key: string | null): Float64Array | undefined {
    return key === null ? undefined : this.network.ladder.shared.get(key);
  }

  private keep(key: string | null, table: Float64Array): Float64Array {
    if (key !== null) this.network.ladder.shared.set(key, table);
    return table;
  }
}

function isSimple(carrier: Carrier): carrier is SimpleCarrier {
  return carrier.kind !== 'alleles' && carrier.kind !== 'passage';
}

const ladders = new Map<number, Int32Array>();

function wholeLadder({ size }: ReducedLadder): Int32Array {
  let alleles = ladders.get(size);
  if (!alleles) ladders.set(size, (alleles = Int32Array.from({ length: size }, (_, allele) => allele)));
  return alleles;
}
