import { type Json, listAt, numberAt, objectAt, textAt } from './case-reading';
import { haplotypeFrequency, type HaplotypeFrequency } from './haplotype-frequency';
import { answerIncidentCase, type IncidentAnswer } from './incident-case';
import { answerKinshipCase, type Notices } from './kinship-case';
import { KinshipInputError } from './kinship-input-error';
import type { KinshipRatio } from './likelihood-ratio';

/** A case that could not be answered, and what to mend. */
export interface RefusedCase {
  readonly error: { readonly code: string; readonly path: string; readonly message: string };
}

export type Answer = (KinshipRatio & { notices?: Notices }) | IncidentAnswer | HaplotypeFrequency | RefusedCase;
export type CaseAnswer = { readonly id: string } & Answer;

/** Answers a file of kinship, incident or lineage cases; one bad case does not hide the others' answers. */
export function answerKinshipFile(file: unknown): { cases: CaseAnswer[] } {
  const { cases, format } = casesOf(file);
  const met = new Set<string>();
  return {
    cases: cases.map((entry, index) => {
      const named = typeof entry === 'object' && entry !== null ? (entry as Json)['id'] : undefined;
      const id = typeof named === 'string' && named !== '' ? named : `case ${index + 1}`;
      try {
        const input = objectAt(entry, '');
        textAt(input['id'], 'id');
        if (met.has(id))
          throw new KinshipInputError('kinship.case-listed-twice', 'id', `The file has two cases named ${id}`);
        met.add(id);
        return { id, ...answerCase(input, format) };
      } catch (error) {
        if (!(error instanceof KinshipInputError)) throw error;
        return { id, error: { code: error.code, path: error.path, message: error.message } };
      }
    }),
  };
}

function casesOf(file: unknown): { cases: readonly unknown[]; format: unknown } {
  const top = objectAt(file, '');
  return 'cases' in top
    ? { cases: listAt(top['cases'], 'cases'), format: top['format'] }
    : { cases: [top], format: top['format'] };
}

function answerCase(input: Json, format: unknown): Answer {
  if (input['kind'] === 'dvi-joint' || 'victims' in input) return answerIncidentCase(input);
  if (format === 'lineage-frequency/1' || 'databaseSize' in input) {
    return haplotypeFrequency(numberAt(input['count'], 'count'), numberAt(input['databaseSize'], 'databaseSize'));
  }
  return answerKinshipCase(input);
}
