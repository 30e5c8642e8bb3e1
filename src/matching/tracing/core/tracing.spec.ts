import { type PostMortem, postMortem } from '../../../forensic-remains/core/post-mortem';
import { deathWithin } from '../../core/comparisons/time';
import { postMortemProfile } from '../../core/profile';
import { dayOf } from '../../core/reading/days';
import { defaultSettings } from '../../core/settings';
import { type ListedDesk, type NearIncident, traceBack } from './tracing';

const trace = (more: Partial<PostMortem>, incidents: NearIncident[] = [], desks: ListedDesk[] = []) => {
  const pm = postMortem.parse({ recoveredOn: '2026-01-20', ...more });
  return traceBack(pm, postMortemProfile(pm), incidents, desks, defaultSettings);
};
const offElHierro = { recoveryPlace: { latitude: 27.6, longitude: -18.1, country: 'ESP' } };
const desk = (more: Partial<ListedDesk>): ListedDesk => ({
  ...{ id: 'a', name: 'A', country: 'CHE', countries: [], routes: [], languages: [] },
  ...more,
});
const ATLANTIC = 'Western Africa / Atlantic route to the Canary Islands';

describe('reverse tracing', () => {
  it('names the corridor on which such a place lies, and says so', () => {
    const [first] = trace(offElHierro).corridors;
    expect(first).toMatchObject({ route: ATLANTIC, reasons: ['found-on-route'] });
    expect(first!.share).toBeGreaterThan(0.8);
    expect(trace({ recoveryPlace: { latitude: 35.5, longitude: 12.6 } }).corridors[0]!.route).toBe(
      'Central Mediterranean',
    );
    expect(trace({}).corridors).toEqual([]);
  });

  it('follows the event that the examiners name before the place', () => {
    const named: NearIncident = {
      ...{ incidentId: '2026.MMP0001', route: 'Western Mediterranean', reportedOn: '2026-01-10', origin: null },
      ...{ latitude: 36, longitude: -3 },
    };
    const [first] = trace({ ...offElHierro, incidentReference: '2026.mmp0001' }, [named]).corridors;
    expect(first).toMatchObject({
      route: 'Western Mediterranean',
      reasons: ['event-named'],
      incidents: ['2026.MMP0001'],
    });
  });

  it('shares out the votes for a country: a hint 3, a number 3, a language of one country 2', () => {
    const { origins } = trace({
      ...{ originHints: ['SEN'], phones: [{ written: '+223 66 00 00 01', e164: '+22366000001' }], languages: ['bm'] },
    });
    expect(origins.map(({ country, share }) => [country, Number(share.toFixed(4))])).toEqual([
      ['MLI', 0.625],
      ['SEN', 0.375],
    ]);
    expect(origins[0]!.reasons.sort()).toEqual(['language', 'phone']);
  });

  it('reads origins in the register’s words for events near in place and time, and not far off', () => {
    const near: NearIncident = {
      ...{ incidentId: 'x', route: ATLANTIC, reportedOn: '2026-01-15', origin: 'Gambia, Mali' },
      ...{ latitude: 27.7, longitude: -18 },
    };
    expect(trace(offElHierro, [near]).origins.map(({ country }) => country)).toEqual(['GMB', 'MLI']);
    expect(trace(offElHierro, [{ ...near, reportedOn: '2023-01-15' }]).origins).toEqual([]);
    expect(trace(offElHierro, [{ ...near, latitude: 5 }]).origins).toEqual([]);
  });

  it('puts the last contact before death by the gap of the settings: quantiles of its distribution', () => {
    const { departure } = trace({ ...offElHierro, daysSinceDeath: { from: 10, to: 10 } });
    const death = dayOf('2026-01-10');
    const chance = (day: string) => deathWithin(death - dayOf(day), { settings: defaultSettings });
    const most = deathWithin(6000, { settings: defaultSettings });
    // Half of all deaths come within the gap to the median, so the quartiles of the gap bound the middle half.
    expect(chance(departure!.likelyFrom) / most).toBeCloseTo(0.75, 1);
    expect(chance(departure!.likelyTo) / most).toBeCloseTo(0.25, 1);
    expect(chance(departure!.from) / most).toBeCloseTo(0.95, 1);
    expect(departure!.from < departure!.likelyFrom && departure!.likelyTo <= departure!.to).toBe(true);
    expect(trace({ recoveredOn: undefined }).departure).toBeNull();
  });

  it('asks the desks that serve the origin first, then those of the route, each with its reasons; others never', () => {
    const desks = [
      desk({ id: 'route', name: 'R', routes: [ATLANTIC] }),
      desk({ id: 'none', name: 'N', country: 'FIN', languages: ['fi'] }),
      desk({ id: 'origin', name: 'O', country: 'SEN', languages: ['wo', 'fr'] }),
    ];
    const { desks: asked } = trace({ ...offElHierro, originHints: ['SEN'], languages: ['wo'] }, [], desks);
    expect(asked.map(({ id }) => id)).toEqual(['origin', 'route']);
    expect(asked[0]!.reasons).toEqual([
      { reason: 'serves-origin', of: 'SEN' },
      { reason: 'speaks', of: 'wo' },
    ]);
  });

  it('survives an empty record', () => {
    expect(trace({})).toMatchObject({ corridors: [], origins: [], desks: [] });
  });
});
