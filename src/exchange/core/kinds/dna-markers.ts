/** Lineages of DNA: what a marker is inherited by. */
export const lineages = ['autosomal', 'y', 'mitochondrial'] as const;
export type Lineage = (typeof lineages)[number];

/** Amelogenin shows sex; it is kept with the autosomal markers and is not evidence of kinship. */
const named: Readonly<Record<string, readonly string[]>> = {
  autosomal: [
    ...[
      'AMEL',
      'CSF1PO',
      'FGA',
      'TH01',
      'TPOX',
      'vWA',
      'SE33',
      'Penta D',
      'Penta E',
      'Penta B',
      'Penta C',
      'FES',
      'F13A1',
    ],
    ...['F13B', 'CD4', 'GABA', 'LPL', 'FIBRA'],
  ],
  y: ['DYF387S1', 'YGATAH4', 'Yindel'],
};

/** Spellings of kits and old files. */
const aliases: Readonly<Record<string, string>> = {
  amelogenin: 'AMEL',
  tho1: 'TH01',
  tp0x: 'TPOX',
  vwf: 'vWA',
  vwfa31: 'vWA',
  humvwa: 'vWA',
  acthbp2: 'SE33',
  csf: 'CSF1PO',
  gatah4: 'YGATAH4',
  ygata: 'YGATAH4',
  yindels: 'Yindel',
  pentad: 'Penta D',
  pentae: 'Penta E',
};

const fold = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const byName = new Map<string, { marker: string; lineage: Lineage }>();
for (const [lineage, markers] of Object.entries(named))
  for (const marker of markers) byName.set(fold(marker), { marker, lineage: lineage as Lineage });
for (const [alias, marker] of Object.entries(aliases)) {
  const known = byName.get(fold(marker));
  if (known) byName.set(alias, known);
}

/** The marker under its usual name, with its lineage; null for what is no marker. */
export function markerNamed(text: string): { marker: string; lineage: Lineage } | null {
  const folded = fold(text);
  const known = byName.get(folded);
  if (known) return known;
  // D3S1358: chromosome and number. DYS: the Y chromosome. DXS stays out: nobody here can compute with it yet.
  const numbered = /^d(\d{1,2})s(\d{1,5})$/.exec(folded);
  if (numbered && Number(numbered[1]) >= 1 && Number(numbered[1]) <= 22)
    return { marker: `D${numbered[1]}S${numbered[2]}`, lineage: 'autosomal' };
  const y = /^(?:dys|dyf)(\d{1,4})(iii|ii|i|ab|a|b|s\d)?$/.exec(folded);
  if (y) return { marker: `${folded.slice(0, 3).toUpperCase()}${y[1]}${(y[2] ?? '').toUpperCase()}`, lineage: 'y' };
  if (/^(mt|mtdna|hv[123]|hvr[123]|hvs[123]|controlregion|cr)$/.test(folded))
    return { marker: text.trim(), lineage: 'mitochondrial' };
  return null;
}

/**
 * An allele as laboratories write it: repeats (12, 9.3), X and Y of amelogenin, beyond the ladder (<8, >30), on the Y chromosome
 * 0 for none; differences from the reference for mitochondrial DNA (A263G, 315.1C, 249DEL). Null where it is none.
 */
export function alleleOf(text: string, marker: string, lineage: Lineage): string | null {
  const allele = text.trim().replace(',', '.').toUpperCase();
  if (lineage === 'mitochondrial')
    return /^[ACGTRYKMSWBDHVN]?\d{1,5}(\.\d{1,2})?([ACGTRYKMSWBDHVN]{1,4}|DEL|-|D)$/.test(allele) ? allele : null;
  if (marker === 'AMEL') return allele === 'X' || allele === 'Y' ? allele : null;
  if (marker === 'Yindel') return /^[0-9]$/.test(allele) ? allele : null;
  const repeats = /^([<>]?)(\d{1,3})(?:\.(\d|X))?$/.exec(allele);
  if (!repeats || Number(repeats[2]) > 150 || Number(repeats[2]) === 0) return null;
  return `${repeats[1]}${Number(repeats[2])}${repeats[3] === undefined || repeats[3] === '0' ? '' : `.${repeats[3]}`}`;
}
