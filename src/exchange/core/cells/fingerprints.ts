import { country } from './country';
import { pair } from './pair';
import { read, type CellReader } from './reading';

const countryAndKind = pair('country:kind', 100, 60);

/** An authority that may have taken fingerprints: `GRC:border police`. */
export const fingerprintsTakenBy: CellReader<{ country: string; kind: string }> = (cell) => {
  const reading = countryAndKind(cell);
  if (reading.faults) return reading;
  const taker = country(reading.value[0]);
  return taker.faults ? taker : read({ country: taker.value, kind: reading.value[1] });
};
