import { type EyeColour, eyeColours } from '../../../description';
import type { Comparison } from '../comparison';
import type { PostMortemProfile } from '../profile';
import { confusion, latentWeight } from './latent';

type Examination = Exclude<PostMortemProfile['eyes'], null | 'not_examinable'>;
/** Colours that are taken for one another: blue-grey, grey-green, brown-black. */
const neighbours = [[1], [0, 2], [1], [4], [3]];

/** Eye colour; the cornea clouds within a day, and later there is nothing to see. */
export const eyes: Comparison<EyeColour, Examination> = {
  name: 'eyes',
  group: 'body',
  anteMortem: (am) => am.eyes,
  postMortem: (pm) => pm.eyes,
  against: (p, { settings, population }) => {
    const { ante, fresh, changed } = settings.numbers.eyes;
    const truth = eyeColours.map((colour) => population.eyes.share(colour));
    const seen = (t: number) => confusion(eyeColours.indexOf(p.colour), t, p.isChanged ? changed : fresh, neighbours);
    return (a) =>
      latentWeight(
        truth,
        (t) => confusion(eyeColours.indexOf(a), t, ante, neighbours),
        seen,
        a === p.colour ? 'same' : 'different',
      );
  },
  showAnteMortem: (a) => a,
  showPostMortem: ({ colour }) => colour,
  cap: 2,
};
