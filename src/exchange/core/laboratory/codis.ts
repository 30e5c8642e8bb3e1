import type { Reject } from '../reject';
import type { TableRow } from '../table';
import { readXml, textsOf } from './xml';

/** CODIS Common Message Format 3.2 and 3.3: a row a marker, as the table of DNA profiles has it. */
export function codisRows(text: string): TableRow[] | Reject {
  const root = readXml(text);
  if (root === null) return { line: 1, column: null, code: 'exchange.xml-not-understood' };
  if (root.name !== 'CODISImportFile' || !root.children.some(({ name }) => name === 'SPECIMEN'))
    return {
      line: root.line,
      column: null,
      code: 'exchange.format-not-understood',
      params: { expected: 'CODIS CMF 3.2 / 3.3' },
    };
  const laboratory = textsOf(root, 'SOURCELAB')[0] ?? '';
  const kit = textsOf(root, 'KIT')[0] ?? '';
  return root.children
    .filter(({ name }) => name === 'SPECIMEN')
    .flatMap((specimen) =>
      specimen.children
        .filter(({ name }) => name === 'LOCUS')
        .map((locus) => {
          const alleles = locus.children
            .filter(({ name }) => name === 'ALLELE')
            .flatMap((allele) => (allele.children.length > 0 ? textsOf(allele, 'ALLELEVALUE') : [allele.text.trim()]));
          const cells: Record<string, string> = {
            sample_name: textsOf(specimen, 'SPECIMENID')[0] ?? '',
            specimen_category: textsOf(specimen, 'SPECIMENCATEGORY')[0] ?? '',
            marker: textsOf(locus, 'LOCUSNAME')[0] ?? '',
            laboratory,
            kit: textsOf(locus, 'KIT')[0] ?? kit,
            analysed_on: textsOf(locus, 'READINGDATETIME')[0] ?? '',
          };
          alleles.forEach((allele, index) => (cells[`allele_${index + 1}`] = allele));
          return {
            line: locus.line,
            cells: Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')),
          };
        }),
    );
}
