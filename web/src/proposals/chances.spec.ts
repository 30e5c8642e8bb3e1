import type { Part } from '../api/proposals';
import { chanceOf, chancesOf } from './chances';

const part = (more: Partial<Part>): Part => ({
  ...{ comparison: 'hair', group: 'body', state: 'agrees', level: 'same', log10Lr: 1, source: '' },
  ...{ likelihoodIfSame: null, likelihoodIfOther: null },
  ...more,
});

describe('a chance in words', () => {
  it.each([
    [0.76, { how: 'in-hundred', count: 76 }],
    [0.1, { how: 'in-hundred', count: 10 }],
    [1 / 347, { how: 'one-in', count: 350 }],
    [1 / 12, { how: 'one-in', count: 12 }],
    [0.999, { how: 'nearly-always' }],
    [0, { how: 'hardly-ever' }],
    [Number.NaN, { how: 'hardly-ever' }],
  ])('of %p', (probability, said) => expect(chanceOf(probability)).toEqual(said));

  it('bounds chance agreement by the likelihood ratio, whose mean over others is 1', () => {
    expect(chancesOf(part({ comparison: 'age', log10Lr: Math.log10(347) })).atMost).toEqual({
      of: 'others',
      oneIn: 350,
    });
    expect(chancesOf(part({ comparison: 'age', log10Lr: -2 })).atMost).toEqual({ of: 'same-person', oneIn: 100 });
    expect(chancesOf(part({ log10Lr: 0.01 })).atMost).toBeNull();
  });

  it('says both probabilities of a closed list, and never takes a density for one', () => {
    const both = { likelihoodIfSame: 0.97, likelihoodIfOther: 0.02 };
    expect(chancesOf(part(both))).toMatchObject({
      ifSame: { how: 'in-hundred', count: 97 },
      ifOther: { how: 'one-in', count: 50 },
    });
    expect(chancesOf(part({ comparison: 'time', ...both })).ifSame).toBeNull();
    expect(chancesOf(part({ likelihoodIfSame: 3, likelihoodIfOther: 0.02 })).ifSame).toBeNull();
  });
});
