import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addUnseenAllele, fiveOverTwoN } from './unseen-allele';

interface UnseenCase {
  readonly id: string;
  readonly markers: readonly { name: string; alleles: string[]; frequencies: number[] }[];
  readonly unseenAllele?: {
    marker: string;
    allele: string;
    minimumFrequency: number;
    databaseFrequencies: Record<string, number>;
  };
}

const path = join(process.cwd(), 'test/data/dna/05-rare-and-partial.json');
const cases = (JSON.parse(readFileSync(path, 'utf8')) as { cases: UnseenCase[] }).cases.filter(
  (one) => one.unseenAllele,
);

it.each(cases.map((one) => [one.id, one] as const))('%s: the policy gives the frequencies the case holds', (_, one) => {
  const { marker, allele, minimumFrequency, databaseFrequencies } = one.unseenAllele!;
  const stated = one.markers.find(({ name }) => name === marker)!;
  const { alleles, frequencies } = addUnseenAllele(databaseFrequencies, allele, minimumFrequency);
  stated.alleles.forEach((name, k) => {
    expect(Math.abs(frequencies[alleles.indexOf(name)]! / stated.frequencies[k]! - 1)).toBeLessThan(1e-12);
  });
});

it('an allele the database holds is not unseen', () => {
  expect(() => addUnseenAllele({ '9': 0.5, '10': 0.5 }, '9', 0.01)).toThrow('in the database');
});

it('five over 2N', () => expect(fiveOverTwoN(361)).toBeCloseTo(0.00692520775623269, 15));
