/** Spellings of kits, old files and frequency tables for one marker. */
const aliases: Readonly<Record<string, string>> = {
  tho1: 'th01',
  tp0x: 'tpox',
  vwf: 'vwa',
  vwfa31: 'vwa',
  humvwa: 'vwa',
  acthbp2: 'se33',
  csf: 'csf1po',
  f13a01: 'f13a1',
  fesfps: 'fes',
  amelogenin: 'amel',
};

/** The same for every spelling of a marker: TH01 and THO1, vWA and VWA, Penta D and PENTA_D. */
export function markerKey(name: string): string {
  const folded = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return aliases[folded] ?? folded;
}

/** Markers so near on one chromosome that brothers and sisters inherit them together more often than by chance. */
const linkedPairs: readonly (readonly [string, string])[] = [
  ['vwa', 'd12s391'],
  ['d5s818', 'csf1po'],
  ['d21s11', 'pentad'],
  ['se33', 'd6s1043'],
];

/** The linked pairs among these markers, by their given names. */
export function linkedAmong(names: readonly string[]): (readonly [string, string])[] {
  const byKey = new Map(names.map((name) => [markerKey(name), name]));
  return linkedPairs.flatMap(([one, other]) => {
    const [first, second] = [byKey.get(one), byKey.get(other)];
    return first !== undefined && second !== undefined ? [[first, second] as const] : [];
  });
}
