import { incidentIdOf } from './incident-id';

describe('the id of an incident', () => {
  const key = { source: 'IOM-MMP', mainId: '2015.MMP00123', incidentId: '2015.MMP00123', ordinal: 0 };

  it('is the same for the same row, and a UUID', () => {
    expect(incidentIdOf(key)).toBe(incidentIdOf({ ...key }));
    expect(incidentIdOf(key)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('differs where any part of the key differs, and parts cannot run into one another', () => {
    const others = [
      { ...key, ordinal: 1 },
      { ...key, source: 'cairn' },
      { ...key, mainId: '2015.MMP001232015.MMP00123', incidentId: '' },
    ];
    expect(new Set([key, ...others].map(incidentIdOf)).size).toBe(4);
  });
});
