import type { PostMortem } from './post-mortem';

/** Fields that a body's condition or completeness can take from every examiner. */
type Trait = keyof Pick<
  PostMortem,
  'eyeColour' | 'hairColour' | 'build' | 'weightKg' | 'heightCm' | 'bloodGroup' | 'marks' | 'teeth'
>;

/**
 * Fields that these remains cannot show in their condition, so that "not examinable" is kept apart from "not recorded".
 * A field with a value is never listed: somebody saw it. Without a recorded condition nothing is derived. The rules
 * are plain anatomy (bone has no eyes, a part no height), on the careful side: matching weighs what was recorded anyway.
 */
export function notExaminable(pm: PostMortem): string[] {
  const condition = new Set(pm.condition ?? []);
  const isAltered = condition.has('decomposed') || condition.has('saponified') || condition.has('burned');
  const isBone = condition.has('skeletonised') && !isAltered && !condition.has('mummified') && !condition.has('fresh');
  // Weight and build in life are not read from bones, nor from tissue dried on them.
  const isDry = condition.size > 0 && [...condition].every((one) => one === 'skeletonised' || one === 'mummified');
  const isPart = pm.completeness === 'body_part' || pm.completeness === 'fragments';
  const cannot: Record<Trait, boolean> = {
    eyeColour: isPart || (condition.size > 0 && !condition.has('fresh')),
    hairColour: isPart || condition.has('burned'),
    build: isPart || isDry,
    weightKg: isPart || isDry,
    heightCm: pm.completeness === 'fragments',
    bloodGroup: isBone,
    // An implant or a healed fracture is seen on bone, and then it is recorded; skin is not.
    marks: isBone || pm.completeness === 'fragments',
    teeth: pm.completeness === 'body_part',
  };
  const derived = Object.entries(cannot).flatMap(([trait, isHidden]) => (isHidden ? [trait] : []));
  const stated = Object.entries(pm.answers ?? {}).flatMap(([field, answer]) =>
    answer === 'not_examinable' ? [field] : [],
  );
  return [...new Set([...derived, ...stated])].filter((field) => pm[field as keyof PostMortem] === undefined).sort();
}
