import { populationOf } from '../population';
import { defaultSettings } from '../settings';
import { nameTokensOf } from '../reading/name-tokens';
import { ballShares } from './ball-shares';
import { told } from './example';

const reports = [...Array(1000).keys()].map((at) =>
  told({
    givenNames: at < 200 ? ['Mohamed', 'Muhammad', 'محمد', 'Mehmed'][at % 4] : `Zork${'bcdfgklmnprst'[at % 13]}o`,
  }),
);
const sharesOf = ballShares({ settings: defaultSettings, population: populationOf(reports) });
const shares = (name: string) => [...sharesOf(nameTokensOf(name, 1)[0]!)];

describe('the share of reports that hold a name as like', () => {
  it('counts all spellings of one name as one crowd, in any script', () => {
    for (const name of ['Mohamed', 'محمد', 'Mohammad']) {
      // The level from 0.7: two hundred of a thousand, held back by what is generally known.
      expect(shares(name)[4]).toBeGreaterThan(0.1);
      expect(shares(name)[4]).toBeLessThan(0.25);
    }
  });

  it('never rises with the level: who agrees better also agrees as well', () => {
    for (const name of ['Mohamed', 'Zorko', 'Selam', 'ሰላም']) {
      const levels = shares(name).slice(3);
      expect([...levels].sort((a, b) => b - a)).toEqual(levels);
    }
  });

  it('is small for a name that no report holds', () => {
    expect(shares('Tesfalem')[7]).toBeLessThan(0.002);
  });
});
