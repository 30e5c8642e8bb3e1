import { KinshipInputError } from './kinship-input-error';

export type Sex = 'male' | 'female' | 'unknown';

export interface PersonDescription {
  readonly id: string;
  readonly father?: string | null | undefined;
  readonly mother?: string | null | undefined;
  readonly sex: Sex;
}

/** A checked pedigree. Persons are numbered as given; parents drawn in for one-parent children come last. */
export interface Pedigree {
  readonly ids: readonly string[];
  readonly sexes: readonly Sex[];
  /** Number of the father, -1 for founders; both parents or neither. */
  readonly father: Int32Array;
  readonly mother: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** Every person after both parents. */
  readonly parentsFirst: readonly number[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/**
 * Checks a pedigree and numbers its persons.
 * Where only one parent is known, an unknown other one is drawn in for that child alone: two children
 * of one known parent are half-siblings unless the pedigree says otherwise.
 */
export function readPedigree(persons: readonly PersonDescription[], path = 'pedigree'): Pedigree {
  const indexOf = new Map<string, number>();
  persons.forEach(({ id }, index) => {
    if (indexOf.has(id)) {
      throw new KinshipInputError('kinship.person-listed-twice', `${path}[${index}].id`, `${id} is listed twice`);
    }
    indexOf.set(id, index);
  });
  const ids = persons.map((person) => person.id);
  const sexes = persons.map((person) => person.sex);
  const father: number[] = [];
  const mother: number[] = [];

  const parentOf = (index: number, role: 'father' | 'mother'): number => {
    const parent = persons[index]![role];
    if (parent === undefined || parent === null) return -1;
    const at = indexOf.get(parent);
    if (at !== undefined) return at;
    throw new KinshipInputError(
      'kinship.parent-not-in-pedigree',
      `${path}[${index}].${role}`,
      `${parent}, the ${role} of ${ids[index]}, is not in the pedigree`,
    );
  };
  const drawIn = (sex: Sex, child: string): number => {
    const index = ids.push(`unknown ${sex === 'male' ? 'father' : 'mother'} of ${child}`) - 1;
    sexes.push(sex);
    father[index] = mother[index] = -1;
    return index;
  };
  persons.forEach((_, index) => {
    father[index] = parentOf(index, 'father');
    mother[index] = parentOf(index, 'mother');
  });
  persons.forEach(({ id }, index) => {
    if (father[index]! >= 0 && mother[index]! < 0) mother[index] = drawIn('female', id);
    else if (father[index]! < 0 && mother[index]! >= 0) father[index] = drawIn('male', id);
  });

  const children: number[][] = ids.map(() => []);
  persons.forEach((_, index) => {
    if (father[index]! < 0) return;
    children[father[index]!]!.push(index);
    children[mother[index]!]!.push(index);
  });
  const pedigree = { ids, sexes, father: Int32Array.from(father), mother: Int32Array.from(mother), children, indexOf };
  const parentsFirst = orderedParentsFirst(pedigree, path);
  checkParentRoles(pedigree, path);
  return { ...pedigree, parentsFirst };
}

type Unordered = Omit<Pedigree, 'parentsFirst'>;

function orderedParentsFirst(pedigree: Unordered, path: string): number[] {
  const waitingFor = Array.from(pedigree.father, (father) => (father < 0 ? 0 : 2));
  const order = waitingFor.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let at = 0; at < order.length; at++) {
    for (const child of pedigree.children[order[at]!]!) if (--waitingFor[child]! === 0) order.push(child);
  }
  if (order.length < pedigree.ids.length) {
    const circle = circleOfAncestors(pedigree, waitingFor);
    throw new KinshipInputError(
      'kinship.own-ancestor',
      `${path}[${circle[0]!}]`,
      `Nobody is an own ancestor: ${[...circle, circle[0]!].map((index) => pedigree.ids[index]).join(' is a child of ')}`,
    );
  }
  return order;
}

/** Going up among those who still wait must come round to somebody met before. */
function circleOfAncestors({ father, mother }: Unordered, waitingFor: readonly number[]): number[] {
  const met: number[] = [];
  let person = waitingFor.findIndex((count) => count > 0);
  while (!met.includes(person)) {
    met.push(person);
    person = waitingFor[father[person]!]! > 0 ? father[person]! : mother[person]!;
  }
  return met.slice(met.indexOf(person));
}

function checkParentRoles({ ids, sexes, father, mother }: Unordered, path: string): void {
  for (let index = 0; index < ids.length; index++) {
    if (father[index]! < 0) continue;
    const refuse = (role: string, parent: number, sex: string): never => {
      throw new KinshipInputError(
        'kinship.sex-contradicts-role',
        `${path}[${index}].${role}`,
        `${ids[parent]} is ${sex} and cannot be the ${role} of ${ids[index]}`,
      );
    };
    if (father[index] === mother[index]) {
      throw new KinshipInputError(
        'kinship.one-person-both-parents',
        `${path}[${index}]`,
        `${ids[father[index]!]} is named as both parents of ${ids[index]}`,
      );
    }
    if (sexes[father[index]!] === 'female') refuse('father', father[index]!, 'female');
    if (sexes[mother[index]!] === 'male') refuse('mother', mother[index]!, 'male');
  }
  const fathers = new Set(father);
  const both = Array.from(mother).find((person) => person >= 0 && fathers.has(person));
  if (both !== undefined) {
    throw new KinshipInputError(
      'kinship.sex-contradicts-role',
      `${path}[${both}].sex`,
      `${ids[both]} is named as father of one child and as mother of another`,
    );
  }
}
