import type { Comparison } from '../comparison';

/** Concepts counted for one pair; more would be one illness under several names. */
const COUNTED = 3;

/**
 * Findings that both sides may know: pregnancy, old fractures, implants, operations, illnesses. A concept named by both is weighed by how
 * rarely reports name it; one named by one side alone says nothing, since few examinations look for it and few families know.
 */
export const medical: Comparison<readonly string[], readonly string[]> = {
  name: 'medical',
  group: 'medical',
  anteMortem: (am) => am.medical,
  postMortem: (pm) => pm.medical,
  against: (p, { settings, population }) => {
    const { noted, rarest } = settings.numbers.medical;
    const shares = new Map(p.map((concept) => [concept, Math.max(rarest, population.medical.share(concept))]));
    const families = new Map(p.map((concept) => [concept.split('.')[0] ?? concept, concept]));
    return (a) => {
      const ratios = a
        .flatMap((concept) => {
          const exact = shares.get(concept);
          if (exact !== undefined) return [noted / exact];
          // The same kind of finding, at a bone that one side did not name or named otherwise.
          const family = families.get(concept.split('.')[0] ?? concept);
          if (family === undefined) return [];
          const isOpen = !concept.includes('.') || !family.includes('.');
          return isOpen ? [(0.4 * noted) / Math.max(rarest, shares.get(family) ?? rarest)] : [];
        })
        .sort((one, two) => two - one)
        .slice(0, COUNTED);
      if (ratios.length === 0) return { level: 'nothing in common', same: 1, other: 1 };
      return {
        level: `${ratios.length} in common`,
        same: Math.max(
          1,
          ratios.reduce((product, ratio) => product * ratio, 1),
        ),
        other: 1,
      };
    };
  },
  showAnteMortem: (a) => a.join(', '),
  showPostMortem: (p) => p.join(', '),
  cap: 3,
};
