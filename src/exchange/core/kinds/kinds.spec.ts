import fc from 'fast-check';
import { anteMortem } from '../../../families/core/ante-mortem';
import { postMortem } from '../../../forensic-remains/core/post-mortem';
import { importKinds, readDrafts, type DraftsByKind, type ImportKind, type ReadOptions } from '../read-drafts';
import type { Reject } from '../reject';
import { familyReportColumns } from './family-reports';
import { remainsColumns } from './remains';

const csvCell = (cell: string) => `"${cell.replace(/"/g, '""')}"`;
const csvOf = (rows: readonly Record<string, string>[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map(csvCell).join(','))
    .join('\n');
};
async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}
async function drafts<Kind extends ImportKind>(
  kind: Kind,
  content: string | readonly Record<string, string>[],
  options?: ReadOptions,
): Promise<{ drafts: DraftsByKind[Kind][]; rejects: Reject[] }> {
  const found: { drafts: DraftsByKind[Kind][]; rejects: Reject[] } = { drafts: [], rejects: [] };
  for await (const event of readDrafts(kind, bytesOf(typeof content === 'string' ? content : csvOf(content)), options))
    if (event.reject) found.rejects.push(event.reject);
    else found.drafts.push(event.draft);
  return found;
}
const places = (rejects: readonly Reject[]) => rejects.map(({ line, column, code }) => [line, column, code]);

const fullReport = {
  reference: 'LAM-1',
  registered_on: '2024-04-01',
  given_names: 'عمر',
  family_names: 'الحسن',
  other_names: 'Omar; Omer El-Hassan',
  father_names: 'Ali',
  mother_names: 'Amina',
  sex: 'male',
  birth_date: '1999~',
  age: '23-25',
  nationalities: 'Sudan; ERI',
  origin_place: 'الفاشر',
  languages: 'ar-SD; fur',
  height_cm: '170-180',
  weight_kg: '60-',
  build: 'Light',
  hair_colour: 'black',
  eye_colour: 'brown',
  marks: 'tattoo@arm.left: letters "AH"; scar@abdomen',
  teeth: '11=fmc; 36=mis',
  clothing: 'red jacket; blue jeans',
  belongings: 'ring\\; silver; phone',
  documents: 'passport:P012345',
  phones: '0912345678; +39 333 123 4567',
  phone_country: 'LBY',
  blood_group: 'O+',
  medical: 'pin in left femur',
  last_contact_on: '2024-03-05/2024-03-20',
  last_contact_place: 'Zuwara',
  last_contact_latitude: '32.93',
  last_contact_longitude: '12.08',
  last_contact_accuracy_km: '10',
  last_contact_country: 'Libya',
  route: 'central mediterranean',
  intended_destination: 'Italy',
  incident: '2024.MMP0100',
  travelled_with: 'Hassan; Musa',
  minor_unaccompanied: 'no',
  enquirer_name: 'Amina',
  enquirer_relationship: 'mother',
  enquirer_phone: '+249 91 234 5678',
  enquirer_language: 'ar',
  consents: 'search_here; match_abroad; share_state:SD; ask_institution:hospital',
  consent_by: 'Amina',
  consent_on: '2024-04-01',
  consent_how: 'in_person',
  consent_text: 'v3',
  do_not_share_with: 'state_of_nationality; Egypt',
  fingerprints_taken_by: 'GRC:border police',
  gender_as_lived: 'man',
};

