import { readLatin } from './latin';
import { cognateTable, nicknameTable } from './nickname-table';
import { looseKey, phoneKey } from './phone-key';

/** Lines of the table in which a word stands: its names, in the full form or in a short one. */
export interface NamesMeant {
  readonly full: readonly number[];
  readonly short: readonly number[];
  /** Found by its consonants only, as an unvocalised or misspelt word must be: a weaker hint. */
  readonly isLoose: boolean;
}

const NONE: NamesMeant = { full: [], short: [], isLoose: false };
type Entry = { full: number[]; short: number[]; isLoose: boolean };
const meaning = new Map<string, Entry>();
const looseMeaning = new Map<string, Entry>();

const lines = [...nicknameTable.trim().split('\n'), ...cognateTable.trim().split('\n')];
lines.forEach((line, number) => {
  const [full = '', short = ''] = line.split(':');
  enter(full, number, 'full');
  enter(short, number, 'short');
});

function enter(words: string, line: number, as: 'full' | 'short'): void {
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const codes = readLatin(word);
    add(meaning, phoneKey(codes), line, as, false);
    const loose = looseKey(codes);
    if (loose) add(looseMeaning, loose, line, as, true);
  }
}

function add(table: Map<string, Entry>, key: string, line: number, as: 'full' | 'short', isLoose: boolean): void {
  const entry = table.get(key) ?? { full: [], short: [], isLoose };
  if (!entry[as].includes(line)) entry[as].push(line);
  table.set(key, entry);
}

/** The names that a word read as these phones may mean. */
export function namesMeantBy(codes: Uint8Array): NamesMeant {
  const exact = meaning.get(phoneKey(codes));
  if (exact) return exact;
  const loose = looseKey(codes);
  return (loose && looseMeaning.get(loose)) || NONE;
}

/** How two words are forms of one name: both full (John, Ivan), one short (Bill, William), or both short (Bill, Will). */
export type NicknameRelation = 'full forms' | 'short form' | 'two short forms' | 'loose' | 'none';

export function nicknameRelation(a: NamesMeant, b: NamesMeant): NicknameRelation {
  if (a === NONE || b === NONE) return 'none';
  const relation = meet(a.full, b.full)
    ? 'full forms'
    : meet(a.full, b.short) || meet(a.short, b.full)
      ? 'short form'
      : meet(a.short, b.short)
        ? 'two short forms'
        : 'none';
  if (relation === 'none' || !(a.isLoose || b.isLoose)) return relation;
  return relation === 'two short forms' ? 'none' : 'loose';
}

function meet(a: readonly number[], b: readonly number[]): boolean {
  for (const line of a) if (b.includes(line)) return true;
  return false;
}
