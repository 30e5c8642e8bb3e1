import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { readDrafts } from '../read-drafts';
import type { Reject } from '../reject';
import { pointOf, readPoint } from './incident-point';
import { causeCategories, causesOf, countryOfPlace, joinedNames, withoutEntities } from './incident-words';
import type { IncidentDraft } from './incidents';
import { iomRoutes } from './routes';

async function read(bytes: AsyncIterable<Uint8Array>): Promise<{ incidents: IncidentDraft[]; rejects: Reject[] }> {
  const found: { incidents: IncidentDraft[]; rejects: Reject[] } = { incidents: [], rejects: [] };
  for await (const event of readDrafts('incidents', bytes))
    if (event.reject) found.rejects.push(event.reject);
    else found.incidents.push(event.draft);
  return found;
}
const dialect = (letter: string) => read(createReadStream(`test/data/incidents/dialect-${letter}.csv`));
const lines = (...text: string[]) => read(Readable.from([Buffer.from(text.join('\n'))]));
const header = 'web_id,region,reported_date,number_dead,number_missing,total_dead_and_missing,location_coodinates';

it.each([
  ['a', 33],
  ['b', 8],
  ['c', 6],
  ['d', 13],
  ['e', 6],
])('dialect %s is read without a reject, each row under a key of its own', async (letter, count) => {
  const { incidents, rejects } = await dialect(letter);
  expect(rejects).toEqual([]);
  expect(incidents).toHaveLength(count);
  const keys = incidents.map(({ mainId, incidentId, ordinal }) => `${mainId} ${incidentId} ${ordinal}`);
  expect(new Set(keys).size).toBe(count);
  for (const { reportedOn, mainId } of incidents)
    if (reportedOn) expect(mainId.slice(0, 4)).toBe(reportedOn.slice(0, 4));
});

it('the whole register sums to the published totals', async () => {
  const started = performance.now();
  const { incidents, rejects } = await read(createReadStream('data/iom-missing-migrants.csv.gz').pipe(createGunzip()));
  expect(rejects).toEqual([]);
  expect(incidents).toHaveLength(17_846);
  const sum = (field: 'dead' | 'missing' | 'total') =>
    incidents.reduce((total, incident) => total + (incident[field] ?? 0), 0);
  expect([sum('dead'), sum('missing'), sum('total')]).toEqual([41_695, 29_542, 71_237]);
  expect(new Set(incidents.map(({ mainId }) => mainId)).size).toBe(17_220);
  expect(Math.max(...incidents.map(({ ordinal }) => ordinal))).toBe(9);
  expect(incidents.filter(({ reportedOn }) => reportedOn === null)).toHaveLength(15);
  expect(incidents.filter(({ missing }) => (missing ?? 0) < 0)).toHaveLength(20);
  expect(incidents.filter(({ dead }) => dead === null)).toHaveLength(968);
  expect(incidents.filter(({ dead, missing }) => dead === null && missing === null)).toHaveLength(38);
  expect(incidents.filter(({ point }) => point === null)).toHaveLength(1);
  // "Mixed/Unknown" is the only country that is none.
  expect(incidents.filter(({ country }) => country === null).map(({ countryText }) => countryText)).toEqual([
    'Mixed/Unknown',
  ]);
  expect(new Set(incidents.flatMap(({ routes }) => routes))).toEqual(new Set(iomRoutes));
  expect(performance.now() - started).toBeLessThan(15_000);
}, 30_000);

