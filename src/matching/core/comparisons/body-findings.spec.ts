import { belongings } from './belongings';
import { log10Of } from './example';
import { detection, marks } from './marks';
import { teeth, toothLog10 } from './teeth';
import { emptySetting } from './example';
import { toothStates } from '../reading/tooth-classes';
import type { Mark } from '../../../description';

const scar = (site: Mark['site'], side?: 'left' | 'right', words?: string): Mark => ({
  type: 'scar',
  site,
  ...(side ? { side } : {}),
  ...(words ? { words } : {}),
});

describe('marks', () => {
  const of = (told: Mark[], seen: Mark[], condition: 'fresh' | 'decomposed' | 'skeletonised' = 'fresh') =>
    log10Of(marks, { marks: told }, { marks: seen, condition: [condition] });

  it('falls from the same side to the other side, the neighbour part and another part', () => {
    const at = [
      of([scar('knee', 'left')], [scar('knee', 'left')]),
      of([scar('knee', 'left')], [scar('knee')]),
      of([scar('knee', 'left')], [scar('shin', 'left')]),
    ];
    expect([...at].sort((a, b) => b - a)).toEqual(at);
    expect(at[0]).toBeGreaterThan(1);
    expect(of([scar('knee', 'left')], [scar('knee', 'right')])).toBeLessThan(at[1] ?? 0);
  });

  it('misses a mark by exactly how surely it would have been seen', () => {
    const body = { tissue: 'fresh', isBurned: false, share: 1 } as const;
    const seen = detection(0, body, emptySetting);
    const missing =
      of([scar('chin'), scar('knee', 'left')], [scar('knee', 'left')]) -
      of([scar('knee', 'left')], [scar('knee', 'left')]);
    expect(missing).toBeCloseTo(Math.log10(1 - seen), 9);
    expect(detection(0, { ...body, tissue: 'bone' }, emptySetting)).toBe(0);
  });

  it('weighs words in common far more than a cross on a hand', () => {
    const tattoo = (words: string): Mark => ({ type: 'tattoo', site: 'forearm', words });
    expect(of([tattoo('letters ABDULKARIM')], [tattoo('"Abdulkarim"')])).toBeGreaterThan(
      of([tattoo('bird')], [tattoo('anchor')]) + 1,
    );
  });

  it('takes 200 marks without trouble, and their order does not matter', () => {
    const many = Array.from({ length: 200 }, (_, at) => scar('arm', at % 2 ? 'left' : 'right', `w${at}`));
    const value = of(many, many);
    expect(Number.isFinite(value)).toBe(true);
    expect(of([scar('chin'), scar('knee', 'left')], [scar('knee', 'left'), scar('chin')])).toBeCloseTo(
      of([scar('knee', 'left'), scar('chin')], [scar('chin'), scar('knee', 'left')]),
      9,
    );
  });
});

describe('teeth', () => {
  it('averages to at most 1 over the states after death, for each state in life', () => {
    const common = {
      unerupted: 0.04,
      sound: 0.72,
      decayed: 0.1,
      filled: 0.05,
      crowned: 0.01,
      rooted: 0.01,
      missing: 0.06,
      replaced: 0.01,
    };
    for (const before of toothStates) {
      const mean = toothStates.reduce(
        (sum, after) => sum + common[after] * 10 ** toothLog10(16, before, after, emptySetting),
        0,
      );
      expect(mean).toBeLessThanOrEqual(1 + 1e-9);
      expect(mean).toBeGreaterThan(0.4);
    }
  });

  it('lets a tooth go from sound to filled to lost and never back', () => {
    expect(toothLog10(36, 'missing', 'sound', emptySetting)).toBeCloseTo(Math.log10(0.015), 9);
    expect(toothLog10(36, 'sound', 'filled', emptySetting)).toBeGreaterThan(-1);
    expect(
      log10Of(
        teeth,
        {
          teeth: [
            { tooth: 36, code: 'mis' },
            { tooth: 46, code: 'mis' },
          ],
        },
        {
          teeth: [
            { tooth: 36, code: 'sou' },
            { tooth: 46, code: 'sou' },
          ],
        },
      ),
    ).toBeLessThan(-2.9);
  });

  it('recognises a chart drawn in a mirror, and says so', () => {
    const chart = [11, 24, 36, 47].map((tooth) => ({ tooth, code: 'fmc' as const }));
    const mirror = [21, 14, 46, 37].map((tooth) => ({ tooth, code: 'fmc' as const }));
    const sound = [21, 14, 46, 37].map((tooth) => ({ tooth, code: 'sou' as const }));
    expect(
      log10Of(
        teeth,
        { teeth: [...chart, ...sound] },
        { teeth: [...mirror, ...chart.map(({ tooth }) => ({ tooth, code: 'sou' as const }))] },
      ),
    ).toBeGreaterThan(2);
  });

  it('says nothing of `non`, nor of teeth lost after death', () =>
    expect(
      log10Of(
        teeth,
        { teeth: [{ tooth: 11, code: 'sou' }] },
        {
          teeth: [
            { tooth: 11, code: 'mpm' },
            { tooth: 12, code: 'non' },
          ],
        },
      ),
    ).toBe(0));
});

describe('belongings', () => {
  it('agree by type and colour in several languages, and are capped', () => {
    expect(log10Of(belongings, { clothing: ['veste noire'] }, { clothing: ['black jacket'] })).toBeGreaterThan(0.2);
    const all = ['watch Casio F91', 'Bible'];
    expect(log10Of(belongings, { belongings: all }, { belongings: all })).toBeGreaterThan(1.2);
    const words = ['Inscription Selamawit', 'Qasimabad Zugdidi'];
    expect(log10Of(belongings, { belongings: words }, { belongings: words })).toBeLessThanOrEqual(1.5);
  });
  it('say less the more things lay about the body: each had its chance', () => {
    const one = log10Of(belongings, { clothing: ['red tracksuit'] }, { clothing: ['red tracksuit'] });
    const many = ['red tracksuit', 'blue jeans', 'black shoes', 'white shirt', 'grey socks', 'green cap'];
    const among = log10Of(belongings, { clothing: ['red tracksuit'] }, { clothing: many });
    expect(one - among).toBeCloseTo(Math.log10(6 / 2), 9);
  });
  it('never count against', () => {
    expect(log10Of(belongings, { clothing: ['red dress'] }, { clothing: ['black jacket'] })).toBe(0);
    expect(log10Of(belongings, { clothing: ['red jacket'] }, { clothing: ['black jacket'] })).toBeGreaterThanOrEqual(0);
  });
});
