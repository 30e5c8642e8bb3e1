import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { readDrafts, type ReadOptions } from '../read-drafts';
import type { DnaProfileDraft } from '../kinds';
import type { Reject } from '../reject';
import { codisRows } from './codis';
import { familiasRows } from './familias';
import { subjectOf } from './subject';
import { readXml } from './xml';

async function read(bytes: AsyncIterable<Uint8Array>, options?: ReadOptions) {
  const found: { profiles: DnaProfileDraft[]; rejects: Reject[] } = { profiles: [], rejects: [] };
  for await (const event of readDrafts('dna-profiles', bytes, options))
    if (event.reject) found.rejects.push(event.reject);
    else found.profiles.push(event.draft);
  return found;
}
const file = (name: string, options?: ReadOptions) => read(createReadStream(`test/data/dna/${name}`), options);
const text = (content: string) => read(Readable.from([Buffer.from(content)]));
const brief = (profiles: DnaProfileDraft[]) =>
  profiles.map(({ subject, markers }) => [
    subject,
    Object.fromEntries(markers.map(({ marker, alleles }) => [marker, alleles.join('/')])),
  ]);
const places = (rejects: readonly Reject[]) => rejects.map(({ line, column, code }) => [line, column, code]);

const remains = { kind: 'remains', reference: 'AX-13' };
const mother = { kind: 'relative', reportReference: 'LAM-7', person: 'Amina' };

it('CODIS XML is read, subjects by their category', async () => {
  const { profiles, rejects } = await file('codis.xml');
  expect(rejects).toEqual([]);
  expect(brief(profiles)).toEqual([
    [remains, { TH01: '6/9.3', AMEL: 'X' }],
    [mother, { D3S1358: '15/16' }],
  ]);
  expect(profiles[0]).toMatchObject({
    laboratory: 'LABXX0001',
    kit: 'GlobalFiler',
    analysedOn: '2024-05-01',
    sample: 'AX-13',
    lineage: 'autosomal',
  });
});

it('a GeneMapper export is read; mixtures, alleles off the ladder and samples of nobody are refused', async () => {
  const { profiles, rejects } = await file('gene-mapper.tsv');
  expect(brief(profiles)).toEqual([
    [remains, { TH01: '6/9.3', AMEL: 'X/Y' }],
    [mother, { D3S1358: '15/16' }],
  ]);
  expect(places(rejects)).toEqual([
    [5, 'allele_3', 'exchange.alleles-too-many'],
    [6, 'allele_1', 'exchange.allele-not-understood'],
    [7, 'sample_name', 'exchange.subject-not-understood'],
  ]);
});

it('a Familias project is read, its persons as relatives of the report that is said', async () => {
  const { profiles, rejects } = await file('familias.fam', { report: 'LAM-7' });
  expect(rejects).toEqual([]);
  expect(brief(profiles)).toEqual([
    [remains, { TH01: '9.3/9.3', 'Penta E': '5/12' }],
    [
      { kind: 'relative', reportReference: 'LAM-7', person: 'Musa' },
      { TH01: '6/9.3', 'Penta E': '12/12' },
    ],
  ]);
});

it('a Familias project without a report refuses the persons that say nothing', async () => {
  const { profiles, rejects } = await file('familias.fam');
  expect(brief(profiles)).toHaveLength(1);
  expect(rejects.map(({ code }) => code)).toEqual([
    'exchange.subject-not-understood',
    'exchange.subject-not-understood',
  ]);
});

it.each(['codis.xml', 'familias.fam'])('%s cut anywhere is refused or read, never a crash', (name) => {
  const content = readFileSync(`test/data/dna/${name}`, 'utf8');
  const rows = name.endsWith('xml') ? codisRows : familiasRows;
  const whole = rows(content);
  expect(Array.isArray(whole) && whole.length).toBeGreaterThan(2);
  for (let length = 0; length < content.length - 200; length += 7) {
    const cut = rows(content.slice(0, length));
    if (name.endsWith('xml')) expect(cut).toMatchObject({ code: 'exchange.xml-not-understood' });
    else if (!Array.isArray(cut)) expect(cut).toMatchObject({ code: 'exchange.format-not-understood' });
  }
});

describe('XML', () => {
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an unknown entity', '<a>&x;</a>'],
    ['a bare ampersand', '<a>A & B</a>'],
    ['elements that cross', '<a><b></a></b>'],
    ['an open end', '<a>'],
    ['two roots', '<a/><b/>'],
    ['text outside', '<a/>b'],
    ['a lone sign', '<a>1 < 2</a>'],
    ['great depth', '<a>'.repeat(100) + '</a>'.repeat(100)],
    ['nothing', ''],
  ])('with %s is refused', (_, content) => expect(readXml(content)).toBeNull());

  it('gives texts, lines and children', () => {
    expect(
      readXml(
        '\ufeff<?xml version="1.0"?>\n<!-- x -->\n<p:a b="1"\n c=\'2\'><d>A &amp; &#x42;</d><d/><![CDATA[<]]></p:a>\n',
      ),
    ).toEqual({
      name: 'a',
      line: 3,
      text: '<',
      children: [
        { name: 'd', line: 4, text: 'A & B', children: [] },
        { name: 'd', line: 4, text: '', children: [] },
      ],
    });
  });

  it('reads back any text that is written with its entities', () => {
    fc.assert(
      fc.property(fc.string(), (content) => {
        const written = content.replace(/&/g, '&amp;').replace(/</g, '&lt;');
        expect(readXml(`<a>${written}</a>`)?.text).toBe(content);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.stringMatching(/^[<>/&;!a"'= -]{0,40}$/), (content) => void readXml(content)));
  });
});

it('XML of another kind, and a file that only begins like Familias, are refused as a whole', async () => {
  expect((await text('<html></html>')).rejects).toMatchObject([{ code: 'exchange.format-not-understood' }]);
  expect((await text('"Output from Familias, version 3"\n1\n2\n3\n')).rejects).toMatchObject([
    { code: 'exchange.format-not-understood' },
  ]);
  expect((await text('<a')).rejects).toMatchObject([{ code: 'exchange.xml-not-understood' }]);
});

it.each([
  ['AX-13', 'Unidentified_Person', undefined, 'remains:AX-13'],
  ['LAM-7', 'Missing Person', undefined, 'direct:LAM-7'],
  ['toothbrush', 'Missing Person', 'LAM-7', 'direct:LAM-7'],
  ['LAM-7/Ali', 'Paternal Relative', undefined, 'relative:LAM-7/Ali'],
  ['Ali', 'Paternal Relative', 'LAM-7', 'relative:LAM-7/Ali'],
  ['Ali', '', 'LAM-7', 'relative:LAM-7/Ali'],
  ['remains:X', 'Missing Person', 'LAM-7', 'remains:X'],
  ['Ali', 'Staff', 'LAM-7', 'Ali'],
])('sample %s of category "%s" is of %s', (name, category, report, subject) =>
  expect(subjectOf(name, category, report)).toBe(subject),
);
