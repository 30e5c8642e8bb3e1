import {
  type Json,
  markersAt,
  numberAt,
  objectAt,
  pedigreeAt,
  personAt,
  profileAt,
  relativesAt,
  sexAt,
  thetaAt,
} from './case-reading';
import { KinshipInputError } from './kinship-input-error';
import { expectedWork } from './likelihood';
import { type KinshipQuestion, kinshipRatio, type KinshipRatio } from './likelihood-ratio';

/** What a laboratory should know about how its case was read. */
export type Notices = readonly string[];

/** Answers a case of kind `kinship-lr` or `identity-lr` (dna-kinship-cases/1). */
export function answerKinshipCase(input: Json): KinshipRatio & { notices?: Notices } {
  const notices = new Set<string>();
  const question = readKinshipCase(input, notices);
  refuseIfTooLong(question);
  const answer = kinshipRatio(question);
  for (const { marker, LR } of answer.perMarker) {
    if (LR === null) notices.add(`${marker}: the typed relatives contradict their own pedigree; no ratio exists`);
  }
  return notices.size > 0 ? { ...answer, notices: [...notices] } : answer;
}

/** All markers of one case together, both hypotheses; a billion operations are about a second. */
const MOST_WORK = 4e10;

/** Says beforehand that a case would take too long, instead of keeping its user waiting. */
function refuseIfTooLong({ pedigree, theta, missing, markers }: KinshipQuestion): void {
  const work = markers.reduce((sum, { marker, observed, remains }) => {
    const same = observed.map((seen, person) => (person === missing && remains ? [...seen, remains] : seen));
    return sum + 2 * expectedWork({ pedigree, theta, marker, observed: same });
  }, 0);
  if (work <= MOST_WORK) return;
  throw new KinshipInputError(
    'kinship.too-large',
    theta > 0 ? 'theta' : 'pedigree',
    `This case needs about ${work.toExponential(1)} operations, some ${(work / 1e9).toPrecision(2)} seconds or more, and is not started; ` +
      'leave out untyped persons who join no typed ones, type one more person in a loop, or use a simpler model (theta 0, or mutation without steps)',
  );
}

export function readKinshipCase(input: Json, notices: Set<string>): KinshipQuestion {
  const theta = thetaAt(input['theta']);
  const markers = markersAt(input['markers']);
  const pedigree = pedigreeAt(input['pedigree']);
  const missing = personAt(input['missingPerson'], pedigree, 'missingPerson');
  const unused = (marker: string) => notices.add(`${marker} is typed but has no frequencies here; it was left out`);
  const observed = relativesAt(input['genotypes'], pedigree, markers, 'genotypes', unused);
  if (input['kind'] !== 'identity-lr' && observed.some((persons) => persons[missing]!.length > 0)) {
    throw new KinshipInputError(
      'kinship.missing-person-typed',
      `genotypes.${pedigree.ids[missing]}`,
      'The missing person is typed: compare a direct reference sample by an identity ratio instead',
    );
  }
  const remains = objectAt(input['remains'], 'remains');
  const sex = sexAt(remains['sex'], 'remains.sex');
  const expected = pedigree.sexes[missing]!;
  if (sex !== 'unknown' && expected !== 'unknown' && sex !== expected) {
    throw new KinshipInputError(
      'kinship.sexes-differ',
      'remains.sex',
      `The remains are ${sex}, ${pedigree.ids[missing]} is ${expected}: not compared`,
    );
  }
  const dropout = dropoutAt(remains['dropoutProbability']);
  const profile = profileAt(remains['genotypes'], markers, dropout, 'remains.genotypes', unused);
  return {
    pedigree,
    missing,
    theta,
    markers: markers.map((marker, at) => ({ marker, observed: observed[at]!, remains: profile[at]! })),
  };
}

function dropoutAt(value: unknown): number {
  if (value === undefined || value === null) return 0;
  const dropout = numberAt(value, 'remains.dropoutProbability');
  if (dropout >= 0 && dropout < 1) return dropout;
  throw new KinshipInputError(
    'kinship.dropout-invalid',
    'remains.dropoutProbability',
    `The dropout probability is ${dropout}; it must be at least 0 and below 1`,
  );
}