describe('a family report', () => {
  it('is read whole, into the record that the desk knows', async () => {
    expect(Object.keys(fullReport).sort()).toEqual([...familyReportColumns.known].sort());
    const { drafts: found, rejects } = await drafts('family-reports', [fullReport]);
    expect(rejects).toEqual([]);
    const draft = found[0];
    expect(anteMortem.parse(draft?.anteMortem)).toEqual(draft?.anteMortem);
    expect(draft).toMatchObject({
      reference: 'LAM-1',
      registeredOn: '2024-04-01',
      anteMortem: {
        givenNames: 'عمر',
        otherNames: ['Omar', 'Omer El-Hassan'],
        nationalities: ['SDN', 'ERI'],
        ageYears: { from: 23, to: 25 },
        weightKg: { from: 60, to: null },
        belongings: ['ring; silver', 'phone'],
        documents: [{ kind: 'passport', number: 'P012345' }],
        phones: [
          { written: '0912345678', e164: '+218912345678' },
          { written: '+39 333 123 4567', e164: '+393331234567' },
        ],
        lastContactPlace: { name: 'Zuwara', latitude: 32.93, longitude: 12.08, accuracyKm: 10, country: 'LBY' },
        route: 'Central Mediterranean',
        minorUnaccompanied: false,
        fingerprintsTakenBy: [{ country: 'GRC', kind: 'border police' }],
      },
      enquirer: { name: 'Amina', relationship: 'mother', phone: '+249 91 234 5678', language: 'ar' },
      consents: {
        purposes: ['search_here', 'match_abroad', 'share_state:SDN', 'ask_institution:hospital'],
        claimed: [],
        by: 'Amina',
        on: '2024-04-01',
        how: 'in_person',
        text: 'v3',
      },
      doNotShareWith: ['state_of_nationality', 'EGY'],
    });
  });

  it('needs nothing but its reference: what is empty was not recorded', async () => {
    const { drafts: found, rejects } = await drafts('family-reports', [{ reference: 'A', sex: '', age: ' ' }]);
    expect(rejects).toEqual([]);
    expect(found).toEqual([
      {
        reference: 'A',
        anteMortem: {},
        enquirer: {},
        consents: { purposes: ['search_here'], claimed: [] },
        doNotShareWith: [],
      },
    ]);
  });

  it.each(['consent_by', 'consent_on', 'consent_how', 'consent_text'])(
    'without %s searches here only, and keeps the rest as claimed',
    async (gap) => {
      const { drafts: found } = await drafts('family-reports', [{ ...fullReport, [gap]: '' }]);
      expect(found[0]?.consents).toMatchObject({
        purposes: ['search_here'],
        claimed: ['match_abroad', 'share_state:SDN', 'ask_institution:hospital'],
      });
    },
  );

  it('reports all faults of a row, not the first', async () => {
    const { drafts: found, rejects } = await drafts('family-reports', [
      { reference: 'A', birth_date: '31/12/2023', nationalities: 'Atlantis; Nowhere', age: '-5', sex: 'm', marks: 'x' },
      { reference: 'B', birth_date: '', nationalities: '', age: '', sex: '', marks: '' },
    ]);
    expect(found.map(({ reference }) => reference)).toEqual(['B']);
    expect(places(rejects)).toEqual(
      expect.arrayContaining([
        [2, 'birth_date', 'exchange.date-year-last'],
        [2, 'nationalities', 'exchange.country-unknown'],
        [2, 'age', 'exchange.age-minus'],
        [2, 'sex', 'exchange.choice-unknown'],
        [2, 'marks', 'exchange.mark-not-understood'],
      ]),
    );
    expect(rejects).toHaveLength(5);
  });

  it.each<[string, Record<string, string>, string, string]>([
    [
      'a date for a name',
      { given_names: '1999-05-05', birth_date: 'عمر' },
      'given_names',
      'exchange.name-without-letters',
    ],
    ['swapped sex and age', { sex: '25', age: 'male' }, 'age', 'exchange.range-not-understood'],
    ['no reference', { reference: '' }, 'reference', 'exchange.required-empty'],
    ['height in metres', { height_cm: '1.75' }, 'height_cm', 'exchange.height-in-metres'],
    ['height and weight swapped', { height_cm: '55', weight_kg: '165' }, 'height_cm', 'exchange.height-weight-swapped'],
    [
      'latitude 200',
      { last_contact_latitude: '200', last_contact_longitude: '190' },
      'last_contact_latitude',
      'exchange.number-out-of-range',
    ],
    [
      'swapped degrees',
      { last_contact_latitude: '112.59', last_contact_longitude: '32.2' },
      'last_contact_latitude',
      'exchange.latitude-longitude-swapped',
    ],
    [
      'half a point',
      { last_contact_latitude: '32', last_contact_longitude: '' },
      'last_contact_longitude',
      'exchange.latitude-longitude-half',
    ],
    ['born after the last contact', { birth_date: '2025' }, 'birth_date', 'exchange.born-after-contact'],
    ['a date ahead', { last_contact_on: '2031' }, 'last_contact_on', 'exchange.date-in-future'],
    ['a formula', { given_names: '=HYPERLINK("http://x")' }, 'given_names', 'exchange.formula-like'],
    ['unknown consent', { consents: 'everything' }, 'consents', 'exchange.choice-unknown'],
    ['a consent of no day', { consent_on: '2024' }, 'consent_on', 'exchange.date-one-day'],
    ['an unknown country', { intended_destination: 'Europe' }, 'intended_destination', 'exchange.country-unknown'],
    ['a language by name', { languages: 'Tigrinya' }, 'languages', 'exchange.language-not-understood'],
    ['a dog tag', { documents: 'P012345' }, 'documents', 'exchange.pair-not-understood'],
    ['perhaps', { minor_unaccompanied: 'perhaps' }, 'minor_unaccompanied', 'exchange.choice-unknown'],
    ['a phone of words', { phones: 'ask mother' }, 'phones', 'exchange.phone-not-understood'],
    ['600 letters', { given_names: 'x'.repeat(600) }, 'given_names', 'exchange.text-too-long'],
    ['eleven nationalities', { nationalities: 'SYR;'.repeat(11) }, 'nationalities', 'exchange.list-too-long'],
  ])('with %s is refused there', async (_, change, column, code) => {
    const { drafts: found, rejects } = await drafts('family-reports', [{ ...fullReport, ...change }], {
      today: '2026-11-22',
    });
    expect(found).toEqual([]);
    expect(places(rejects)).toContainEqual([2, column, code]);
  });

  it('stands once in a file', async () => {
    const { rejects } = await drafts('family-reports', [{ reference: 'A' }, { reference: 'B' }, { reference: 'A' }]);
    expect(rejects).toEqual([{ line: 4, column: 'reference', code: 'exchange.reference-twice', params: { line: 2 } }]);
  });
});

