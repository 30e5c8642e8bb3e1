import { defaultSettings, matchingSettings, settingsId, settingsSource } from './settings';

describe('the settings of matching', () => {
  it('name the source of every number', () => {
    expect(matchingSettings.safeParse(defaultSettings).success).toBe(true);
    const { sex: _, ...sources } = defaultSettings.sources;
    expect(matchingSettings.safeParse({ ...defaultSettings, sources }).success).toBe(false);
    expect(settingsSource(defaultSettings, 'stature.male.meanCm')).toMatch(/height/);
  });

  it('are named by their content: the order of keys does not matter, any number does', () => {
    const turned = {
      sources: defaultSettings.sources,
      numbers: Object.fromEntries(Object.entries(defaultSettings.numbers).reverse()),
      version: defaultSettings.version,
    };
    expect(settingsId(turned as typeof defaultSettings)).toBe(settingsId(defaultSettings));
    const other = structuredClone(defaultSettings);
    other.numbers.age.grossError = 0.031;
    expect(settingsId(other)).not.toBe(settingsId(defaultSettings));
  });

  it.each([Number.NaN, 0, 1, -1, Number.POSITIVE_INFINITY])('refuse %p as a probability', (value) => {
    const other = structuredClone(defaultSettings);
    other.numbers.sex.ante = value;
    expect(matchingSettings.safeParse(other).success).toBe(false);
  });
});
