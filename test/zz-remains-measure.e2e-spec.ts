import { randomUUID } from 'node:crypto';
import { RemainsBulkRegistration, RemainsRecords } from '../src/forensic-remains';
import { Database, systemActor } from '../src/platform';
import { Cairn } from './support/cairn';
it('measures', async () => {
  const cairn = await Cairn.start();
  const team = await cairn.aPerson('ITA', 'forensic', ['forensic_officer']);
  const drafts = (n: number, p: string) => Array.from({ length: n }, (_, i) => ({
    reference: `${p}-${i}`, location: 'Mortuary of Agrigento', grave: { cemetery: 'Piano Gatta', number: String(i) }, samples: [{ kind: 'bone', label: `${p}-${i}-b` }],
    postMortem: { recoveredOn: '2025-06-14', recoveryPlace: { name: 'Cala Pisana', latitude: 35.5, longitude: 12.6, country: 'ITA' }, condition: ['decomposed' as const], sex: 'female' as const,
      ageYears: { from: 22, to: 31 }, heightCm: { from: 158, to: 166 }, marks: [{ type: 'scar' as const, site: 'knee' as const, words: `words ${i}` }], teeth: [{ tooth: 46, code: 'amf' as const }],
      clothing: ['blue jacket', 'jeans'], namesFound: ['Amina Haddad'], phones: [{ written: '+216 20 123 456', e164: '+21620123456' }], answers: { eyeColour: 'not_examinable' as const } },
  }));
  const bulk = cairn.app.get(RemainsBulkRegistration);
  const actor = systemActor('measure', 'cli');
  const out: string[] = [];
  const time = async <T>(what: string, work: () => Promise<T>): Promise<T> => { const t = performance.now(); const r = await work(); out.push(`${what}: ${(performance.now() - t).toFixed(0)} ms`); return r; };
  const d = drafts(20000, 'A');
  await time('20,000 new', () => bulk.registerMany(actor, team.contactPointId, d, { bulk: true }));
  await time('20,000 again', () => bulk.registerMany(actor, team.contactPointId, d, { bulk: true }));
  await time('20,000 changed', () => bulk.registerMany(actor, team.contactPointId, d.map((x) => ({ ...x, postMortem: { ...x.postMortem, build: 'light' as const } })), { bulk: true }));
  const records = cairn.app.get(RemainsRecords);
  await time('20,000 for matching, cold keys, pages of 2,000', () => cairn.app.get(Database).act(actor, async (tx) => { let afterId: string | null = null; let n = 0; for (;;) { const p = await records.allForMatching(tx, { afterId, limit: 2000 }); n += p.length; if (p.length < 2000) break; afterId = p.at(-1)!.id; } if (n !== 20000) throw new Error(String(n)); }));
  for (const p of ['B', 'C', 'D', 'E']) await bulk.registerMany(actor, team.contactPointId, drafts(20000, p).map(({ samples: _, grave: __, ...x }) => x), { bulk: true });
  await cairn.admin.query('ANALYZE');
  for (const q of ['', '?mine=true', '?status=recorded', '?status=buried', '?q=D-19', '?q=zzz']) {
    const t: number[] = [];
    for (let i = 0; i < 60; i++) { const s = performance.now(); await team.get(`/api/remains${q}`).expect(200); t.push(performance.now() - s); }
    t.sort((a, b) => a - b);
    out.push(`list ${q || '(all)'}: p50 ${t[30]!.toFixed(1)} p95 ${t[56]!.toFixed(1)} ms`);
  }
  const { body } = await team.get('/api/remains?limit=1'); const t: number[] = [];
  for (let i = 0; i < 60; i++) { const s = performance.now(); await team.get(`/api/remains/${body.items[0].id}`).expect(200); t.push(performance.now() - s); }
  t.sort((a, b) => a - b); out.push(`whole record: p50 ${t[30]!.toFixed(1)} p95 ${t[56]!.toFixed(1)} ms`);
  const id = randomUUID(); const s = performance.now(); await team.put(`/api/remains/${id}`, { reference: 'one', postMortem: {} }).expect(200); out.push(`one put: ${(performance.now() - s).toFixed(1)} ms`);
  process.stdout.write(out.join('\n') + '\n');
  await cairn.close();
}, 600000);
