import { type Choice, lnSumExp, MOST_RESOURCES, sumOverAssignments } from './assignment-sum';
import type { WorkLimit } from './elimination';
import { FamilyStates, type MissingFamily, type Profile } from './family-states';
import { type Block, independentBlocks } from './independent-blocks';
import { KinshipInputError } from './kinship-input-error';
import { populationProbability } from './likelihood';
import type { Marker } from './marker';
import type { Sex } from './pedigree';

export interface Victim {
  readonly id: string;
  readonly sex: Sex;
  readonly profile: Profile;
}

export interface Incident {
  readonly markers: readonly Marker[];
  readonly victims: readonly Victim[];
  readonly families: readonly MissingFamily[];
}

/** null where the sexes differ: not compared. */
export interface PairwiseComparison {
  readonly victims: readonly string[];
  readonly missing: readonly string[];
  /** P(data | only this victim placed, here) / P(data | nobody placed). */
  readonly lr: readonly (readonly (number | null)[])[];
  /** Markers that do not fit when mutation is left out of account. */
  readonly exclusions: readonly (readonly (number | null)[])[];
}

export interface JointIdentification {
  /** Ways to assign victims, leaving out pairs whose own LR is 0; and those of them that are possible. */
  readonly enumeratedAssignments: number;
  readonly nonZeroAssignments: number;
  readonly lnLikNullAssignment: number;
  /** ln of the sum over assignments of their LR against nobody placed. */
  readonly lnSumOverAssignmentsOfLR: number;
  readonly top: readonly RankedAssignment[];
  /** posterior[v] over all missing persons and then nobody; every assignment equally likely beforehand. */
  readonly marginals: readonly (readonly number[])[];
  readonly notices: readonly string[];
}

export interface RankedAssignment {
  /** By victim: number of the missing person, or -1 for none. */
  readonly placed: readonly number[];
  readonly lnLRvsNull: number;
  readonly posteriorFlat: number;
}

/** How far exact enumeration may go. Beyond it weak pairs are left out, with a notice. */
export const MOST_FAMILY_STATES = 40_000;
const MOST_SETS = 3_000_000;
/** Operations for all states of a block; a billion is about a second. */
const MOST_WORK = 4e10;

interface MissingPerson {
  readonly id: string;
  readonly family: number;
  /** Which of the family's missing persons. */
  readonly place: number;
  readonly sex: Sex;
}

/** All victims of an incident against all its missing persons, one at a time and jointly. Theta is 0 here. */
export class IncidentComparison {
  private readonly states: FamilyStates[];
  private readonly missing: MissingPerson[];
  private readonly lnFamilyAlone: number[];
  private readonly lnVictimAlone: number[];
  private readonly lnPair: (number | null)[][];
  private readonly workOfStates: (number | undefined)[] = [];

  constructor(
    private readonly incident: Incident,
    limit?: WorkLimit,
  ) {
    const { markers, victims, families } = incident;
    this.states = families.map((family) => new FamilyStates(family, markers, limit));
    this.missing = families.flatMap(({ pedigree, missing }, family) =>
      missing.map((person, place) => ({ id: pedigree.ids[person]!, family, place, sex: pedigree.sexes[person]! })),
    );
    this.lnFamilyAlone = families.map((family, f) => this.states[f]!.lnLikelihood(family.missing.map(() => null)));
    this.refuseContradictions();
    this.lnVictimAlone = victims.map(({ profile }) =>
      markers.reduce((sum, marker, at) => {
        const seen = profile[at];
        return sum + (seen ? Math.log(populationProbability([seen], marker)) : 0);
      }, 0),
    );
    this.lnPair = victims.map((victim, v) =>
      this.missing.map((person) =>
        comparable(victim, person) ? this.lnState(person.family, [[person.place, v]]) : null,
      ),
    );
  }

  pairwise(): PairwiseComparison {
    const { victims } = this.incident;
    return {
      victims: victims.map((victim) => victim.id),
      missing: this.missing.map((person) => person.id),
      lr: this.lnPair.map((row) => row.map((value) => (value === null ? null : Math.exp(value)))),
      exclusions: victims.map((victim) =>
        this.missing.map((person) => {
          if (!comparable(victim, person)) return null;
          const placed = this.incident.families[person.family]!.missing.map((_, place) =>
            place === person.place ? victim.profile : null,
          );
          return this.states[person.family]!.impossibleWithoutMutation(placed);
        }),
      ),
    };
  }

