import { BulkRegistration, FamiliesService, type FamilyReportDraft } from '../src/families';
import { Database, systemActor } from '../src/platform';
import { routes } from '../src/routes';
import { defineRoutes } from '../src/platform';
import { Cairn } from './support/cairn';

const N = Number(process.env.N ?? 20000);
it('bench', async () => {
  defineRoutes({ ...routes, 'families.reported': ['ear'], 'families.changed': ['ear'] });
  const cairn = await Cairn.start();
  const desk = await cairn.anOrganisation('SEN', 'family');
  const drafts: FamilyReportDraft[] = Array.from({ length: N }, (_, i) => ({
    reference: `REF-${i}`, registeredOn: '2024-03-05',
    anteMortem: {
      givenNames: `Moussa ${i}`, familyNames: `Sanogo ${i % 977}`, otherNames: ['Mussa', 'Moïse'], fatherNames: 'Ibrahima', motherNames: 'Awa',
      sex: i % 3 ? 'male' : 'female', birthDate: `19${70 + (i % 30)}-04-11`, nationalities: ['MLI'], originPlace: 'Kayes, Mali', languages: ['bm', 'fr'],
      heightCm: { from: 165 + (i % 20), to: 170 + (i % 20) }, build: 'medium', hairColour: 'black', eyeColour: 'brown',
      marks: [{ type: 'scar', site: 'forearm', side: 'left', words: 'a long scar from a burn' }, { type: 'tattoo', site: 'back' }],
      teeth: [{ tooth: 36, code: 'mis' }], clothing: ['blue jacket', 'jeans'], belongings: ['silver ring', 'phone'],
      documents: [{ kind: 'passport', number: `B${1000000 + i}` }], phones: [{ written: `77 123 ${i}`, e164: null }],
      lastContactOn: '2023-11', lastContactPlace: { name: 'Zuwara', latitude: 32.9, longitude: 12.1, accuracyKm: 20, country: 'LBY' },
      route: 'Central Mediterranean', intendedDestination: 'ITA', travelledWith: ['his cousin Adama'],
    },
    enquirer: { name: `Fatoumata ${i}`, relationship: 'mother', phone: '+221 77 1234567', language: 'fr' },
    doNotShareWith: i % 10 ? [] : ['state_of_nationality'],
    consents: { purposes: ['search_here', 'match_abroad', 'statistics'], claimed: [], by: 'Fatoumata', on: '2024-03-05', how: 'in_person', text: 'fr-3' },
  }));
  const bulk = cairn.app.get(BulkRegistration);
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const at = performance.now();
    const value = await work();
    console.log(`${name}: ${((performance.now() - at) / 1000).toFixed(2)} s`);
    return value;
  };
  const first = await timed('first', () => bulk.registerMany(systemActor('b', 'cli'), desk.contactPointId, drafts, { bulk: true, onProgress: (n) => console.log(n, (performance.now() / 1000).toFixed(1)) }));
  console.log(first.filter(({ outcome }) => outcome === 'created').length);
  const second = await timed('second', () => bulk.registerMany(systemActor('b', 'cli'), desk.contactPointId, drafts, { bulk: true }));
  console.log(second.filter(({ outcome }) => outcome === 'unchanged').length);
  await cairn.admin.query('ANALYZE');
  const worker = await cairn.app.get(Database);
  const families = cairn.app.get(FamiliesService);
  for (const limit of [500, 2000]) await timed(`stream ${limit}`, () => worker.read(systemActor('w'), async (tx) => {
    let afterId: string | null = null; let n = 0;
    for (;;) {
      const page = await families.allForMatching(tx, { afterId, limit });
      if (page.length === 0) break;
      n += page.length; afterId = page.at(-1)!.id;
    }
    console.log(n);
  }));

  const person = await cairn.aPerson('SEN', 'family', ['contact_point_officer'], desk);
  for (const q of ['mine=true', 'q=REF-199', 'status=registered', 'status=draft', 'q=ZZZ', 'q=REF-&status=draft']) {
    const times: number[] = [];
    for (let i = 0; i < 40; i++) { const at = performance.now(); await person.get(`/api/family-reports?${q}`).expect(200); times.push(performance.now() - at); }
    times.sort((a, b) => a - b);
    console.log(q, 'median', times[20]!.toFixed(1), 'p95', times[37]!.toFixed(1));
  }
  await cairn.close();
}, 500000);
