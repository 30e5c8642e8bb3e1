import { phoneCode } from './phones';

/**
 * Letters of Arabic, Persian, Urdu, Pashto, Kurdish and Sindhi. An empty value is a mark that is not read: harakat are
 * written too rarely to be compared.
 */
const letters: Record<string, string> = {
  ا: 'ar-alef',
  أ: 'ar-alef',
  إ: 'ar-alef',
  ٱ: 'ar-alef',
  آ: 'ar-madda',
  ء: 'ar-hamza',
  ئ: 'ar-hamza',
  ؤ: 'ar-w',
  ب: 'ar-b',
  ة: 'ar-teh-marbuta',
  ت: 'ar-t',
  ث: 'ar-th',
  ج: 'ar-j',
  ح: 'ar-hh',
  خ: 'ar-kh',
  د: 'ar-d',
  ذ: 'ar-dh',
  ر: 'ar-r',
  ز: 'ar-z',
  س: 'ar-s',
  ش: 'ar-sh',
  ص: 'ar-ss',
  ض: 'ar-dd',
  ط: 'ar-tt',
  ظ: 'ar-zz',
  ع: 'ar-ain',
  غ: 'ar-gh',
  ف: 'ar-f',
  ق: 'ar-q',
  ك: 'ar-k',
  ل: 'ar-l',
  م: 'ar-m',
  ن: 'ar-n',
  ه: 'ar-h',
  و: 'ar-w',
  ي: 'ar-y',
  ى: 'ar-maqsura',
  // Persian and Urdu code points of the same letters, and their own letters.
  ک: 'ar-k',
  ی: 'ar-y',
  ہ: 'ar-h',
  ھ: 'ar-h',
  ۀ: 'ar-h',
  ۂ: 'ar-h',
  ۃ: 'ar-teh-marbuta',
  ە: 'ar-e',
  پ: 'ar-p',
  چ: 'ar-ch',
  ژ: 'ar-zh',
  گ: 'ar-g',
  ڤ: 'ar-v',
  ڨ: 'ar-g',
  ݣ: 'ar-g',
  ڭ: 'ar-g',
  ٹ: 'ar-t',
  ڈ: 'ar-d',
  ڑ: 'ar-r',
  ں: 'ar-n',
  ے: 'ar-e',
  ۓ: 'ar-e',
  // Pashto, Kurdish, Uyghur.
  ټ: 'ar-t',
  ډ: 'ar-d',
  ړ: 'ar-r',
  ڼ: 'ar-n',
  ښ: 'ar-xsh',
  ږ: 'ar-zh',
  څ: 'ar-s',
  ځ: 'ar-z',
  ې: 'ar-e',
  ۍ: 'ar-y',
  ګ: 'ar-g',
  ڕ: 'ar-r',
  ڵ: 'ar-l',
  ۆ: 'ar-w',
  ێ: 'ar-e',
  ۇ: 'ar-w',
  ۈ: 'ar-w',
  ۋ: 'ar-w',
};
const codes = new Map(Object.entries(letters).map(([letter, phone]) => [letter, phoneCode(phone)]));
const ARTICLE = phoneCode('article');

/** Ligatures have been taken apart by NFKC; a hamza may still be written as a mark of its own. */
export function plainArabic(word: string): string {
  return word.replace(/[\u064B-\u065F\u0670\u06D6-\u06ED]/g, '');
}

/** The word without its article, where what is left can be a name. الله keeps its own, and so does the name إلياس. */
export function withoutArticle(word: string): string | undefined {
  return /^(?:ال|ٱل).{3,}$/u.test(word) && !word.startsWith('الله') ? word.slice(2) : undefined;
}

/** Phones of an Arabic word, with the article inside عبدال… and its like set apart; a doubled letter is one phone. */
export function readArabic(word: string): number[] {
  const plain = plainArabic(word);
  const read: number[] = [];
  const compound =
    /^(عبد|سيف|نور|شمس|صلاح|علاء|جمال|كمال|حسام|عماد|بهاء|ضياء|محي|زين|بدر|فخر|نصر|تقی|تقي|تاج|عز|ذو|ابو|أبو|ام|أم)ال(?=.{2})/u.exec(
      plain,
    );
  if (compound) {
    append(read, compound[1]!);
    read.push(ARTICLE);
    append(read, plain.slice(compound[0].length));
  } else append(read, plain);
  return read;
}

function append(read: number[], word: string): void {
  for (const letter of word) {
    const code = codes.get(letter);
    if (code !== undefined && read[read.length - 1] !== code) read.push(code);
  }
}
