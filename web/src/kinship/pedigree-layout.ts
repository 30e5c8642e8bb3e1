/** A person of a family tree; parents by their labels. */
export interface TreePerson {
  readonly person: string;
  readonly father: string | null;
  readonly mother: string | null;
}

export interface Place {
  readonly person: string;
  /** 0 is the oldest generation. */
  readonly generation: number;
  /** From the start of the row, in steps of one symbol. */
  readonly column: number;
}

/** Parents and their children. `isConsanguineous`: the parents have an ancestor in common, and are joined by a double line. */
export interface Union {
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly isConsanguineous: boolean;
}

export interface Layout {
  readonly places: readonly Place[];
  readonly unions: readonly Union[];
  readonly generations: number;
  readonly columns: number;
}

/** Where each symbol of a pedigree stands: generations in rows, couples beside each other, children below their parents. */
export function pedigreeLayout(persons: readonly TreePerson[]): Layout {
  const known = new Map(persons.map((one) => [one.person, one]));
  const parentsOf = (label: string): string[] => {
    const { father, mother } = known.get(label) ?? {};
    return [father, mother].filter((one): one is string => typeof one === 'string' && known.has(one));
  };
  const unions = unionsOf(persons, parentsOf);
  const generation = generationsOf(persons, parentsOf, unions);
  const columns = columnsOf(persons, parentsOf, unions, generation);
  const places = persons.map(({ person }) => ({
    ...{ person, generation: generation.get(person) ?? 0, column: columns.get(person) ?? 0 },
  }));
  return {
    places,
    unions,
    generations: Math.max(0, ...places.map((place) => place.generation + 1)),
    columns: Math.max(0, ...places.map((place) => place.column + 1)),
  };
}

function unionsOf(persons: readonly TreePerson[], parentsOf: (label: string) => string[]): Union[] {
  const found = new Map<string, { parents: string[]; children: string[] }>();
  for (const { person } of persons) {
    const parents = parentsOf(person);
    if (parents.length === 0) continue;
    const key = [...parents].sort().join('\n');
    const union = found.get(key) ?? { parents, children: [] };
    union.children.push(person);
    found.set(key, union);
  }
  const ancestors = (label: string, met = new Set<string>()): Set<string> => {
    if (met.has(label)) return met;
    met.add(label);
    for (const parent of parentsOf(label)) ancestors(parent, met);
    return met;
  };
  return [...found.values()].map(({ parents, children }) => {
    const [one, other] = parents.map((parent) => ancestors(parent));
    const isConsanguineous = one !== undefined && other !== undefined && [...one].some((label) => other.has(label));
    return { parents, children, isConsanguineous };
  });
}

/** Children stand below the lower of their parents, and partners in one row. */
function generationsOf(
  persons: readonly TreePerson[],
  parentsOf: (label: string) => string[],
  unions: readonly Union[],
): Map<string, number> {
  const row = new Map(persons.map(({ person }) => [person, 0]));
  const at = (label: string) => row.get(label) ?? 0;
  // Each round settles a generation at least; a tree that the server would refuse still ends.
  for (let round = 0; round <= persons.length; round++) {
    let isChanged = false;
    const lower = (label: string, to: number) => {
      if (at(label) >= to) return;
      row.set(label, to);
      isChanged = true;
    };
    for (const { person } of persons) for (const parent of parentsOf(person)) lower(person, at(parent) + 1);
    for (const { parents } of unions) {
      const lowest = Math.max(...parents.map(at));
      for (const parent of parents) if (parentsOf(parent).length === 0) lower(parent, lowest);
    }
    if (!isChanged) break;
  }
  return row;
}

function columnsOf(
  persons: readonly TreePerson[],
  parentsOf: (label: string) => string[],
  unions: readonly Union[],
  generation: ReadonlyMap<string, number>,
): Map<string, number> {
  const column = new Map<string, number>();
  const partnersOf = (label: string) =>
    unions.flatMap(({ parents }) => (parents.includes(label) ? parents.filter((one) => one !== label) : []));
  const last = Math.max(0, ...generation.values());
  for (let row = 0; row <= last; row++) {
    const inRow = persons.map(({ person }) => person).filter((label) => (generation.get(label) ?? 0) === row);
    const middleOfParents = (label: string): number => {
      const places = parentsOf(label).map((parent) => column.get(parent) ?? 0);
      return places.length === 0 ? NaN : places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    // Those who came in by a union stand where their partner does.
    const wished = (label: string): number => {
      const own = middleOfParents(label);
      if (!Number.isNaN(own)) return own;
      const partner = partnersOf(label)
        .map(middleOfParents)
        .find((place) => !Number.isNaN(place));
      return partner === undefined ? 0 : partner + 0.01;
    };
    const ordered = inRow
      .map((label, index) => ({ label, index, wish: wished(label) }))
      .sort((a, b) => a.wish - b.wish || a.index - b.index);
    const placed: string[] = [];
    const put = (label: string) => {
      if (placed.includes(label)) return;
      placed.push(label);
      for (const partner of partnersOf(label)) if (inRow.includes(partner)) put(partner);
    };
    for (const { label } of ordered) put(label);
    let next = 0;
    for (const label of placed) {
      const wish = wished(label);
      const place = Math.max(next, Number.isFinite(wish) ? Math.round(wish * 2) / 2 : next);
      column.set(label, place);
      next = place + 1;
    }
  }
  return column;
}
