import { told, found } from './comparisons/example';
import { exclusionOf } from './exclusion';
import { dayOf } from './reading/days';
import { defaultSettings } from './settings';

const excluded = (lastContactOn: string, context = { registeredOn: '2024-06-01' }, knowledge = {}) =>
  exclusionOf(
    told({ lastContactOn }, context).contact,
    found({ recoveredOn: '2023-06-20', daysSinceDeath: { from: 60, to: 90 } }).death,
    defaultSettings,
    knowledge,
  );

describe('an exclusion', () => {
  it('needs the last contact to lie after the recovery by more than dates are confused', () => {
    const late = { registeredOn: '2025-06-01' };
    expect(excluded('2024-09-20', late)).toEqual({ reason: 'died-before-last-contact', daysBetween: 458 });
    // A year written wrongly is the commonest slip of all.
    expect(excluded('2024-06-01', late)).toBeNull();
    expect(excluded('2023-08-10')).toBeNull();
    expect(excluded('2023-06-01')).toBeNull();
  });
  it('does not follow from an estimate of the time since death', () => expect(excluded('2023-06-19')).toBeNull());
  it('does not follow from a contact dated after the report, or a date too wide to tell', () => {
    expect(excluded('2024-08-01')).toBeNull();
    expect(excluded('2023')).toBeNull();
  });
  it('follows from proof of life, and from an expert', () => {
    expect(excluded('2023-06-01', undefined, { provenAliveOn: dayOf('2023-07-01') })?.reason).toBe('alive-later');
    expect(excluded('2023-06-01', undefined, { expertExclusion: { method: 'dna', reference: 'L-17' } })).toEqual({
      reason: 'expert',
      method: 'dna',
      reference: 'L-17',
    });
    expect(excluded('2023-06-01', undefined, { provenAliveOn: Number.NaN })).toBeNull();
  });
});
