import { fields as family } from '../families/steps';
import { fields as remains } from '../remains/steps';
import { pairedFields } from './paired-fields';

const pairs = pairedFields(family, remains);

describe('both records side by side', () => {
  it('show every field of each, once', () => {
    expect(pairs.flatMap((pair) => pair.family?.name ?? [])).toEqual(family.map((field) => field.name));
    expect(pairs.flatMap((pair) => pair.remains?.name ?? []).sort()).toEqual(remains.map((field) => field.name).sort());
  });
  it('put the last contact beside the recovery', () =>
    expect(pairs.find((pair) => pair.family?.name === 'lastContactOn')?.remains?.name).toBe('recoveredOn'));
});
