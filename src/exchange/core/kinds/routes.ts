import { looksLikeFormula, read, refuse, type CellReader } from '../cells';

/** The migration routes of the IOM Missing Migrants Project, as its register spells them. */
export const iomRoutes = [
  'US-Mexico border crossing',
  'Afghanistan to Iran',
  'Sahara Desert crossing',
  'Central Mediterranean',
  'Western Mediterranean',
  'Eastern Route to/from EHOA',
  'Eastern Mediterranean',
  'Western Africa / Atlantic route to the Canary Islands',
  'Western Balkans',
  'Darien',
  'Türkiye-Europe land route',
  'English Channel to the UK',
  'Syria to Türkiye',
  'Belarus-EU border',
  'Iran to Türkiye',
  'Route to Southern Africa',
  'Caribbean to US',
  'Horn of Africa Route',
  'Dominican Republic to Puerto Rico',
  'Northern Route from EHOA',
  'Italy to France',
  'Sea crossings to Mayotte',
  'Mainland Europe to the UK',
  'Haiti to Dominican Republic',
  'Ukraine to Europe',
  'Venezuela to Caribbean',
  'Caribbean to Central America',
  'Bay of Bengal/Andaman Sea',
  'DRC to Uganda',
  'Naf River crossing',
] as const;

const fold = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/turkey/g, 'turkiye')
    .replace(/[^a-z0-9]+/g, '');
const byName = new Map<string, string>(iomRoutes.map((name) => [fold(name), name]));

/** A known route in the register's spelling; the register adds routes, so another name is kept as written. */
export const routeNamed: CellReader<string> = (cell) => {
  if (cell.length > 200) return refuse('exchange.text-too-long', { maximum: 200 });
  if (looksLikeFormula(cell)) return refuse('exchange.formula-like');
  return read(byName.get(fold(cell)) ?? cell);
};