const fullRemains = {
  reference: 'AX 2024/13',
  recovered_on: '2024-03-25',
  recovery_place: 'Cala Pisana',
  recovery_latitude: '35.5',
  recovery_longitude: '12.62',
  recovery_accuracy_km: '1',
  recovery_country: 'IT',
  recovered_from: 'sea',
  completeness: 'whole',
  condition: 'decomposed',
  days_since_death: '5-20',
  sex: 'male',
  sex_basis: 'external',
  age: '20-30',
  age_basis: 'pubic symphysis',
  height_cm: '168-178',
  weight_kg: '65',
  build: 'light',
  hair_colour: 'black',
  eye_colour: 'brown',
  marks: 'tattoo@arm.left: letters AH',
  teeth: '11=fmc; 11=rct',
  clothing: 'jeans',
  belongings: 'ring',
  documents: 'identity card:123',
  names_found: 'Omar',
  phones: '+218912345678',
  phone_country: 'LBY',
  languages: 'ar',
  origin_hints: 'SDN;LBY',
  incident: '2024.MMP0100',
  cause_of_death: 'drowning',
  manner_of_death: 'accident',
  location: 'Mortuary of Agrigento',
  grave: 'Lampedusa;;3;12',
  samples: 'femur:F-12; blood:B-1',
  fingerprints: 'taken',
  pregnancy: 'no',
  associated_with: 'AX 2024/14',
};

