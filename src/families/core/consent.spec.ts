import { isRecipientOf, isWithheldFrom, purposes, readPermission } from './consent';

describe('a consent', () => {
  it.each([
    ['search_here', { purpose: 'search_here', recipient: null }],
    ['share_state:ITA', { purpose: 'share_state', recipient: 'ITA' }],
    ['ask_institution:coast_guard', { purpose: 'ask_institution', recipient: 'coast_guard' }],
    ['specialists_abroad', { purpose: 'specialists_abroad', recipient: null }],
    ['share_state', null],
    ['share_state:ZZZ', null],
    ['contact:ITA', null],
    ['share_state:ITA:ESP', null],
    ['everything', null],
  ])('%s is read as it is meant, or not at all', (text, expected) => expect(readPermission(text)).toEqual(expected));

  it('without a recipient is open to few purposes, and no purpose takes every recipient', () => {
    expect(purposes.filter((purpose) => !isRecipientOf(purpose, null))).toEqual(['share_state', 'ask_institution']);
    for (const purpose of purposes) expect(isRecipientOf(purpose, 'anybody')).toBe(false);
  });

  it.each<[string[], string[] | undefined, boolean]>([
    [[], ['GIN'], false],
    [['GIN'], undefined, true],
    [['ITA'], ['GIN'], false],
    [['all'], undefined, true],
    [['state_of_nationality'], ['GIN', 'SEN'], true],
    [['state_of_nationality'], ['SEN'], false],
    [['state_of_nationality'], [], true],
    [['state_of_nationality'], undefined, true],
  ])('kept from %j, of nationality %j: kept from Guinea is %s', (doNotShareWith, nationalities, expected) => {
    expect(isWithheldFrom('GIN', { doNotShareWith, nationalities })).toBe(expected);
  });
});
