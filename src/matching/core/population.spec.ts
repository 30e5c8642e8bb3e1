import { anteMortemProfile } from './profile';
import { Population, populationOf } from './population';

describe('the population of reports', () => {
  const male = anteMortemProfile({
    sex: 'male',
    hairColour: 'black',
    givenNames: 'Ali',
    phones: [{ written: '+218912345678' }],
  });

  it('starts from its priors and is moved by what it counts', () => {
    const empty = new Population();
    expect(empty.sex.share('female') + empty.sex.share('male')).toBeCloseTo(1, 12);
    const full = populationOf(Array.from({ length: 10_000 }, () => male));
    expect(full.sex.share('male')).toBeGreaterThan(0.99);
    expect(full.sex.share('female')).toBeGreaterThan(0);
  });

  it('forgets exactly what it counted', () => {
    const population = populationOf([male, male]);
    population.remove(male);
    population.remove(male);
    expect(population.reports).toBe(0);
    expect([...population.phones.entries()]).toEqual([]);
    expect(population.hair.share('black')).toBeCloseTo(new Population().hair.share('black'), 12);
    expect(population.changes).toBe(4);
  });

  it('stands still as a copy', () => {
    const population = populationOf([male]);
    const copy = population.copy();
    population.add(male);
    expect(copy.reports).toBe(1);
    expect(copy.phones.of('912345678')).toBe(1);
    expect(population.phones.of('912345678')).toBe(2);
  });
});
