import type { BloodGroup } from '../../../description';
import type { Comparison } from '../comparison';
import { latentWeight } from './latent';

const fullGroups = ['O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+'] as const;

/** Chance of a statement for a true group; a statement without the Rhesus factor stands for both. */
function stating(said: BloodGroup, t: number, error: number): number {
  const group = fullGroups[t] ?? 'O+';
  const agrees = said === group || said === group.slice(0, -1);
  return agrees ? 1 - error : error / (fullGroups.length - 1);
}

/** Blood group: families misremember it, and bacteria change what a decomposed body shows. */
export const bloodGroup: Comparison<BloodGroup, BloodGroup> = {
  name: 'blood-group',
  group: 'medical',
  anteMortem: (am) => am.blood,
  postMortem: (pm) => pm.blood,
  against: (p, { settings, population }) => {
    const { ante, post } = settings.numbers.blood;
    const truth = fullGroups.map((group) => population.blood.share(group));
    return (a) =>
      latentWeight(
        truth,
        (t) => stating(a, t, ante),
        (t) => stating(p, t, post),
        a === p || a.replace(/[+-]/, '') === p.replace(/[+-]/, '') ? 'same' : 'different',
      );
  },
  showAnteMortem: (a) => a,
  showPostMortem: (p) => p,
  cap: 2,
};
