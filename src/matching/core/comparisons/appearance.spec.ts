import { bloodGroup } from './blood-group';
import { build } from './build';
import { found, log10Of } from './example';
import { eyes } from './eyes';
import { hair } from './hair';

describe('hair, eyes, build and blood group', () => {
  it('agree the more, the rarer the colour', () => {
    expect(log10Of(hair, { hairColour: 'red' }, { hairColour: 'red' })).toBeGreaterThan(
      log10Of(hair, { hairColour: 'black' }, { hairColour: 'black' }),
    );
    expect(log10Of(eyes, { eyeColour: 'green' }, { eyeColour: 'green', condition: ['fresh'] })).toBeGreaterThan(
      log10Of(eyes, { eyeColour: 'brown' }, { eyeColour: 'brown', condition: ['fresh'] }),
    );
  });

  it('forgive neighbouring colours', () =>
    expect(log10Of(hair, { hairColour: 'brown' }, { hairColour: 'black' })).toBeGreaterThan(
      log10Of(hair, { hairColour: 'blond' }, { hairColour: 'black' }),
    ));

  it('count less from a body that changed', () =>
    expect(log10Of(hair, { hairColour: 'red' }, { hairColour: 'red', condition: ['decomposed'] })).toBeLessThan(
      log10Of(hair, { hairColour: 'red' }, { hairColour: 'red', condition: ['fresh'] }),
    ));

  it('cannot be seen on what has none: eyes of a skeleton, build of bones', () => {
    const skeleton = found({ condition: ['skeletonised'], eyeColour: 'blue', build: 'light' });
    expect(skeleton.eyes).toBe('not_examinable');
    expect(skeleton.build).toBe('not_examinable');
  });

  it('take the clearer of build and weight', () => {
    const both = log10Of(
      build,
      { build: 'light', weightKg: { from: 52, to: 52 } },
      { build: 'light', weightKg: { from: 52, to: 52 }, condition: ['fresh'] },
    );
    const one = log10Of(
      build,
      { weightKg: { from: 52, to: 52 } },
      { weightKg: { from: 52, to: 52 }, condition: ['fresh'] },
    );
    expect(both).toBeCloseTo(one, 12);
  });

  it('read a blood group without Rhesus factor as both', () => {
    expect(log10Of(bloodGroup, { bloodGroup: 'AB' }, { bloodGroup: 'AB-' })).toBeGreaterThan(0.5);
    expect(log10Of(bloodGroup, { bloodGroup: 'A+' }, { bloodGroup: 'B+' })).toBeLessThan(0);
  });
});