describe('remains', () => {
  it('are read whole, into the record that the team knows', async () => {
    expect(Object.keys(fullRemains).sort()).toEqual([...remainsColumns.known].sort());
    const { drafts: found, rejects } = await drafts('remains', [fullRemains]);
    expect(rejects).toEqual([]);
    expect(postMortem.parse(found[0]?.postMortem)).toEqual(found[0]?.postMortem);
    expect(found[0]).toMatchObject({
      reference: 'AX 2024/13',
      postMortem: {
        recoveryPlace: { name: 'Cala Pisana', latitude: 35.5, longitude: 12.62, accuracyKm: 1, country: 'ITA' },
        condition: ['decomposed'],
        daysSinceDeath: { from: 5, to: 20 },
        teeth: [
          { tooth: 11, code: 'fmc' },
          { tooth: 11, code: 'rct' },
        ],
        originHints: ['SDN', 'LBY'],
        pregnancy: false,
      },
      location: 'Mortuary of Agrigento',
      grave: { cemetery: 'Lampedusa', row: '3', number: '12' },
      samples: [
        { kind: 'femur', label: 'F-12' },
        { kind: 'blood', label: 'B-1' },
      ],
    });
    expect(found[0]?.postMortem).not.toHaveProperty('answers');
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['found in a lake', { recovered_from: 'lake' }, 'recovered_from', 'exchange.choice-unknown'],
    ['rotten', { condition: 'fresh; rotten' }, 'condition', 'exchange.choice-unknown'],
    ['a grave of five parts', { grave: 'a;b;c;d;e' }, 'grave', 'exchange.pair-not-understood'],
    ['a sample without label', { samples: 'femur' }, 'samples', 'exchange.pair-not-understood'],
    ['longitude 181', { recovery_longitude: '181' }, 'recovery_longitude', 'exchange.number-out-of-range'],
  ])('with %s are refused there', async (_, change, column, code) =>
    expect(places((await drafts('remains', [{ ...fullRemains, ...change }])).rejects)).toEqual([[2, column, code]]),
  );

  it('say what their condition hides, apart from what was not recorded', async () => {
    const { drafts: found } = await drafts('remains', [
      { reference: 'A', condition: 'skeletonised', eye_colour: '' },
      { reference: 'B', condition: 'skeletonised', eye_colour: 'brown' },
      { reference: 'C', condition: 'skeletonised; fresh', eye_colour: '' },
      { reference: 'D', condition: '', eye_colour: '' },
    ]);
    const hidden = Object.fromEntries(
      ['bloodGroup', 'build', 'marks', 'weightKg'].map((field) => [field, 'not_examinable']),
    );
    expect(found.map(({ postMortem: { answers } }) => answers)).toEqual([
      { eyeColour: 'not_examinable', ...hidden },
      hidden,
      undefined,
      undefined,
    ]);
  });
});

