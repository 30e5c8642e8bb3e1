const remains = [
  'unidentified person',
  'unidentified human',
  'unidentified remains',
  'unidentified human remains',
  'deceased',
  'remains',
];
const missing = ['missing person', 'victim known', 'personal effect', 'direct reference'];
const relatives = [
  ...['biological mother', 'biological father', 'biological sibling', 'biological child', 'maternal relative'],
  ...['paternal relative', 'spouse', 'relative', 'reference'],
];

/**
 * The subject that a laboratory's sample is of. Its name may say so itself (`remains:REF`); else its category does. A relative's
 * sample is named REPORT/PERSON, unless the whole file is of one report. Where nothing says it, the name is given back and refused.
 */
export function subjectOf(sampleName: string, category: string, report?: string): string {
  if (sampleName === '' || /^\s*(remains|relative|direct)\s*:/i.test(sampleName)) return sampleName;
  const folded = category
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  if (remains.includes(folded)) return `remains:${sampleName}`;
  if (missing.includes(folded)) return `direct:${report ?? sampleName}`;
  if (report !== undefined && (folded === '' || relatives.includes(folded))) return `relative:${report}/${sampleName}`;
  return relatives.includes(folded) ? `relative:${sampleName}` : sampleName;
}
