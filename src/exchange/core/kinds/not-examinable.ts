import type { conditions, PostMortem } from '../../../forensic-remains/core/post-mortem';

type Condition = (typeof conditions)[number];
type Trait = 'eyeColour' | 'weightKg' | 'build';

/**
 * Traits that no part of a body in this condition can show. The colour of the iris is lost with the soft tissue and by drying;
 * weight and build in life are not read from bones or dried tissue. Hair outlasts all of these conditions but fire.
 */
const cannotShow: Partial<Record<Condition, readonly Trait[]>> = {
  skeletonised: ['eyeColour', 'weightKg', 'build'],
  mummified: ['eyeColour', 'weightKg', 'build'],
  saponified: ['eyeColour'],
};

/**
 * The fields that are empty because the body cannot show them, which is another answer than "not recorded". Of a body in several
 * conditions only what none of them can show; a value that was recorded all the same stands.
 */
export function notExaminable(found: PostMortem): Record<string, 'not_examinable'> {
  const traits = (found.condition ?? []).map((condition) => cannotShow[condition] ?? []);
  const [first = [], ...others] = traits;
  const hidden = new Set(first.filter((trait) => others.every((other) => other.includes(trait))));
  if (found.completeness === 'body_part' || found.completeness === 'fragments') {
    hidden.add('weightKg');
    hidden.add('build');
  }
  return Object.fromEntries(
    [...hidden].filter((trait) => found[trait] === undefined).map((trait) => [trait, 'not_examinable' as const]),
  );
}