describe('relatives', () => {
  const father = { report_reference: 'R', person: 'Ali', father: '', mother: '', sex: 'male', is_missing_person: 'no' };
  const missing = {
    report_reference: 'R',
    person: 'Omar',
    father: 'Ali',
    mother: '',
    sex: 'male',
    is_missing_person: 'yes',
  };

  it('are one pedigree a report, with both parents or neither', async () => {
    const other = { ...missing, report_reference: 'S', father: '' };
    const { drafts: found, rejects } = await drafts('relatives', [
      missing,
      other,
      { ...father, sample: 'S1', consent_dna: 'yes' },
    ]);
    expect(rejects).toEqual([]);
    expect(found.map(({ reportReference }) => reportReference)).toEqual(['R', 'S']);
    expect(
      found[0]?.persons.map(({ person, father, mother, sex, isUnnamed }) => [person, father, mother, sex, isUnnamed]),
    ).toEqual([
      ['Omar', 'Ali', 'unnamed mother of Omar', 'male', false],
      ['Ali', null, null, 'male', false],
      ['unnamed mother of Omar', null, null, 'female', true],
    ]);
    expect(found[0]?.persons[1]).toMatchObject({ sample: 'S1', consentDna: 'given' });
  });

  it.each([
    ['yes', 'given'],
    ['no', 'refused'],
    ['', 'not_asked'],
    ['asked', 'asked'],
    ['Not asked', 'not_asked'],
    ['refused', 'refused'],
  ])('who is asked for DNA and says "%s" has %s it', async (consent_dna, answer) => {
    const { drafts: found } = await drafts('relatives', [missing, { ...father, consent_dna }]);
    expect(found[0]?.persons[1]?.consentDna).toBe(answer);
  });

  it.each<[string, Record<string, string>[], (string | number | null)[][]]>([
    ['a parent without a row', [missing], [[2, 'father', 'exchange.parent-unknown']]],
    [
      'a person twice',
      [father, father, missing],
      [
        [2, 'report_reference', 'exchange.pedigree-refused'],
        [3, 'person', 'exchange.person-twice'],
        [4, 'report_reference', 'exchange.pedigree-refused'],
      ],
    ],
    [
      'a female father',
      [{ ...father, sex: 'female' }, missing],
      [
        [2, 'report_reference', 'exchange.pedigree-refused'],
        [3, 'father', 'exchange.parent-sex'],
      ],
    ],
    [
      'one parent twice',
      [father, { ...missing, mother: 'Ali', father: 'Ali' }],
      [
        [2, 'report_reference', 'exchange.pedigree-refused'],
        [3, 'mother', 'exchange.parents-same'],
        [3, 'mother', 'exchange.parent-sex'],
      ],
    ],
    [
      'their own ancestor',
      [{ ...father, father: 'Omar' }, missing],
      [
        [2, 'person', 'exchange.pedigree-loop'],
        [3, 'person', 'exchange.pedigree-loop'],
      ],
    ],
    ['nobody missing', [father], [[2, 'is_missing_person', 'exchange.missing-person-none']]],
    [
      'two missing',
      [{ ...father, is_missing_person: 'yes' }, missing],
      [
        [2, 'report_reference', 'exchange.pedigree-refused'],
        [3, 'is_missing_person', 'exchange.missing-person-several'],
      ],
    ],
    [
      'an unknown sex',
      [father, { ...missing, sex: 'm' }],
      [
        [2, 'report_reference', 'exchange.pedigree-refused'],
        [3, 'sex', 'exchange.choice-unknown'],
      ],
    ],
    ['no report', [{ ...father, report_reference: '' }], [[2, 'report_reference', 'exchange.required-empty']]],
  ])('with %s are refused whole', async (_, rows, expected) => {
    const { drafts: found, rejects } = await drafts('relatives', rows);
    expect(found).toEqual([]);
    expect(places(rejects).sort()).toEqual(expected.sort());
  });

  it('have an unnamed father where only the mother is named', async () => {
    const { drafts: found } = await drafts('relatives', [
      { ...father, sex: '' },
      { ...missing, father: '', mother: 'Ali', sex: '' },
    ]);
    expect(found[0]?.persons.map(({ person, father, mother, sex }) => [person, father, mother, sex])).toEqual([
      ['Ali', null, null, 'female'],
      ['Omar', 'unnamed father of Omar', 'Ali', null],
      ['unnamed father of Omar', null, null, 'male'],
    ]);
  });

  it('may have married their cousins: a pedigree may close without being a loop of time', async () => {
    const person = (name: string, father = '', mother = '', is_missing_person = 'no') => ({
      report_reference: 'R',
      person: name,
      father,
      mother,
      is_missing_person,
    });
    const { drafts: found, rejects } = await drafts('relatives', [
      person('A'),
      person('B'),
      person('C', 'A', 'B'),
      person('D', 'A', 'B'),
      person('E', 'C', 'D', 'yes'),
    ]);
    expect(rejects).toEqual([]);
    expect(found[0]?.persons).toHaveLength(5);
  });
});

