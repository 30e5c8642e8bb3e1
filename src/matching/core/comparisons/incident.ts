import type { Comparison } from '../comparison';

/** The event that the family names and the team recorded. A random other is there as often as open reports name it. */
export const incident: Comparison<string, string> = {
  name: 'incident',
  group: 'event',
  anteMortem: (am) => am.incident,
  postMortem: (pm) => pm.incident,
  against: (p, { settings, population }) => {
    const { same, differs } = settings.numbers.incident;
    const share = Math.min(0.99, population.incidents.share(p));
    return (a) =>
      a === p ? { level: 'same', same, other: share } : { level: 'different', same: differs, other: 1 - share };
  },
  showAnteMortem: (a) => a,
  showPostMortem: (p) => p,
  cap: 4,
};
