import { phoneCode } from './phones';

/** Letters of Russian, Ukrainian, Bulgarian, Serbian, Macedonian and the Turkic and Tajik languages. */
const letters: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'cyr-v',
  г: 'cyr-g',
  д: 'd',
  е: 'cyr-ye',
  ё: 'y o',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'cyr-short-i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'cyr-o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'cyr-kh',
  ц: 'cyr-ts',
  ч: 'tch',
  ш: 'sh',
  щ: 'cyr-shch',
  ъ: 'cyr-hard',
  ы: 'cyr-y',
  ь: '',
  э: 'e',
  ю: 'y u',
  я: 'y a',
  ґ: 'g',
  є: 'y e',
  і: 'i',
  ї: 'y i',
  ў: 'w',
  ђ: 'dj',
  ј: 'y',
  љ: 'l',
  њ: 'ny',
  ћ: 'tch',
  џ: 'dj',
  ѓ: 'dj',
  ќ: 'tch',
  ѕ: 'z',
  ә: 'ae',
  ғ: 'gh',
  қ: 'q',
  ң: 'n',
  ө: 'oe',
  ұ: 'u',
  ү: 'ue',
  һ: 'h',
  ҳ: 'h',
  ҷ: 'dj',
  ӣ: 'i',
  ӯ: 'u',
  ҡ: 'q',
  ҙ: 'dh',
  ҫ: 'th',
  җ: 'dj',
  ө̄: 'oe',
  ӏ: '',
};
const codes = new Map(
  Object.entries(letters).map(([letter, phones]) => [letter, phones === '' ? [] : phones.split(' ').map(phoneCode)]),
);
/** Two letters for one foreign sound: дж is dj, кс is x. */
const pairs = new Map([
  ['дж', [phoneCode('dj')]],
  ['кс', [phoneCode('x')]],
  ['тс', [phoneCode('ts')]],
  ['тч', [phoneCode('tch')]],
]);

/** Phones of a Cyrillic word; a doubled letter is one phone. */
export function readCyrillic(word: string): number[] {
  const lower = word.toLowerCase();
  const read: number[] = [];
  for (let at = 0; at < lower.length;) {
    const pair = pairs.get(lower.slice(at, at + 2));
    for (const code of pair ?? codes.get(lower[at]!) ?? []) if (read[read.length - 1] !== code) read.push(code);
    at += pair ? 2 : 1;
  }
  return read;
}