describe('DNA profiles', () => {
  const row = {
    subject: 'remains:AX 2024/13',
    marker: 'THO1',
    allele_1: '9.3',
    allele_2: '6',
    kit: 'GlobalFiler',
    lineage: '',
  };

  it('gather the markers of one analysis under their usual names', async () => {
    const { drafts: found, rejects } = await drafts('dna-profiles', [
      row,
      { ...row, marker: 'd3s1358', allele_1: '15', allele_2: '' },
      { ...row, subject: 'relative:LAM/7/Ali', marker: 'Amelogenin', allele_1: 'x', allele_2: 'y' },
      { ...row, subject: 'direct:LAM-7', marker: 'DYS385 a/b', allele_1: '11', allele_2: '14', lineage: 'Y' },
      { ...row, marker: 'HV1', allele_1: 'A263G', allele_2: '', lineage: 'mitochondrial' },
      { ...row, marker: 'HV1', allele_1: '315.1C', allele_2: '', lineage: 'mitochondrial' },
    ]);
    expect(rejects).toEqual([]);
    expect(found.map(({ subject, lineage, markers }) => ({ subject, lineage, markers }))).toEqual([
      {
        subject: { kind: 'remains', reference: 'AX 2024/13' },
        lineage: 'autosomal',
        markers: [
          { marker: 'TH01', alleles: ['6', '9.3'] },
          { marker: 'D3S1358', alleles: ['15'] },
        ],
      },
      {
        subject: { kind: 'relative', reportReference: 'LAM/7', person: 'Ali' },
        lineage: 'autosomal',
        markers: [{ marker: 'AMEL', alleles: ['X', 'Y'] }],
      },
      {
        subject: { kind: 'direct', reportReference: 'LAM-7' },
        lineage: 'y',
        markers: [{ marker: 'DYS385AB', alleles: ['11', '14'] }],
      },
      {
        subject: { kind: 'remains', reference: 'AX 2024/13' },
        lineage: 'mitochondrial',
        markers: [{ marker: 'HV1', alleles: ['A263G', '315.1C'] }],
      },
    ]);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['no subject', { subject: 'AX 2024/13' }, 'subject', 'exchange.subject-not-understood'],
    ['a relative of no report', { subject: 'relative:Ali' }, 'subject', 'exchange.subject-not-understood'],
    ['no such marker', { marker: 'D23S1' }, 'marker', 'exchange.marker-unknown'],
    ['no allele', { allele_1: 'OL' }, 'allele_1', 'exchange.allele-not-understood'],
    ['a third allele in one cell', { allele_2: '6,7,8' }, 'allele_2', 'exchange.allele-not-understood'],
    ['a Y marker called autosomal', { marker: 'DYS391', lineage: 'autosomal' }, 'lineage', 'exchange.marker-lineage'],
  ])('with %s are refused there', async (_, change, column, code) =>
    expect(places((await drafts('dna-profiles', [{ ...row, ...change }])).rejects)).toEqual([[2, column, code]]),
  );

  it('say one thing of one marker', async () => {
    const { drafts: found, rejects } = await drafts('dna-profiles', [
      row,
      { ...row, allele_1: '6', allele_2: '9.3' },
      { ...row, allele_2: '7' },
    ]);
    expect(found).toHaveLength(1);
    expect(places(rejects)).toEqual([[4, 'marker', 'exchange.marker-contradicted']]);
  });
});

it.each(importKinds)('%s files never make the reader throw', async (kind) => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', '-5', '=1', 'A', '2024-03-05', 'remains:A', 'TH01', '9.3', '10, 20'),
  );
  const columns = [
    'reference',
    'report_reference',
    'person',
    'father',
    'subject',
    'marker',
    'allele_1',
    'web_id',
    'location_coodinates',
    'reported_date',
    'grave',
    'age',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { maxLength: 5 }),
      async (rows) => {
        const content = [columns, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\n');
        const { drafts: found, rejects } = await drafts(kind, content, { ignoreUnknownColumns: true });
        expect(found.length + rejects.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});
