import type { ComparisonName } from './comparison';
import type { PostMortemProfile } from './profile';

/** What of the remains a comparison looks at. */
const facetOf: Readonly<Record<ComparisonName, keyof PostMortemProfile>> = {
  ...({ sex: 'sex', age: 'age', stature: 'stature', build: 'build', hair: 'hair', eyes: 'eyes' } as const),
  ...({ 'blood-group': 'blood', time: 'death', place: 'place', incident: 'incident', names: 'names' } as const),
  ...({ phones: 'phones', documents: 'documents', origin: 'origin', marks: 'marks', teeth: 'teeth' } as const),
  ...({ belongings: 'items', medical: 'medical' } as const),
};

/** The same remains, had nothing been recorded that this comparison looks at. */
export const silenced = (pm: PostMortemProfile, comparison: ComparisonName): PostMortemProfile => ({
  ...pm,
  [facetOf[comparison]]: null,
});
