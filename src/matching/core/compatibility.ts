/** What decides, beside the pair's own evidence, whether a report may be compared with remains of a country. */
export interface ReportEligibility {
  /** Of the desk that took the report. */
  readonly country: string;
  readonly matchAbroad: boolean;
  /** Countries, `state_of_nationality`, `all`. */
  readonly doNotShareWith: readonly string[];
  readonly nationalities: readonly string[];
}

export type Incompatibility = 'no-consent-abroad' | 'kept-from-this-state';

/**
 * Why a report may not be compared with remains held in a country, or null where it may. In its own country the consent
 * to search here is enough; "share with nobody" and "not with the state of nationality" speak of others than the desk
 * that was trusted with the report. Where the nationality is unknown, the latter keeps it from every other state.
 */
export function incompatibility(report: ReportEligibility, remainsCountry: string): Incompatibility | null {
  if (report.doNotShareWith.includes(remainsCountry)) return 'kept-from-this-state';
  if (report.country === remainsCountry) return null;
  if (!report.matchAbroad) return 'no-consent-abroad';
  if (report.doNotShareWith.includes('all')) return 'kept-from-this-state';
  const keepsFromOwnState = report.doNotShareWith.includes('state_of_nationality');
  if (keepsFromOwnState && (report.nationalities.length === 0 || report.nationalities.includes(remainsCountry)))
    return 'kept-from-this-state';
  return null;
}

/** Reports with equal keys may be compared with the same remains: the index keeps a number for each key. */
export function eligibilityKey(report: ReportEligibility): string {
  const keepsFromOwnState = report.doNotShareWith.includes('state_of_nationality');
  return JSON.stringify([
    report.country,
    report.matchAbroad,
    [...report.doNotShareWith].sort(),
    keepsFromOwnState ? [...report.nationalities].sort() : [],
  ]);
}

export function eligibilityOfKey(key: string): ReportEligibility {
  const [country, matchAbroad, doNotShareWith, nationalities] = JSON.parse(key) as [
    string,
    boolean,
    string[],
    string[],
  ];
  return { country, matchAbroad, doNotShareWith, nationalities };
}

/** Numbers eligibility keys, and answers for a country which numbers may be compared with its remains. */
export class EligibilityClasses {
  private readonly numbers = new Map<string, number>();
  private readonly reports: ReportEligibility[] = [];

  numberOf(report: ReportEligibility): number {
    const key = eligibilityKey(report);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.reports.length;
      if (number > 65_535) throw new RangeError('more kinds of eligibility than the index can number');
      this.numbers.set(key, number);
      this.reports.push(eligibilityOfKey(key));
    }
    return number;
  }

  /** 1 at the number of each class that may be compared with remains of this country. */
  allowedFor(remainsCountry: string): Uint8Array {
    return Uint8Array.from(this.reports, (report) => (incompatibility(report, remainsCountry) === null ? 1 : 0));
  }
}
