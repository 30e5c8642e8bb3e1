import fc from 'fast-check';
import { bodySites, type BodySite, markTypes } from '../../description';
import { clothingTypesOf } from './clothing-types';
import { canonicalJson } from '../../description';
import { certainMonth } from './content';
import { coarseArea, coarseFeatures } from './coarse-features';
import { notExaminable } from './observability';

const nothing = { sampleKinds: [], examinationsDone: [] };
const aMark = fc.record({
  type: fc.constantFrom(...markTypes),
  site: fc.constantFrom(...(Object.keys(bodySites) as BodySite[])),
  words: fc.constantFrom('wolframite', 'yttrium dragon', 'vermilion'),
});

describe('coarse features of remains', () => {
  it('hold back at least two marks, the most telling, and never their words, side or finer site', () => {
    fc.assert(
      fc.property(fc.array(aMark, { maxLength: 12 }), (marks) => {
        const seen = coarseFeatures({ marks }, nothing);
        expect(seen.marks.length).toBe(Math.max(0, marks.length - 2));
        expect(seen.marks.length + seen.marksWithheld).toBe(marks.length);
        for (const mark of seen.marks) expect(Object.keys(mark)).toEqual(['type', 'region']);
        expect(JSON.stringify(seen)).not.toMatch(/wolframite|yttrium|vermilion/);
        const tattoos = marks.filter(({ type }) => type === 'tattoo').length;
        expect(seen.marks.filter(({ type }) => type === 'tattoo').length).toBe(Math.max(0, tattoos - 2));
      }),
    );
  });

  it('do not depend on the order in which marks were entered', () => {
    fc.assert(
      fc.property(fc.array(aMark, { maxLength: 8 }), (marks) => {
        const [one, other] = [marks, [...marks].reverse()].map(
          (list) => coarseFeatures({ marks: list }, nothing).marks,
        );
        expect(one!.map(canonicalJson).sort()).toEqual(other!.map(canonicalJson).sort());
      }),
    );
  });

  it('give no name, number, word or exact day that was told', () => {
    const seed = 'Quokkafield';
    const seen = coarseFeatures(
      {
        ...{ recoveredOn: '2025-06-14', recoveryPlace: { name: seed, latitude: 35.503217, longitude: 12.627418 } },
        ...{ clothing: [`blue ${seed} jacket`, seed], belongings: [seed], namesFound: [seed], medical: [seed] },
        ...{ documents: [{ kind: 'passport', number: seed }], phones: [{ written: seed }], causeOfDeath: seed },
        ...{ languages: ['ar-SD'], originHints: ['SDN'], fingerprints: 'taken', teeth: [{ tooth: 46, code: 'amf' }] },
      },
      { sampleKinds: ['bone'], examinationsDone: [] },
    );
    expect(JSON.stringify(seen)).not.toMatch(/Quokkafield|35\.503|12\.627|-14/i);
    expect(seen).toMatchObject({
      ...{
        recovered: { year: 2025, month: 6 },
        clothing: ['jacket', 'other'],
        languages: ['ar'],
        originHints: ['SDN'],
      },
      available: { dental: true, dna: true, fingerprints: true },
    });
  });

  it('place a point in a cell of about 50 km: the middle lies within 37 km, and one cell has one middle', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -75, max: 75, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        (latitude, longitude) => {
          const area = coarseArea({ latitude, longitude })!;
          const northKm = (area.latitude! - latitude) * 111.2;
          const eastKm = (area.longitude! - longitude) * 111.2 * Math.cos((latitude * Math.PI) / 180);
          // Half the diagonal is 35.4 km; the side nearer the equator is longer, and degrees are rounded to hundredths.
          expect(Math.hypot(northKm, eastKm)).toBeLessThan(37);
          expect(coarseArea({ latitude: area.latitude!, longitude: area.longitude! })).toEqual(area);
        },
      ),
    );
  });

  it('know clothing by its kind in several languages', () => {
    expect(clothingTypesOf(['T-shirt rouge', 'pantalón vaquero', 'chaussures Nike', 'سترة'])).toEqual([
      ...['jacket', 'shoes', 'trousers', 'tshirt'],
    ]);
    expect(clothingTypesOf([])).toEqual([]);
  });
});

describe('what a body cannot show', () => {
  it.each<[string, Parameters<typeof notExaminable>[0], string[]]>([
    ['nothing is derived without a condition', {}, []],
    ['a fresh body shows all', { condition: ['fresh'] }, []],
    [
      'a skeleton has no eyes, build, weight, blood group or skin',
      { condition: ['skeletonised'] },
      ['bloodGroup', 'build', 'eyeColour', 'marks', 'weightKg'],
    ],
    ['dried tissue hides eyes, build and weight', { condition: ['mummified'] }, ['build', 'eyeColour', 'weightKg']],
    [
      'a part of a body has no eyes, hair, build, weight or whole set of teeth',
      { completeness: 'body_part' },
      ['build', 'eyeColour', 'hairColour', 'teeth', 'weightKg'],
    ],
    ['what was recorded stands', { condition: ['decomposed'], eyeColour: 'brown' }, []],
    ['an examiner may say so of any field', { answers: { medical: 'not_examinable' } }, ['medical']],
    ['not examined is another answer', { answers: { medical: 'not_examined' } }, []],
  ])('%s', (_, pm, expected) => expect(notExaminable(pm)).toEqual(expected));
});

describe('the month of recovery', () => {
  it.each([
    ['2025-06-14', 2025, 6],
    ['2025-06', 2025, 6],
    ['2025', 2025, null],
    ['2025-06-20/2025-07-02', 2025, null],
    ['2024-12/2025-01', null, null],
    ['../2025-06-14', null, null],
  ])('of %s', (text, year, month) => expect(certainMonth(text)).toEqual({ year, month }));
});
