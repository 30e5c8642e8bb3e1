import * as description from '../../../src/description';
import * as pm from '../../../src/forensic-remains/core/post-mortem';
import * as lists from './lists';

describe('the lists that the forms offer are those that the API accepts', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['sex', lists.sexes, description.sexes],
    ['build', lists.builds, description.builds],
    ['hair', lists.hairColours, description.hairColours],
    ['eyes', lists.eyeColours, description.eyeColours],
    ['blood groups', lists.bloodGroups, description.bloodGroups],
    ['where from', lists.recoveredFrom, pm.recoveredFrom],
    ['completeness', lists.completenesses, pm.completenesses],
    ['condition', lists.conditions, pm.conditions],
    ['basis of sex', lists.sexBases, pm.sexBases],
    ['fingerprints', lists.fingerprintStates, pm.fingerprintStates],
    ['why a field is empty', lists.examinationAnswers, pm.examinationAnswers],
    ['types of mark', lists.markTypes, description.markTypes],
    ['body sites', lists.bodySites, Object.keys(description.bodySites)],
    ['dental codes', lists.dentalCodes, description.dentalCodes],
  ])('%s', (_, offered, accepted) => expect([...offered].sort()).toEqual([...accepted].sort()));
});