  joint(topCount: number): JointIdentification {
    const { victims } = this.incident;
    const { allowed, notices } = this.pairsWithinBounds();
    const blocks = independentBlocks(allowed, this.missing).map((block) => this.sumBlock(block, allowed, topCount));
    const lnSum = blocks.reduce((sum, block) => sum + block.lnSum, 0);
    const marginals = victims.map(() => [...this.missing.map(() => 0), 1]);
    for (const block of blocks) {
      block.lnMarginal.forEach(({ victim, column, lnShare }) => (marginals[victim]![column] = Math.exp(lnShare)));
    }
    const top = combineTop(blocks, victims.length, topCount).map(({ placed, lnWeight }) => ({
      placed,
      lnLRvsNull: lnWeight,
      posteriorFlat: Math.exp(lnWeight - lnSum),
    }));
    return {
      enumeratedAssignments: blocks.reduce((product, block) => product * block.count, 1),
      nonZeroAssignments: blocks.reduce((product, block) => product * block.nonZeroCount, 1),
      lnLikNullAssignment: [...this.lnFamilyAlone, ...this.lnVictimAlone].reduce((sum, value) => sum + value, 0),
      lnSumOverAssignmentsOfLR: lnSum,
      top,
      marginals,
      notices: [...notices, ...this.tieNotices(top)],
    };
  }

  private refuseContradictions(): void {
    this.lnFamilyAlone.forEach((value, f) => {
      if (value > -Infinity) return;
      throw new KinshipInputError(
        'kinship.family-contradicts-itself',
        `families[${f}]`,
        `The typed relatives of ${this.incident.families[f]!.id} contradict their own pedigree; compute with a mutation model, or have the claimed relationships reviewed`,
      );
    });
  }

  /** ln LR of a family with these victims placed (place, victim) against nobody placed. */
  private lnState(family: number, placements: readonly (readonly [number, number])[]): number {
    const placed: (Profile | null)[] = this.incident.families[family]!.missing.map(() => null);
    let lnApart = this.lnFamilyAlone[family]!;
    for (const [place, victim] of placements) {
      placed[place] = this.incident.victims[victim]!.profile;
      lnApart += this.lnVictimAlone[victim]!;
    }
    return this.states[family]!.lnLikelihood(placed) - lnApart;
  }

  /** Pairs to enumerate over: all that are possible, or, if these are too many, those above a rising LR. */
  private pairsWithinBounds(): { allowed: boolean[][]; notices: string[] } {
    for (const leastLr of [0, 1e-12, 1e-6, 1e-3, 0.1, 1, 10, 100, 1e3, 1e4, 1e6]) {
      const lnLeast = Math.log(leastLr);
      const allowed = this.lnPair.map((row) => row.map((value) => value !== null && value > lnLeast));
      if (!this.isWithinBounds(allowed)) continue;
      const notice = `Too many assignments to enumerate them all: pairs with LR of ${leastLr} or less were left out, so the result is approximate`;
      return { allowed, notices: leastLr > 0 ? [notice] : [] };
    }
    throw new KinshipInputError(
      'kinship.too-many-assignments',
      'victims',
      'Too many victims fit too many missing persons to enumerate; divide the incident, or type more relatives',
    );
  }

  private isWithinBounds(allowed: readonly (readonly boolean[])[]): boolean {
    return independentBlocks(allowed, this.missing).every((block) => {
      const { resources } = this.rolesIn(block);
      const states = block.families.map((f) => this.countStates(f, block.victims, allowed));
      const sets = resources.length > MOST_RESOURCES ? Infinity : Math.pow(2, resources.length);
      const work = states.reduce((sum, count, at) => sum + count * this.workOfOneState(block.families[at]!), 0);
      const areFew = states.every((count) => count <= MOST_FAMILY_STATES);
      return areFew && work <= MOST_WORK && sets * (1 + block.families.length) <= MOST_SETS;
    });
  }

  private workOfOneState(family: number): number {
    return (this.workOfStates[family] ??= this.states[family]!.workOfOneState());
  }

