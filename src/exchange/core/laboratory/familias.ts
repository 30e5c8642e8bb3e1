import type { Reject } from '../reject';
import type { TableRow } from '../table';

/** How every file of Familias begins. */
export const isFamilias = (text: string): boolean => /^\ufeff?"Output from Familias/.test(text);

/**
 * The typed persons of a Familias project (.fam): a line a value. A genotype is two places in the marker's list of alleles, which
 * stands behind the persons and pedigrees. Pedigrees are not taken from here: they come as relatives.
 */
export function familiasRows(text: string): TableRow[] | Reject {
  const lines = text.split(/\r\n|\n|\r/);
  const reader = new LineReader(lines);
  try {
    return readProject(reader);
  } catch (error) {
    if (!(error instanceof UnexpectedLine)) throw error;
    return {
      line: reader.line,
      column: null,
      code: 'exchange.format-not-understood',
      params: { expected: 'Familias .fam' },
    };
  }
}

class UnexpectedLine extends Error {}

/** Counts beyond this are no project, but would make us wait. */
const maximumCount = 100_000;

class LineReader {
  private at = 0;
  constructor(private readonly lines: readonly string[]) {}

  /** The line read last, as an editor counts. */
  get line(): number {
    return this.at;
  }
  next(): string {
    const line = this.lines[this.at++];
    if (line === undefined) throw new UnexpectedLine();
    return line.replace(/"/g, '').trim();
  }
  skip(count: number): void {
    for (let index = 0; index < count; index++) this.next();
  }
  count(): number {
    const found = /^(-?\d{1,9})(?:\s.*)?$/.exec(this.next());
    const value = Number(found?.[1]);
    if (!found || value < 0 || value > maximumCount) throw new UnexpectedLine();
    return value;
  }
  expect(text: string): void {
    if (this.next() !== text) throw new UnexpectedLine();
  }
}

interface Genotype {
  readonly person: string;
  readonly line: number;
  readonly alleles: readonly [number, number];
  readonly marker: number;
}

function readProject(reader: LineReader): TableRow[] {
  reader.skip(3);
  const genotypes: Genotype[] = [];
  const first = reader.next();
  // Since version 3 a line of notes stands before the number of persons.
  const persons = first === '' ? reader.count() : Number(first);
  if (!Number.isInteger(persons) || persons < 0 || persons > maximumCount) throw new UnexpectedLine();
  for (let index = 0; index < persons; index++) {
    const person = reader.next();
    // Is it a child, year of birth, may alleles have dropped out; then the sex.
    reader.skip(4);
    const count = reader.count();
    for (let typed = 0; typed < count; typed++) {
      const alleles = [reader.count(), reader.count()] as const;
      const marker = reader.count();
      genotypes.push({ person, line: reader.line, alleles, marker });
    }
  }
  reader.expect('Known relations');
  reader.skip(2);
  reader.skip(2 * reader.count());
  const pedigrees = reader.count();
  for (let index = 0; index < pedigrees; index++) {
    reader.skip(4);
    reader.skip(2 * reader.count());
  }
  const markers = readMarkers(reader);
  return genotypes.map(({ person, line, alleles, marker }) => {
    const found = markers[marker];
    const [first, second] = alleles.map((allele) => found?.alleles[allele]);
    if (!found || first === undefined || second === undefined) throw new UnexpectedLine();
    return { line, cells: { sample_name: person, marker: found.name, allele_1: first, allele_2: second } };
  });
}

function readMarkers(reader: LineReader): { name: string; alleles: string[] }[] {
  reader.next();
  const count = reader.count();
  if (reader.next() === '#TRUE#') reader.next();
  return Array.from({ length: count }, () => {
    const name = reader.next();
    // Mutation rates, models, number with the silent allele, ranges, second rates, silent allele and its frequency.
    reader.skip(11);
    const alleles = Array.from({ length: reader.count() }, () => {
      const allele = reader.next();
      reader.next();
      return allele;
    });
    return { name, alleles };
  });
}
