/** What one side says in a comparison, taken apart so that it can be said in the reader's language; null where it stays as written. */
export type Said =
  | { readonly key: string; readonly values: Readonly<Record<string, number>> }
  | { readonly span: 'contact' | 'death'; readonly from: string; readonly to: string }
  | {
      readonly point: readonly [latitude: string, longitude: string];
      readonly km: number;
      readonly route: string | null;
    }
  | { readonly codes: readonly string[] }
  | { readonly sex: string; readonly basis: string };

const lists: Readonly<Record<string, string>> = { sex: 'sex', hair: 'hair', eyes: 'eyes', build: 'build' };

export function saidOfComparison(comparison: string, text: string): Said | null {
  const read = (pattern: RegExp) => pattern.exec(text);
  const number = (part: string | undefined) => Number(part);
  const list = lists[comparison];
  if (list !== undefined && /^[a-z]+$/.test(text)) return { key: `${list}.${text}`, values: {} };
  const judged = read(/^(female|male) \((dna|external|internal|skeletal|juvenileSkeletal)\)$/);
  if (judged) return { sex: judged[1] ?? '', basis: judged[2] === 'juvenileSkeletal' ? 'skeletal' : (judged[2] ?? '') };
  const born = read(/^born about (\d+), give or take ([\d.]+) years$/);
  if (born) return { key: 'said.born', values: { year: number(born[1]), years: number(born[2]) } };
  const age = read(/^([\d.]+) years at death, standard error ([\d.]+)$/);
  if (age) return { key: 'said.age', values: { years: number(age[1]), error: number(age[2]) } };
  const height = read(/^([\d.]+) cm, (?:give or take|standard error) ([\d.]+)$/);
  if (height) return { key: 'said.height', values: { cm: number(height[1]), error: number(height[2]) } };
  const day = read(/^(last contact|death) (\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?$/);
  if (day)
    return {
      span: day[1] === 'death' ? 'death' : 'contact',
      from: day[2] ?? '',
      to: day[3] ?? day[2] ?? '',
    };
  const place = read(/^(-?[\d.]+), (-?[\d.]+) within (\d+) km(?:, (.*))?$/);
  if (place) return { point: [place[1] ?? '', place[2] ?? ''], km: number(place[3]), route: place[4]?.trim() ?? null };
  if (comparison === 'origin' && /^[A-Za-z]{2,3}(, [A-Za-z]{2,3})*$/.test(text)) return { codes: text.split(', ') };
  return null;
}