  /** Injective placements of victims into one family's places: rook polynomial by bitmask over its places. */
  private countStates(family: number, victims: readonly number[], allowed: readonly (readonly boolean[])[]): number {
    let counts = new Map<number, number>([[0, 1]]);
    for (const v of victims) {
      const next = new Map(counts);
      this.missing.forEach((person, m) => {
        if (person.family !== family || !allowed[v]![m]) return;
        for (const [mask, count] of counts) {
          const bit = 1 << person.place;
          if ((mask & bit) === 0) next.set(mask | bit, (next.get(mask | bit) ?? 0) + count);
        }
      });
      counts = next;
      if (counts.size > MOST_FAMILY_STATES) return Infinity;
    }
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Families that miss one person each can be used up by victims as well as the other way round. */
  private rolesIn(block: Block): { byVictim: boolean; resources: readonly number[] } {
    const oneEach = block.families.every((f) => this.incident.families[f]!.missing.length === 1);
    return oneEach && block.missing.length < block.victims.length
      ? { byVictim: true, resources: block.missing }
      : { byVictim: false, resources: block.victims };
  }

  private sumBlock(block: Block, allowed: readonly (readonly boolean[])[], topCount: number): BlockSum {
    const { byVictim, resources } = this.rolesIn(block);
    const items = byVictim
      ? block.victims.map((v) => this.choicesOfVictim(v, block, allowed))
      : block.families.map((f) => this.choicesOfFamily(f, block, allowed));
    const sum = sumOverAssignments(items, resources.length, topCount);
    const shares = new Map<string, { victim: number; column: number; terms: number[] }>();
    const share = (victim: number, column: number, lnShare: number) => {
      const key = `${victim} ${column}`;
      const entry = shares.get(key) ?? { victim, column, terms: [] };
      entry.terms.push(lnShare);
      shares.set(key, entry);
    };
    items.forEach((choices, i) => {
      choices.forEach(({ placed }, c) => placed.forEach(([victim, m]) => share(victim, m, sum.lnShare[i]![c]!)));
    });
    const nobody = this.missing.length;
    if (byVictim) block.victims.forEach((v, i) => share(v, nobody, sum.lnShare[i]![0]!));
    else block.victims.forEach((v, r) => share(v, nobody, sum.lnUnused[r]!));
    return {
      ...sum,
      lnMarginal: [...shares.values()].map(({ victim, column, terms }) => ({
        victim,
        column,
        lnShare: lnSumExp(terms),
      })),
      top: sum.top.map(({ choices, lnWeight }) => ({
        placed: choices.flatMap((c, i) => items[i]![c]!.placed),
        lnWeight,
      })),
    };
  }

  private choicesOfVictim(v: number, block: Block, allowed: readonly (readonly boolean[])[]): PlacingChoice[] {
    const places = block.missing.flatMap((m, r): PlacingChoice[] =>
      allowed[v]![m] ? [{ uses: [r], lnWeight: this.lnPair[v]![m]!, placed: [[v, m]] }] : [],
    );
    return [{ uses: [], lnWeight: 0, placed: [] }, ...places];
  }

  private choicesOfFamily(family: number, block: Block, allowed: readonly (readonly boolean[])[]): PlacingChoice[] {
    const places = block.missing.filter((m) => this.missing[m]!.family === family);
    const choices: PlacingChoice[] = [];
    const go = (at: number, placed: readonly Placing[], isPossible: boolean): void => {
      if (at === places.length) {
        const lnWeight = isPossible ? this.lnStateOf(family, placed) : -Infinity;
        choices.push({ uses: placed.map(([v]) => block.victims.indexOf(v)), lnWeight, placed });
        return;
      }
      go(at + 1, placed, isPossible);
      for (const v of block.victims) {
        if (!allowed[v]![places[at]!] || placed.some(([other]) => other === v)) continue;
        const more: Placing[] = [...placed, [v, places[at]!]];
        // What is impossible already stays so with more data.
        go(at + 1, more, isPossible && this.lnStateOf(family, more) > -Infinity);
      }
    };
    go(0, [], true);
    return choices;
  }

  private lnStateOf(family: number, placed: readonly Placing[]): number {
    if (placed.length === 1) return this.lnPair[placed[0]![0]]![placed[0]![1]]!;
    return this.lnState(
      family,
      placed.map(([v, m]) => [this.missing[m]!.place, v] as const),
    );
  }

  /** Best assignments that differ in nothing DNA can tell are one finding, not several. */
  private tieNotices(top: readonly RankedAssignment[]): string[] {
    const best = top[0];
    if (!best) return [];
    const tied = top.filter(({ lnLRvsNull }) => best.lnLRvsNull - lnLRvsNull < 1e-9);
    if (tied.length < 2) return [];
    const open = this.incident.victims.flatMap((victim, v) =>
      tied.some(({ placed }) => placed[v] !== best.placed[v]) ? [{ victim, v }] : [],
    );
    const names = new Set(open.flatMap(({ v }) => tied.map(({ placed }) => this.missing[placed[v]!]?.id ?? 'nobody')));
    return [
      `${tied.length === top.length ? `At least ${tied.length}` : tied.length} best assignments are equally likely: ${open.map(({ victim }) => victim.id).join(', ')} ` +
        `are ${[...names].join(', ')} as a set, but DNA does not tell who is who`,
    ];
  }
}

/** Victim, missing person. */
type Placing = readonly [number, number];

interface PlacingChoice extends Choice {
  readonly placed: readonly Placing[];
}

interface BlockSum {
  readonly lnSum: number;
  readonly count: number;
  readonly nonZeroCount: number;
  readonly lnMarginal: readonly { readonly victim: number; readonly column: number; readonly lnShare: number }[];
  readonly top: readonly { readonly placed: readonly Placing[]; readonly lnWeight: number }[];
}

function comparable(victim: Victim, person: MissingPerson): boolean {
  return victim.sex === 'unknown' || person.sex === 'unknown' || victim.sex === person.sex;
}

/** The heaviest assignments of all blocks together. */
function combineTop(
  blocks: readonly BlockSum[],
  victims: number,
  topCount: number,
): { placed: number[]; lnWeight: number }[] {
  let top: { placed: number[]; lnWeight: number }[] = [{ placed: new Array<number>(victims).fill(-1), lnWeight: 0 }];
  for (const block of blocks) {
    top = top
      .flatMap((before) =>
        block.top.map(({ placed, lnWeight }) => {
          const all = [...before.placed];
          for (const [v, m] of placed) all[v] = m;
          return { placed: all, lnWeight: before.lnWeight + lnWeight };
        }),
      )
      .sort((a, b) => b.lnWeight - a.lnWeight)
      .slice(0, topCount);
  }
  return top;
}
