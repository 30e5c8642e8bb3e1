import { type ClusterFacts, verdictOn } from './cluster';

const facts: ClusterFacts = { present: '7', noted: '7', holdsIds: true, isAhead: false };

it.each<[string, Partial<ClusterFacts>, ReturnType<typeof verdictOn>]>([
  ['the cluster that was noted', {}, 'ours'],
  ['a new database', { noted: null, holdsIds: false }, 'unmarked'],
  ['an empty one, made from the dump of another', { noted: '6', holdsIds: false }, 'unmarked'],
  ['another cluster, though its ids look old enough', { noted: '6' }, 'moved'],
  ['one that nobody noted: safe is to compare again', { noted: null }, 'moved'],
  ['the noted one, with ids that it has not given yet', { isAhead: true }, 'moved'],
])('%s', (_, change, verdict) => expect(verdictOn({ ...facts, ...change })).toBe(verdict));
