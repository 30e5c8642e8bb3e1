import fc from 'fast-check';
import {
  EligibilityClasses,
  eligibilityKey,
  eligibilityOfKey,
  incompatibility,
  type ReportEligibility,
} from './compatibility';

const countries = ['SEN', 'ITA', 'GRC', 'ERI'];
const anyReport: fc.Arbitrary<ReportEligibility> = fc.record({
  country: fc.constantFrom(...countries),
  matchAbroad: fc.boolean(),
  doNotShareWith: fc.uniqueArray(fc.constantFrom('all', 'state_of_nationality', ...countries)),
  nationalities: fc.uniqueArray(fc.constantFrom(...countries)),
});
const aReport: ReportEligibility = { country: 'SEN', matchAbroad: true, doNotShareWith: [], nationalities: ['ERI'] };

describe('whether a report may be compared with remains of a country', () => {
  it('needs the consent to match abroad, except in the country of its own desk', () => {
    expect(incompatibility({ ...aReport, matchAbroad: false }, 'ITA')).toBe('no-consent-abroad');
    expect(incompatibility({ ...aReport, matchAbroad: false }, 'SEN')).toBeNull();
    expect(incompatibility(aReport, 'ITA')).toBeNull();
  });

  it('never is, with a state that the family named, whatever else it allowed', () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...countries), (report, state) => {
        const withState = { ...report, doNotShareWith: [...report.doNotShareWith, state] };
        expect(incompatibility(withState, state)).toBe('kept-from-this-state');
      }),
    );
  });

  it('keeps it from the state of nationality, and from every other state where none is recorded', () => {
    const report = { ...aReport, doNotShareWith: ['state_of_nationality'] };
    expect(incompatibility(report, 'ERI')).toBe('kept-from-this-state');
    expect(incompatibility(report, 'ITA')).toBeNull();
    expect(incompatibility({ ...report, nationalities: [] }, 'ITA')).toBe('kept-from-this-state');
  });

  it('is never widened by asking for more protection', () => {
    fc.assert(
      fc.property(
        anyReport,
        fc.constantFrom('all', 'state_of_nationality', ...countries),
        fc.constantFrom(...countries),
        (report, word, state) => {
          const more = { ...report, doNotShareWith: [...report.doNotShareWith, word] };
          if (incompatibility(report, state) !== null) expect(incompatibility(more, state)).not.toBeNull();
        },
      ),
    );
  });

  it('is the same for all reports of one class', () => {
    const classes = new EligibilityClasses();
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...countries), (report, state) => {
        const number = classes.numberOf(report);
        expect(classes.allowedFor(state)[number]).toBe(incompatibility(report, state) === null ? 1 : 0);
        expect(eligibilityKey(eligibilityOfKey(eligibilityKey(report)))).toBe(eligibilityKey(report));
      }),
    );
  });
});