describe('the known defects', () => {
  it('1. a total of "1,022"', async () => {
    const { incidents } = await dialect('a');
    expect(incidents.find(({ mainId }) => mainId === '2015.MMP00108')).toMatchObject({
      dead: 750,
      missing: 272,
      total: 1022,
    });
  });

  it('2. negative figures, which take back earlier ones', async () => {
    const a = (await dialect('a')).incidents.find(({ mainId }) => mainId === '2015.MMP00565');
    expect(a).toMatchObject({ dead: 56, missing: -13, total: 43 });
    const b = (await dialect('b')).incidents;
    expect(b.find(({ incidentId }) => incidentId === '2026.MMP0190218')).toMatchObject({ dead: 17, missing: -5 });
    expect(b.find(({ incidentId }) => incidentId === '2026.MMP0149175')).toMatchObject({ survivors: -1 });
  });

  it('3. blanks, which are not zero', async () => {
    const { incidents } = await lines(header, '2020.MMP1,Europe,,,0,,', '2020.MMP2,Europe,2020-01-01,,,,');
    expect(incidents).toMatchObject([
      { reportedOn: null, dead: null, missing: 0, total: null, point: null },
      { dead: null, missing: null },
    ]);
  });

  it('4. one id for several rows', async () => {
    const { incidents } = await dialect('a');
    const split = incidents.filter(({ mainId }) => mainId === '2018.MMP00247');
    expect(split.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const b = (await dialect('b')).incidents.filter(({ mainId }) => mainId === '2026.MMP0007');
    expect(b.map(({ incidentId, ordinal }) => [incidentId, ordinal])).toEqual([
      ['2026.MMP00078', 1],
      ['2026.MMP00079', 1],
    ]);
  });

  it('5. coordinates in either order, with signs lost', async () => {
    const points = new Map((await dialect('a')).incidents.map(({ mainId, point }) => [mainId, point]));
    expect(points.get('2019.MMP01631')).toEqual({ latitude: 23.338396, longitude: -1.307491, repaired: 'order' });
    expect(points.get('2022.MMP1369')).toEqual({ latitude: 26.6168, longitude: -80.0684, repaired: 'longitude-sign' });
    // In Yemen, though its region says Mediterranean: as published.
    expect(points.get('2025.MMP1005')).toMatchObject({ latitude: 16.95091342, repaired: null });
    const [e, d] = await Promise.all([dialect('e'), dialect('d')]);
    expect(e.incidents[0]?.point).toEqual({ latitude: 37.2832, longitude: 27, repaired: null });
    expect(d.incidents.at(-1)?.point).toEqual({ latitude: 32.6801, longitude: 16, repaired: null });
  });

  it('6. dates month first, and a month where there is no day', async () => {
    expect((await dialect('b')).incidents[0]?.reportedOn).toBe('2026-04-01');
    expect((await dialect('c')).incidents.map(({ reportedOn }) => reportedOn).slice(0, 3)).toEqual([
      '2014-01-19',
      '2014-01',
      '2014-02-06',
    ]);
  });

  it('7. the column location_coodinates, and line breaks in the place', async () => {
    const { incidents } = await dialect('a');
    expect(incidents.filter(({ point }) => point).length).toBe(32);
    expect(incidents[0]?.location).toMatch(/^Departed from Arakan.*Indian Ocean$/s);
  });

  it('8. names joined by commas, one of which holds commas', async () => {
    const { incidents } = await dialect('d');
    const by = new Map(incidents.map((incident) => [incident.mainId, incident]));
    expect(by.get('2021.MMP00291')).toMatchObject({
      types: ['Incident', 'Split Incident'],
      routes: ['Central Mediterranean', 'Sahara Desert crossing'],
      causes: ['Drowning', 'Violence'],
      countriesOfOrigin: ['GIN', 'SEN'],
    });
    expect(by.get('2016.MMP00134')?.causes).toEqual(['Drowning', causeCategories[2]]);
    expect(by.get('2020.MMP00657')?.causes).toEqual([causeCategories[2], causeCategories[5]]);
    expect(by.get('2015.MMP00173')?.countriesOfOrigin).toEqual(['CAF', 'CIV', 'GIN', 'LBR', 'MLI', 'NGA', 'SEN']);
    expect(by.get('2015.MMP00513')?.sourceQuality).toBeGreaterThan(0);
  });

  it('9. no country of origin, free words for a cause', async () => {
    const first = (await dialect('a')).incidents[0];
    expect(first).toMatchObject({
      countriesOfOrigin: [],
      causes: [],
      causeText: 'Mostly starvation, dehydration, and beatings by crew members',
    });
  });

  it('10. countries with more than a name, with entities, or none', async () => {
    const d = (await dialect('d')).incidents;
    expect(d.find(({ incidentId }) => incidentId === '2026.MMP0190218')).toMatchObject({ country: 'LBY' });
    const a = (await dialect('a')).incidents.find(({ mainId }) => mainId === '2018.MMP01559');
    expect(a).toMatchObject({ country: 'CIV', countryText: "Côte d'Ivoire" });
    const b = (await dialect('b')).incidents;
    expect(b[0]).toMatchObject({ country: 'TUR', countryText: null, countriesOfOrigin: ['AFG'] });
    expect(b[1]).toMatchObject({ country: 'LBY', regionsOfOrigin: [{ name: 'Northern Africa', isPresumed: false }] });
    expect(b[2]).toMatchObject({
      country: 'GMB',
      regionsOfOrigin: [{ name: 'Western Africa', isPresumed: true }],
      countriesOfOrigin: [],
    });
  });
});

it.each<[string, string, string, string]>([
  ['a count in words', '2020.M1,Europe,2020-01-01,many,,,', 'number_dead', 'exchange.count-not-understood'],
  ['a count beyond reason', '2020.M1,Europe,2020-01-01,9000000,,,', 'number_dead', 'exchange.count-not-understood'],
  ['a day that is none', '2020.M1,Europe,2020-02-31,1,,,', 'reported_date', 'exchange.date-not-understood'],
  [
    'words for a point',
    '2020.M1,Europe,2020-02-01,1,,,somewhere',
    'location_coodinates',
    'exchange.coordinates-not-understood',
  ],
  [
    'a point off the earth',
    '2020.M1,Europe,2020-02-01,1,,,"200, 300"',
    'location_coodinates',
    'exchange.number-out-of-range',
  ],
  ['no id', ',Europe,2020-02-01,1,,,', 'web_id', 'exchange.required-empty'],
])('%s is refused, under the name the file gives the column', async (_, row, column, code) => {
  const { incidents, rejects } = await lines(header, row, '2020.M2,Europe,2020-02-01,1,,,');
  expect(incidents.map(({ mainId }) => mainId)).toEqual(['2020.M2']);
  expect(rejects).toMatchObject([{ line: 2, column, code }]);
});

describe('a point', () => {
  it('that lies where its region is stays as published; one that no single mistake explains does too', () => {
    expect(pointOf(35.5, 12.6, null, 'Mediterranean')).toMatchObject({ repaired: null });
    expect(pointOf(46.2, 20.5, 'IRN', 'Southern Asia')).toMatchObject({ latitude: 46.2, repaired: null });
    expect(pointOf(12.6, 100, null, 'Nowhere')).toMatchObject({ latitude: 12.6, repaired: null });
  });
  it('is put right the same way from each single mistake', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 26, max: 48, noNaN: true }),
        fc.double({ min: -120, max: -95, noNaN: true }),
        (latitude, longitude) => {
          const right = { latitude, longitude };
          expect(pointOf(latitude, longitude, 'USA', null)).toEqual({ ...right, repaired: null });
          expect(pointOf(longitude, latitude, 'USA', null)).toEqual({ ...right, repaired: 'order' });
          expect(pointOf(latitude, -longitude, 'USA', null)).toEqual({ ...right, repaired: 'longitude-sign' });
          expect(pointOf(-latitude, longitude, 'USA', null)).toEqual({ ...right, repaired: 'latitude-sign' });
        },
      ),
    );
  });
  it.each([
    ['35.5, 12.6', 35.5, 12.6],
    ['POINT (12.6 35.5)', 35.5, 12.6],
    ['POINT(-112.5 32.2)', 32.2, -112.5],
    ['14, 78', 14, 78],
  ])('%s is understood', (text, latitude, longitude) => expect(readPoint(text)).toEqual({ latitude, longitude }));
  it.each(['', 'x, y', '1', 'POINT ()', '1, 2, 3', '1e999, 2'])('%s is none', (text) =>
    expect(readPoint(text)).toBeNull(),
  );
});

it('joined names are taken apart again, whichever they are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...causeCategories), { minLength: 1 }), (causes) => {
      expect(causesOf(causes.join(','))).toEqual(causes);
    }),
  );
  expect(joinedNames('Drowning,unheard of', (name) => (name === 'Drowning' ? name : null))).toBeNull();
});

it.each([
  ['Near Lampedusa, Italy', 'Mediterranean', 'ITA'],
  ['Unspecified location off the coast of Libya', 'Mediterranean', 'LBY'],
  ['Santa Teresa, New Mexico', 'North America', null],
  ['Atlanta, Georgia', 'North America', null],
  ['Imperial County, CA', 'North America', null],
  ['Unspecified location', null, null],
])('%s lies in a country, or nobody says', (place, region, country) =>
  expect(countryOfPlace(place, region)).toBe(country),
);

it('entities of the web page are text again, but never control characters', () => {
  expect(withoutEntities('C&ocirc;te d&#039;Ivoire &amp; &#x41; &#0; &#xd800;')).toBe(
    "C&ocirc;te d'Ivoire & A &#0; &#xd800;",
  );
});
