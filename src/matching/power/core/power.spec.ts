import { type AnteMortem, anteMortem } from '../../../families/core/ante-mortem';
import { type PostMortem, postMortem } from '../../../forensic-remains/core/post-mortem';
import { unknownPopulation } from '../../core/population';
import { anteMortemProfile, postMortemProfile } from '../../core/profile';
import { defaultSettings } from '../../core/settings';
import { type Candidate, type Piece, powerOf } from './power';
import { expectedOfRelative } from './sample-of-relative';

const setting = { settings: defaultSettings, population: unknownPopulation };
const report = (more: Partial<AnteMortem> = {}) => anteMortemProfile(anteMortem.parse(more));
const found = (more: Partial<PostMortem> = {}, hasDna = false): Candidate => ({
  pm: postMortemProfile(postMortem.parse({ recoveredOn: '2026-01-20', ...more })),
  hasDna,
});
const whole = Array.from({ length: 28 }, (_, at) => (Math.floor(at / 7) + 1) * 10 + (at % 7) + 1);
const chart = whole.map((tooth, at) => ({ tooth, code: at % 9 === 0 ? ('amf' as const) : ('sou' as const) }));
const askedOf = (am: ReturnType<typeof report>, candidates: readonly Candidate[]) =>
  new Map(powerOf(am, candidates, setting, null).map((one) => [one.piece, one]));

describe('the power of a missing piece', () => {
  it('is what the right remains gain and the others lose, and neither has the wrong sign', () => {
    const body = found({
      ...{ condition: ['fresh'], completeness: 'whole', sex: 'male', sexBasis: 'external', teeth: chart },
      ...{ heightCm: { from: 182, to: 184 }, ageYears: { from: 20, to: 25 }, hairColour: 'blond', eyeColour: 'blue' },
      ...{ phones: [{ written: '+221771234567', e164: '+221771234567' }], daysSinceDeath: { from: 2, to: 4 } },
    });
    const powers = powerOf(report(), [body], setting, 'sibling');
    for (const { ifSame, ifOther, gap } of powers) {
      expect(ifSame).toBeGreaterThan(-1e-9);
      expect(ifOther).toBeLessThan(1e-9);
      expect(gap).toBeCloseTo(ifSame - ifOther, 12);
    }
    const asked = powers.map(({ piece }) => piece);
    expect(asked).toEqual(expect.arrayContaining<Piece>(['dental-chart', 'height', 'birth-date', 'hair', 'phones']));
    expect([...powers].sort((a, b) => b.gap - a.gap)).toEqual(powers);
  });

  it('is nothing where the remains cannot be compared, and nothing is asked that was told', () => {
    expect(powerOf(report(), [found()], setting, null).map(({ piece }) => piece)).not.toContain('dental-chart');
    const charted = [found({ teeth: chart })];
    expect(askedOf(report(), charted).has('dental-chart')).toBe(true);
    expect(askedOf(report({ teeth: chart }), charted).has('dental-chart')).toBe(false);
    expect(powerOf(report(), [], setting, 'sibling')).toEqual([]);
  });

  it('halves where only half of the candidates can show it', () => {
    const one = askedOf(report(), [found({ teeth: chart })]).get('dental-chart')!;
    const half = askedOf(report(), [found({ teeth: chart }), found()]).get('dental-chart')!;
    expect(half.gap).toBeCloseTo(one.gap / 2, 9);
    expect([one.comparable, half.comparable]).toEqual([1, 0.5]);
  });

  it('of a mark falls with the condition of the body, and does not depend on the marks that were found', () => {
    const marks = [{ type: 'scar' as const, site: 'knee' as const }];
    const fresh = askedOf(report(), [found({ condition: ['fresh'], marks })]).get('marks')!;
    const changed = askedOf(report(), [found({ condition: ['decomposed'], marks })]).get('marks')!;
    expect(fresh.gap).toBeGreaterThan(changed.gap);
    const tattooed = found({
      ...{ condition: ['fresh'], marks: [{ type: 'tattoo', site: 'forearm', side: 'left', words: 'AH' }] },
    });
    expect(askedOf(report(), [tattooed]).get('marks')).toEqual(fresh);
  });

  it('asks for the photograph of a tattoo that was told without its words', () => {
    const body = [found({ condition: ['fresh'], marks: [{ type: 'scar', site: 'knee' }] })];
    const told = (words?: string) =>
      askedOf(
        report({ marks: [{ type: 'tattoo', site: 'forearm', side: 'left', ...(words ? { words } : {}) }] }),
        body,
      );
    expect(told().get('tattoo-photo')!.ifSame).toBeGreaterThan(0.3);
    expect(told('Amina 1998').has('tattoo-photo')).toBe(false);
  });

  it('is the same whenever it is asked', () => {
    const body = [found({ teeth: chart, condition: ['fresh'] }, true)];
    expect(powerOf(report(), body, setting, 'child')).toEqual(powerOf(report(), body, setting, 'child'));
  });
});

describe('the sample of a relative', () => {
  it('says more of a parent, who shares an allele at every locus, than of a sibling, who may share none', () => {
    const parent = expectedOfRelative('parent');
    const sibling = expectedOfRelative('sibling');
    expect(parent.ifSame).toBeGreaterThan(sibling.ifSame);
    expect(sibling.ifSame).toBeGreaterThan(2);
    expect(parent.ifOther).toBeLessThan(sibling.ifOther);
    expect(expectedOfRelative('child')).toEqual(parent);
  });
  it('gains no less than nothing and loses no less than nothing: Gibbs’ inequality', () => {
    for (const relative of ['parent', 'child', 'sibling'] as const) {
      const { ifSame, ifOther } = expectedOfRelative(relative);
      expect(ifSame).toBeGreaterThan(0);
      expect(ifOther).toBeLessThan(0);
    }
  });
});
