import fc from 'fast-check';
import { states } from './board';
import { type ReaderFacts, relationsOf, shownTo } from './readers';

const users = ['ada', 'ben', 'cleo', 'dia', 'eva'];
const organisations = ['desk', 'institute', 'laboratory'];
const facts: fc.Arbitrary<ReaderFacts> = fc.record({
  reader: fc.record({
    userId: fc.constantFrom(...users),
    organisationId: fc.constantFrom(...organisations),
    isOfBoard: fc.boolean(),
  }),
  state: fc.constantFrom(...states),
  isTold: fc.boolean(),
  familySpecialistId: fc.constantFrom('ada', 'ben'),
  custodianSpecialistId: fc.constantFrom('ben', 'cleo'),
  thirdSpecialistId: fc.constantFrom(null, 'dia'),
  isThirdReleased: fc.boolean(),
  familyOrganisationId: fc.constant('desk'),
  custodianOrganisationId: fc.constant('institute'),
  caseOwnerIds: fc.constantFrom([], ['eva'], ['dia'], ['eva', 'ada']),
  isConsentLive: fc.boolean(),
});

describe('who may know of an identification', () => {
  it('before the telling: specialists, the custodian’s board, the owner of the case; nobody else whatever the facts', () => {
    fc.assert(
      fc.property(facts, (given) => {
        if (given.isTold || relationsOf(given).length === 0) return;
        const { userId, organisationId, isOfBoard } = given.reader;
        const thirdId = given.isThirdReleased ? given.thirdSpecialistId : null;
        const isNamed = [given.familySpecialistId, given.custodianSpecialistId, thirdId].includes(userId);
        const isBoard = isOfBoard && organisationId === 'institute';
        const isOwner = given.caseOwnerIds.includes(userId) && organisationId === 'desk';
        expect(isNamed || isBoard || isOwner).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('after it: the two desks as well, and no third organisation', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const relations = relationsOf({ ...given, state: 'identified', isTold: true });
        expect(relations.includes('desk')).toBe(given.reader.organisationId !== 'laboratory');
      }),
    );
  });

  it('while in work and without the family’s consent: nobody but people of its desk', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('open' as const, 'presumptive' as const), (given, state) => {
        const relations = relationsOf({ ...given, state, isConsentLive: false });
        if (given.reader.organisationId !== 'desk') expect(relations).toEqual([]);
      }),
    );
  });

  it('owner and desk never get a wording, nor the board before both sides have signed', () => {
    for (const isComplete of [true, false]) {
      expect(shownTo('case_owner', isComplete)).not.toContain('words');
      expect(shownTo('desk', isComplete)).toEqual([]);
    }
    expect(shownTo('board', false)).not.toContain('words');
    expect(shownTo('board', true)).toContain('words');
  });
});
