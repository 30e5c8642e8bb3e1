import { builds } from '../../../description';
import type { Comparison, Weight } from '../comparison';
import type { BuildFacet, PostMortemProfile } from '../profile';
import { normalDensity } from '../reading/ranges';
import { confusion, latentWeight } from './latent';

type Examination = Exclude<PostMortemProfile['build'], null | 'not_examinable'>;
const neighbours = [[1], [0, 2], [1]];
const spreadOfWeights = 0.22;

/** Build and weight: people grow thin on the way, and a body changes in water; so this says little. */
export const build: Comparison<BuildFacet, Examination> = {
  name: 'build',
  group: 'body',
  anteMortem: (am) => am.build,
  postMortem: (pm) => pm.build,
  against: (p, { settings, population }) => {
    const { ante, fresh, changed, weightSdShare } = settings.numbers.build;
    const truth = builds.map((value) => population.build.share(value));
    const seenError = p.isChanged ? changed : fresh;
    const weightSd = p.isChanged ? 2 * weightSdShare : weightSdShare;
    return (a) => {
      const parts: Weight[] = [];
      if (a.build !== null && p.build !== null) {
        const [told, seen] = [builds.indexOf(a.build), builds.indexOf(p.build)];
        const level = a.build === p.build ? 'same' : 'different';
        parts.push(
          latentWeight(
            truth,
            (t) => confusion(told, t, ante, neighbours),
            (t) => confusion(seen, t, seenError, neighbours),
            level,
          ),
        );
      }
      if (a.weightKg !== null && p.weightKg !== null) {
        const difference = Math.log(a.weightKg / p.weightKg);
        const other = normalDensity(difference, 2 * spreadOfWeights ** 2);
        const same = 0.95 * normalDensity(difference, weightSd ** 2) + 0.05 * other;
        parts.push({ level: Math.abs(difference) < 2 * weightSd ? 'same' : 'different', same, other });
      }
      // Build and weight are one observation: the clearer of the two counts.
      const clearness = ({ same, other }: Weight) => Math.abs(Math.log(same / other));
      return parts.sort((one, two) => clearness(two) - clearness(one))[0] ?? null;
    };
  },
  showAnteMortem: showBuild,
  showPostMortem: showBuild,
  cap: 1,
};

function showBuild({ build: value, weightKg }: BuildFacet): string {
  return [value, weightKg === null ? null : `${weightKg} kg`].filter((part) => part !== null).join(', ');
}
