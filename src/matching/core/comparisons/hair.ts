import { type HairColour, hairColours } from '../../../description';
import type { Comparison } from '../comparison';
import type { PostMortemProfile } from '../profile';
import { confusion, latentWeight } from './latent';

type Examination = Exclude<PostMortemProfile['hair'], null | 'not_examinable'>;
/** Colours that are taken for one another: blond-brown, brown-black, brown-red, black-grey, grey-white. */
const neighbours = [[1], [0, 2, 3], [1, 4], [1], [2, 5], [4]];

/** Hair colour; after weeks in sun, sea or earth it is darker, bleached or reddish. */
export const hair: Comparison<HairColour, Examination> = {
  name: 'hair',
  group: 'body',
  anteMortem: (am) => am.hair,
  postMortem: (pm) => pm.hair,
  against: (p, { settings, population }) => {
    const { ante, fresh, changed, dry } = settings.numbers.hair;
    const error = p.tissue === 'fresh' ? fresh : p.tissue === 'changed' ? changed : dry;
    const truth = hairColours.map((colour) => population.hair.share(colour));
    const seen = (t: number) => confusion(hairColours.indexOf(p.colour), t, error, neighbours);
    return (a) =>
      latentWeight(
        truth,
        (t) => confusion(hairColours.indexOf(a), t, ante, neighbours),
        seen,
        a === p.colour ? 'same' : 'different',
      );
  },
  showAnteMortem: (a) => a,
  showPostMortem: ({ colour }) => colour,
  cap: 2,
};
