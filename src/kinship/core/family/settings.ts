import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../description';

const probability = z.number().min(0).lt(1);
const rates = z.strictObject({
  model: z.enum(['equal', 'proportional', 'stepwise']),
  rate: probability,
  range: z.number().gt(0).max(1).optional(),
  rate2: probability.optional(),
});

/** Every number that a DNA result rests on beside profiles, pedigree and frequencies; stored with each result. */
export const kinshipSettings = z.strictObject({
  version: z.string().min(1).max(60),
  theta: probability,
  mutation: z.strictObject({ male: rates, female: rates }).nullable(),
  /** Probability for each allele copy of the remains to be lost. */
  dropout: probability,
  unseen: z.strictObject({ policy: z.literal('add-minimum-and-rescale'), atLeast: z.number().gt(0).lt(0.1) }),
  thresholds: z.strictObject({
    /** From here on a pair is computed directly and shown to the laboratory. */
    candidate: z.number().positive(),
    supports: z.number().positive(),
    supportsStrongly: z.number().positive(),
    /** At or below, and only with enough relatives: excludes. */
    excludes: z.number().gt(0).lt(1),
    leastMarkers: z.number().int().min(1),
    /** A relative whom the others contradict by this much fits the tree badly. */
    misfit: z.number().gt(0).lt(1),
    samePerson: z.number().positive(),
  }),
  /** Operations that one run may take; a billion are about a second. */
  mostOperations: z.number().positive(),
  /** Seconds after which a run is stopped, whatever was expected. */
  mostSeconds: z.number().positive(),
  /** Where each number comes from. */
  reasons: z.record(z.string(), z.string().min(3)),
});
export type KinshipSettings = z.infer<typeof kinshipSettings>;

/** Settings and frequency databases together: what makes two runs comparable. */
export const settingsIdOf = (settings: KinshipSettings, checksums: readonly string[]): string =>
  createHash('sha256')
    .update(canonicalJson({ settings, databases: [...checksums].sort() }))
    .digest('hex');

const unverified = 'customary in the field, to be confirmed by the laboratory that signs';

export const defaultKinshipSettings: KinshipSettings = {
  version: '2026-11-1',
  theta: 0,
  mutation: { male: { model: 'proportional', rate: 0.002 }, female: { model: 'proportional', rate: 0.0005 } },
  dropout: 0,
  unseen: { policy: 'add-minimum-and-rescale', atLeast: 0.001 },
  thresholds: {
    ...{ candidate: 10, supports: 1e4, supportsStrongly: 1e6, excludes: 1e-4, leastMarkers: 12 },
    ...{ misfit: 1e-2, samePerson: 1e6 },
  },
  mostOperations: 2e10,
  mostSeconds: 120,
  reasons: {
    theta: 'no substructure is assumed; the smallest ratio over several populations is reported instead',
    mutation: `proportional, so that ancestors drawn but not typed change nothing; rates ${unverified}`,
    dropout: 'none: a single peak is entered as one allele known, not as a homozygote',
    unseen: '5/2N of the database, at least 0.001 (NRC II, 1996), added before rescaling',
    'thresholds.candidate': 'default of the reference page, section 9: list from 10',
    'thresholds.supports': `review from 10^4; ${unverified}`,
    'thresholds.supportsStrongly': `10^6 and at least 12 markers, for open searches over thousands of families; ${unverified}`,
    'thresholds.excludes': `mirror of the threshold for review, and never for one relative alone; ${unverified}`,
    'thresholds.leastMarkers': unverified,
    'thresholds.misfit': `a hundredfold against one relative asks for a qualified look, in private; ${unverified}`,
    'thresholds.samePerson': `as for strong support; ${unverified}`,
    mostOperations: 'some twenty seconds of one processor core',
    mostSeconds: 'so that no family keeps the queue from another',
  },
};
