import type { DocumentNumber } from '../reading/identifiers';
import { Column, Dictionary, ListColumn } from './columns';
import { Holders } from './holders';
import type { Fill } from './scan';

/** Digits with a leading 1, which keeps zeros and length and fits 32 bits. */
const phoneAsNumber = (digits: string): number => Number(`1${digits}`);
const phoneAsText = (number: number): string => String(number).slice(1);

/**
 * Phones and papers of all rows. Nearly all rows hold other numbers than those asked for, and get what other numbers weigh; the few that
 * agree, or are one slip away, are found by their numbers and weighed by themselves.
 */
export class Numbers {
  private readonly phoneHolders = new Holders('0123456789');
  private readonly paperHolders = new Holders('0123456789ABCDEFGHJKMNPRSTUVWXYZ');
  private readonly phones = new ListColumn();
  /** Papers as one text a row: few rows hold any, and few of these are ever read back. */
  private readonly papers = new Map<number, string>();
  /** Only the kinds matter where no number agrees: a number that nobody has stands for them. */
  private readonly kinds = { column: new Column('uint32'), facets: new Dictionary<readonly DocumentNumber[]>() };

  get bytes(): number {
    return this.phones.bytes + this.kinds.column.bytes + this.phoneHolders.bytes + this.paperHolders.bytes;
  }

  put(row: number, rows: number, phones: readonly string[] | null, papers: readonly DocumentNumber[] | null): void {
    for (const number of phones ?? []) this.phoneHolders.add(number, row);
    for (const { number } of papers ?? []) this.paperHolders.add(number, row);
    this.phones.set(row, (phones ?? []).map(phoneAsNumber), rows);
    const kinds = [...new Set((papers ?? []).map(({ kind }) => kind))].sort().map((kind) => ({ kind, number: '' }));
    this.kinds.column.set(row, kinds.length === 0 ? 0 : this.kinds.facets.numberOf(JSON.stringify(kinds), kinds));
    if (papers !== null) this.papers.set(row, JSON.stringify(papers));
  }

  forget(row: number): void {
    for (const number of this.phonesOf(row)) this.phoneHolders.remove(number, row);
    for (const { number } of this.papersOf(row)) this.paperHolders.remove(number, row);
    this.papers.delete(row);
  }

  phonesOf(row: number): string[] {
    const start = this.phones.startOf[row] ?? 0;
    return [...this.phones.data.subarray(start, start + (this.phones.lengthOf[row] ?? 0))].map(phoneAsText);
  }

  private papersOf(row: number): DocumentNumber[] {
    const text = this.papers.get(row);
    return text === undefined ? [] : (JSON.parse(text) as DocumentNumber[]);
  }

  fillPhones(asked: readonly string[], weightOf: (phones: readonly string[]) => number): Fill {
    const others = weightOf(['']);
    const hits = new Map<number, number>();
    for (const number of asked)
      for (const row of [...this.phoneHolders.of(number), ...this.phoneHolders.oneSlipFrom(number)])
        if (!hits.has(row)) hits.set(row, weightOf(this.phonesOf(row)));
    const { lengthOf } = this.phones;
    return (block, count, into) => {
      for (let at = 0; at < count; at++) {
        const row = block[at] ?? 0;
        into[at] = (lengthOf[row] ?? 0) === 0 ? 0 : hits.size > 0 ? (hits.get(row) ?? others) : others;
      }
    };
  }

  fillPapers(asked: readonly DocumentNumber[], weightOf: (papers: readonly DocumentNumber[]) => number): Fill {
    const { facets, column } = this.kinds;
    const byKinds = Float64Array.from({ length: facets.size }, (_, number) =>
      number === 0 ? 0 : weightOf(facets.valueOf(number)),
    );
    const hits = new Map<number, number>();
    for (const { number } of asked)
      for (const row of [...this.paperHolders.of(number), ...this.paperHolders.oneSlipFrom(number)])
        if (!hits.has(row)) hits.set(row, weightOf(this.papersOf(row)));
    const kindsOf = column.values;
    return (block, count, into) => {
      for (let at = 0; at < count; at++) {
        const row = block[at] ?? 0;
        into[at] = (hits.size > 0 ? hits.get(row) : undefined) ?? byKinds[kindsOf[row] ?? 0] ?? 0;
      }
    };
  }
}
