import { phoneKey } from './phone-key';
import { scriptOf } from './script';
import type { TokenForm } from './token-form';
import { phonesOf } from './tokens';

/** Share of people (0 to 1) among whose names the word stands; undefined where nobody counted. */
export type FrequencyOf = (form: TokenForm) => number | undefined;

/**
 * Share of a name that is neither common nor rare. The calibration was fitted on such names; only what is more frequent
 * is discounted, so a rare name never counts for more than was measured.
 */
export const TYPICAL_SHARE = 0.002;

/**
 * Part of its weight that an agreement in a word keeps, 0 to 1: everybody may be called Mohamed.
 *
 * What an agreement tells is the logarithm of how rare the word is; against a typical word that is the ratio of the two
 * logarithms. Of two spellings the rarer one counts. Words that nobody counted keep all.
 */
export function informationShare(a: TokenForm, b: TokenForm, frequencyOf: FrequencyOf): number {
  const ofA = frequencyOf(a);
  const ofB = frequencyOf(b);
  const share = ofA === undefined ? ofB : ofB === undefined ? ofA : Math.min(ofA, ofB);
  if (share === undefined || !(share > TYPICAL_SHARE)) return 1;
  return Math.log(Math.min(1, share)) / Math.log(TYPICAL_SHARE);
}

/**
 * Words so common among the people whom Cairn is for that agreement in them alone says little. Shares are orders of
 * magnitude from general knowledge, percent of men and women together; a register's own counts replace them.
 */
const common: Record<string, string> = {
  5: 'mohamed mohammed muhammad mohammad mohamad mahamed محمد ሙሐመድ ሞሀመድ মোহাম্মদ মুহাম্মদ мухаммед мохаммед',
  2: 'ahmed ahmad احمد أحمد አህመድ আহমেদ ali علي علی አሊ আলী hassan hasan حسن ሀሰን হাসান hussein hussain حسين حسین ሁሴን হোসেন abdallah abdullah عبدالله አብዱላሂ abdi khan خان islam ইসলাম',
  1: `ibrahim إبراهيم ابراهیم ابراهيم omar umar عمر osman عثمان mahmoud محمود yusuf youssef يوسف khaled خالد mustafa مصطفى fatima fatma فاطمة hamid حميد said saeed سعيد adam آدم
    begum বেগম akter আক্তার hossain rahman রহমান uddin উদ্দিন kumar कुमार singh सिंह devi देवी lal prasad प्रसाद bahadur बहादुर diallo traore camara`,
  0.5: `maria jose juan john peter david michael ivan ivanov alexander aleksandr sergei vladimir tesfaye ተስፋዬ haile ሀይሌ gebre ገብረ kidane abebe አበበ mehari salem mariam maryam مريم
    ismail إسماعيل اسماعیل idris musa issa suleiman سليمان hamza bilal reza رضا`,
};
const shareOfKey = new Map(
  Object.entries(common).flatMap(([percent, words]) =>
    words.split(/\s+/).map((word) => [phoneKey(phonesOf(word, scriptOf(word))), Number(percent) / 100] as const),
  ),
);

export function frequencyOfCommonNames(form: TokenForm): number | undefined {
  return shareOfKey.get(phoneKey(form.phones));
}
