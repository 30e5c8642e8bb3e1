import nist from '../../frequencies/nist1036.json';
import { canExclude, comparePair, type RemainsInputs } from './comparison';
import { type FamilyInputs, mergedGenotypes } from './family-inputs';
import { checksumOf, type FrequencyDatabase } from './frequency-database';
import { search, type SearchJob } from './search';
import { defaultKinshipSettings as settings } from './settings';

const databases = (nist as unknown as FrequencyDatabase[]).map((database) => ({
  checksum: checksumOf(database),
  database,
}));
const family: FamilyInputs = {
  persons: [
    { id: 'father', sex: 'male' },
    { id: 'mother', sex: 'female' },
    { id: 'son', sex: 'male', father: 'father', mother: 'mother' },
  ],
  missing: 'son',
  typed: { father: { th01: ['6', '9.3'], fga: ['22', '99'] }, mother: { th01: ['7', '8'], vwa: ['16', '17'] } },
  profileIds: [],
  notices: [],
};
const remains: readonly RemainsInputs[] = [
  { id: 'child', sex: 'male', genotypes: { th01: ['6', '7'], fga: ['22', '24'], vwa: ['15', '16'] } },
  { id: 'rare', sex: 'unknown', genotypes: { th01: ['6', '7'], fga: ['98', '99'], vwa: ['16', '16'] } },
  { id: 'half', sex: 'unknown', genotypes: { th01: ['6'], fga: ['22', '99'] } },
  { id: 'woman', sex: 'female', genotypes: { th01: ['6', '7'] } },
];
const job: SearchJob = {
  ...{ settings, databases, remains, always: false },
  families: [{ id: 'F', inputs: family, tables: [], remains: remains.map(({ id }) => id) }],
};

it('finds by tables the pairs that reach the threshold directly, rare and half-typed alleles included', () => {
  const { found, compared } = search(job);
  const direct = remains
    .filter(({ sex }) => sex !== 'female')
    .filter((one) => (comparePair(family, one, databases, settings).smallestLog10LR ?? -Infinity) >= 1);
  expect(compared).toBe(3);
  expect(found.map(({ remainsId }) => remainsId)).toEqual(direct.map(({ id }) => id));
  for (const { remainsId, comparison } of found)
    expect(comparison).toEqual(
      comparePair(
        family,
        remains.find(({ id }) => id === remainsId)!,
        databases,
        settings,
      ),
    );
});

it('takes stored tables for what they are, and builds them again when the inputs differ', () => {
  const first = search(job);
  const { tables } = first.built[0]!;
  const again = search({ ...job, families: [{ ...job.families[0]!, tables }] });
  expect(again.built).toEqual([]);
  expect(again.found).toEqual(first.found);
  const changed = { ...family, typed: { ...family.typed, mother: { th01: ['7', '7'] } } };
  expect(search({ ...job, families: [{ ...job.families[0]!, inputs: changed, tables }] }).built).toHaveLength(1);
});

it('reads several analyses of one person as one, and leaves out what contradicts itself', () => {
  const reading = (marker: string, ...alleles: string[]) => ({ profileId: marker, markers: [{ marker, alleles }] });
  const { genotypes, notices } = mergedGenotypes(
    [reading('THO1', '9.3'), reading('TH01', '6', '9.3'), reading('VWA', '14', '15'), reading('vWA', '14', '16')],
    'father',
  );
  expect(genotypes).toEqual({ th01: ['6', '9.3'] });
  expect(notices).toEqual([{ code: 'kinship.typings-disagree', person: 'father', marker: 'vWA' }]);
});

it('lets one relative, or brothers and sisters alone, exclude nobody', () => {
  expect(canExclude(family)).toBe(true);
  expect(canExclude({ ...family, typed: { father: family.typed.father! } })).toBe(false);
  const siblings = ['A', 'B'].map((id) => ({ id, sex: 'male' as const, father: 'father', mother: 'mother' }));
  const typed = Object.fromEntries(siblings.map(({ id }) => [id, { th01: ['6', '7'] }]));
  expect(canExclude({ ...family, persons: [...family.persons, ...siblings], typed })).toBe(false);
});
