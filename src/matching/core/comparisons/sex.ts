import type { Comparison } from '../comparison';
import type { PostMortemProfile } from '../profile';
import { latentWeight } from './latent';

type Examination = Exclude<PostMortemProfile['sex'], null | 'not_examinable'>;
const sexes = ['female', 'male'] as const;

/** Sex with the error of the method that found it. Never an exclusion: gender as lived, dropout and slips are all real. */
export const sex: Comparison<'female' | 'male', Examination> = {
  name: 'sex',
  group: 'person',
  anteMortem: (am) => am.sex,
  postMortem: (pm) => pm.sex,
  against: (p, { settings, population }) => {
    const errors = settings.numbers.sex;
    const truth = sexes.map((value) => population.sex.share(value));
    const seen = (t: number) => (sexes[t] === p.sex ? 1 - errors[p.basis] : errors[p.basis]);
    return (a) =>
      latentWeight(
        truth,
        (t) => (sexes[t] === a ? 1 - errors.ante : errors.ante),
        seen,
        a === p.sex ? 'same' : 'different',
      );
  },
  showAnteMortem: (a) => a,
  showPostMortem: ({ sex: value, basis }) => `${value} (${basis})`,
  cap: 2,
};
