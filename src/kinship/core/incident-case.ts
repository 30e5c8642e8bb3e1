import {
  type Json,
  listAt,
  markersAt,
  objectAt,
  pedigreeAt,
  personAt,
  profileAt,
  relativesAt,
  sexAt,
  textAt,
  thetaAt,
} from './case-reading';
import type { MissingFamily } from './family-states';
import { type Incident, IncidentComparison, type Victim } from './joint-identification';
import { KinshipInputError } from './kinship-input-error';
import type { Marker } from './marker';

/** Assignments listed, best first. */
const LISTED = 30;

type Assignment = Record<string, string>;

export interface IncidentAnswer {
  readonly pairwiseLR: {
    readonly victims: readonly string[];
    readonly missing: readonly string[];
    readonly matrix: readonly (readonly (number | null)[])[];
  };
  readonly exclusions: readonly (readonly (number | null)[])[];
  readonly joint: {
    readonly enumeratedAssignments: number;
    readonly nonZeroAssignments: number;
    readonly lnLikNullAssignment: number;
    readonly lnSumOverAssignmentsOfLR: number;
    readonly best: { readonly assignment: Assignment; readonly lnLRvsNull: number; readonly posteriorFlat: number };
    readonly top: readonly {
      readonly assignment: Assignment;
      readonly lnLik: number;
      readonly posteriorFlat: number;
    }[];
    readonly marginalPosteriorFlatPrior: {
      readonly victims: readonly string[];
      readonly columns: readonly string[];
      readonly matrix: readonly (readonly number[])[];
    };
  };
  readonly notices?: readonly string[];
}

/** Answers a case of kind `dvi-joint` (dna-dvi-cases/1): several victims, several families. */
export function answerIncidentCase(input: Json): IncidentAnswer {
  const notices = new Set<string>();
  const incident = readIncident(input, notices);
  const comparison = new IncidentComparison(incident);
  const pairwise = comparison.pairwise();
  const joint = comparison.joint(LISTED);
  for (const notice of joint.notices) notices.add(notice);
  const { victims, missing } = pairwise;
  const named = (placed: readonly number[]): Assignment =>
    Object.fromEntries(victims.map((id, v) => [id, missing[placed[v]!] ?? '*']));
  const best = joint.top[0]!;
  return {
    pairwiseLR: { victims, missing, matrix: pairwise.lr },
    exclusions: pairwise.exclusions,
    joint: {
      enumeratedAssignments: joint.enumeratedAssignments,
      nonZeroAssignments: joint.nonZeroAssignments,
      lnLikNullAssignment: joint.lnLikNullAssignment,
      lnSumOverAssignmentsOfLR: joint.lnSumOverAssignmentsOfLR,
      best: { assignment: named(best.placed), lnLRvsNull: best.lnLRvsNull, posteriorFlat: best.posteriorFlat },
      top: joint.top.map(({ placed, lnLRvsNull, posteriorFlat }) => ({
        assignment: named(placed),
        lnLik: joint.lnLikNullAssignment + lnLRvsNull,
        posteriorFlat,
      })),
      marginalPosteriorFlatPrior: { victims, columns: [...missing, '*'], matrix: joint.marginals },
    },
    ...(notices.size > 0 ? { notices: [...notices] } : {}),
  };
}

export function readIncident(input: Json, notices: Set<string>): Incident {
  if (thetaAt(input['theta']) > 0) {
    throw new KinshipInputError(
      'kinship.joint-needs-theta-zero',
      'theta',
      'Joint identification is computed with theta 0 only: with theta all families and victims would depend on one another',
    );
  }
  const markers = markersAt(input['markers']);
  const unused = (marker: string) => notices.add(`${marker} is typed but has no frequencies here; it was left out`);
  const victims = listAt(input['victims'], 'victims').map((entry, index): Victim => {
    const path = `victims[${index}]`;
    const victim = objectAt(entry, path);
    return {
      id: textAt(victim['id'], `${path}.id`),
      sex: sexAt(victim['sex'], `${path}.sex`),
      profile: profileAt(victim['genotypes'], markers, 0, `${path}.genotypes`, unused),
    };
  });
  refuseTwice(
    victims.map(({ id }) => id),
    'victims',
  );
  const families = listAt(input['families'], 'families').map((entry, index) =>
    familyAt(entry, markers, `families[${index}]`, unused),
  );
  refuseTwice(
    families.flatMap(({ pedigree, missing }) => missing.map((person) => pedigree.ids[person]!)),
    'families',
  );
  return { markers, victims, families };
}

function familyAt(
  value: unknown,
  markers: readonly Marker[],
  path: string,
  unused: (marker: string) => void,
): MissingFamily {
  const family = objectAt(value, path);
  const pedigree = pedigreeAt(family['pedigree'], `${path}.pedigree`);
  const missing = listAt(family['missing'], `${path}.missing`).map((id, k) =>
    personAt(id, pedigree, `${path}.missing[${k}]`),
  );
  const observed = relativesAt(family['genotypes'], pedigree, markers, `${path}.genotypes`, unused);
  const typed = missing.find((person) => observed.some((persons) => persons[person]!.length > 0));
  if (typed !== undefined) {
    throw new KinshipInputError(
      'kinship.missing-person-typed',
      `${path}.genotypes.${pedigree.ids[typed]}`,
      `${pedigree.ids[typed]} is missing and typed; compare a direct reference sample by an identity ratio instead`,
    );
  }
  return { id: textAt(family['id'], `${path}.id`), pedigree, missing, observed };
}

function refuseTwice(ids: readonly string[], path: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new KinshipInputError(
    'kinship.person-listed-twice',
    path,
    `${twice} is listed twice; every victim and missing person needs an own id`,
  );
}
