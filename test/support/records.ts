import { randomInt, randomUUID } from 'node:crypto';
import type { Cairn, Person } from './cairn';

/** A man of Senegal, last heard of before a boat; whom a family in Dakar looks for. */
export const aReport = (more: object = {}) => ({
  reference: `R-${randomUUID()}`,
  registeredOn: '2026-02-01',
  anteMortem: {
    givenNames: 'Moussa Tidiane',
    familyNames: 'Sanogo',
    sex: 'male',
    birthDate: '1998-04-11',
    nationalities: ['SEN'],
    heightCm: { from: 182, to: 186 },
    marks: [
      { type: 'tattoo', site: 'forearm', side: 'left', words: 'letters AH' },
      { type: 'scar', site: 'abdomen', words: 'appendix' },
    ],
    phones: [{ written: '+221 77 123 45 67', e164: '+221771234567' }],
    lastContactOn: '2026-01-02',
    lastContactPlace: { name: 'Mbour', latitude: 14.42, longitude: -16.96, country: 'SEN' },
    route: 'Western Africa / Atlantic route to the Canary Islands',
  },
  enquirer: { name: 'Fatoumata Sanogo', relationship: 'mother', phone: '+221 77 765 43 21', language: 'fr' },
  ...more,
});

/** The same man, as a team in the Canary Islands examined him. */
export const theRemains = (more: object = {}) => ({
  reference: `PM-${randomUUID()}`,
  postMortem: {
    recoveredOn: '2026-01-20',
    recoveryPlace: { name: 'off El Hierro', latitude: 27.6, longitude: -18.1, country: 'ESP' },
    recoveredFrom: 'sea',
    completeness: 'whole',
    condition: ['fresh'],
    daysSinceDeath: { from: 3, to: 10 },
    sex: 'male',
    sexBasis: 'external',
    ageYears: { from: 25, to: 32 },
    heightCm: { from: 182, to: 185 },
    marks: [
      { type: 'tattoo', site: 'forearm', side: 'left', words: 'AH' },
      { type: 'scar', site: 'abdomen' },
    ],
    namesFound: ['Moussa Sanogo'],
    phones: [{ written: '+221771234567', e164: '+221771234567' }],
    originHints: ['SEN'],
  },
  ...more,
});

const proof = { by: 'Fatoumata Sanogo', on: '2026-02-01', how: 'in_person', textVersion: 'v1' };

/** Registers a report with consents whose four facts are recorded. */
export async function registerReport(
  desk: Person,
  more: object = {},
  consents: readonly object[] = [{ purpose: 'match_abroad' }],
): Promise<string> {
  const id = randomUUID();
  await desk.put(`/api/family-reports/${id}`, aReport(more)).expect(200);
  await desk
    .put(`/api/family-reports/${id}/consents/${randomUUID()}`, { purpose: 'search_here', ...proof })
    .expect(200);
  for (const consent of consents)
    await desk.put(`/api/family-reports/${id}/consents/${randomUUID()}`, { ...consent, ...proof }).expect(200);
  return id;
}

export async function recordRemains(team: Person, more: object = {}): Promise<string> {
  const id = randomUUID();
  await team.put(`/api/remains/${id}`, theRemains(more)).expect(200);
  return id;
}

/** Gives a person a live qualification, as an administrator would. */
export async function qualify(cairn: Cairn, person: Person, method: string): Promise<string> {
  const administrator = await cairn.aPerson('CHE', 'network', ['administrator']);
  const id = randomUUID();
  await administrator
    .put(`/api/users/${person.userId}/qualifications/${id}`, {
      method,
      mandate: 'appointed by the competent authority',
      grantedBy: 'Ministry of Justice',
    })
    .expect(200);
  return id;
}

/** A report and remains of one person unlike any other a test has made: with a name, a number and a tattoo of his own. */
export function aPerson() {
  const digits = String(randomInt(10_000_000)).padStart(7, '0');
  const phones = [{ written: `+221 77 ${digits}`, e164: `+22177${digits}` }];
  const [givenNames, familyNames, inscription] = [aWord(), aWord(), aWord()];
  const marks = [{ type: 'tattoo', site: 'forearm', side: 'left', words: inscription }];
  return {
    anteMortem: { ...aReport().anteMortem, givenNames, familyNames, phones, marks },
    postMortem: { ...theRemains().postMortem, namesFound: [`${givenNames} ${familyNames}`], phones, marks },
  };
}

const syllables = ['ba', 'ke', 'di', 'mo', 'su', 'ra', 'ti', 'lo', 'ne', 'fa', 'gu', 'zi'];
function aWord(): string {
  const word = Array.from({ length: 4 }, () => syllables[randomInt(syllables.length)]).join('');
  return word[0]!.toUpperCase() + word.slice(1);
}
