import { z } from 'zod';

export const markTypes = [
  'scar',
  'tattoo',
  'piercing',
  'mole',
  'birthmark',
  'skin_mark',
  'amputation',
  'malformation',
  'implant',
  'healed_fracture',
  'circumcision',
  'other',
] as const;
export type MarkType = (typeof markTypes)[number];

/**
 * Body sites: each with the region of the INTERPOL form that holds it (itself for a region).
 * A site nearer the root of the tree is coarser; matching pools prevalence up the tree.
 */
export const bodySites = {
  head: 'head',
  face: 'head',
  forehead: 'head',
  scalp: 'head',
  eye: 'head',
  eyebrow: 'head',
  ear: 'head',
  nose: 'head',
  cheek: 'head',
  lip: 'head',
  mouth: 'head',
  chin: 'head',
  jaw: 'head',
  neck: 'neck',
  throat: 'neck',
  nape: 'neck',
  arm: 'arm',
  shoulder: 'arm',
  upper_arm: 'arm',
  elbow: 'arm',
  forearm: 'arm',
  wrist: 'arm',
  hand: 'hand',
  palm: 'hand',
  thumb: 'hand',
  finger: 'hand',
  chest: 'chest',
  breast: 'chest',
  collarbone: 'chest',
  abdomen: 'abdomen',
  navel: 'abdomen',
  flank: 'abdomen',
  back: 'back',
  upper_back: 'back',
  lower_back: 'back',
  spine: 'back',
  pelvis: 'pelvis',
  hip: 'pelvis',
  groin: 'pelvis',
  genitals: 'pelvis',
  buttock: 'pelvis',
  leg: 'leg',
  thigh: 'leg',
  knee: 'leg',
  lower_leg: 'leg',
  shin: 'leg',
  calf: 'leg',
  ankle: 'leg',
  foot: 'foot',
  heel: 'foot',
  toe: 'foot',
} as const;
export type BodySite = keyof typeof bodySites;
export type BodyRegion = (typeof bodySites)[BodySite];

const siteNames = Object.keys(bodySites) as [BodySite, ...BodySite[]];

/** A lasting mark on a body, as a relative remembers it or an examiner saw it. Side is the person's own. */
export const mark = z.strictObject({
  type: z.enum(markTypes),
  site: z.enum(siteNames),
  side: z.enum(['left', 'right', 'both', 'middle']).optional(),
  words: z.string().trim().max(1000).optional(),
});
export type Mark = z.infer<typeof mark>;
export const marks = z.array(mark).max(200);
