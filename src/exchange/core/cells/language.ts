import { languageTag } from '../../../description';
import { read, refuse, type CellReader } from './reading';

/** BCP-47, checked for its form. */
export const language: CellReader<string> = (cell) =>
  languageTag.safeParse(cell).success ? read(cell) : refuse('exchange.language-not-understood');
