import { phoneKey } from './phone-key';
import { scriptOf } from './script';
import { phonesOf } from './tokens';

/**
 * Names that sound nearly alike and are yet never the same: brothers are called Hassan and Hussein. A line is such a
 * family of names, a comma parts one name in its usual spellings from the next. From general knowledge.
 */
const distinctTable = `
hassan hasan hassane hacen حسن ሀሰን হাসান хасан हसन, hussein hussain husayn hossein hussen houssein husein حسين حسین ሁሴን হোসেন хусейн हुसैन
salim saleem selim سليم ሰሊም সেলিম, salem salim سالم ሳሌም, salma selma سلمى সালমা, salman سلمان সালমান, salam سلام, salama سلامة, suleiman sulayman suleyman soliman سليمان ሱለይማን
samir sameer سمير সমীর समीर, samira sameera سميرة সামিরা, samer سامر, samar سمر
karim kareem كريم করিম करीम, karima كريمة, karam كرم, akram اكرم أكرم আকরাম
said saeed سعيد সাঈদ, sayed sayyid سيد, saad sad سعد, saada سعاد suad souad, masoud mesud مسعود, saud saoud سعود, saida سعيدة
ahmed ahmad ahmet احمد أحمد አህመድ আহমেদ ахмед अहमद, mohamed mohammed muhammad mohammad mohamad mehmet محمد ሙሐመድ ሞሀመድ মোহাম্মদ мухаммед मोहम्मद, mahmoud mahmud محمود ማህሙድ মাহমুদ махмуд महमूद, hamid hameed حميد হামিদ, hamed hamid حامد, hamdi حمدي, hamdan حمدان
jamal gamal djamel جمال জামাল जमाल, jamil gamil djamil jameel جميل জামিল जमील, jamila جميلة জামিলা, kamal kamel كمال কামাল कमाल, kamil كامل
khaled khalid خالد ኻሊድ খালেদ, khalil khaleel خليل খলিল, khalifa خليفة, khaldoun خلدون
amin amine ameen امين أمين আমিন अमीन, amina آمنة امينة أمينة আমিনা, imane iman ايمان إيمان ইমান, ayman aymen ايمن أيمن, aman امان
nasser nasir naser ناصر নাসের, nasr نصر, nasrin nesrin نسرين নাসরিন, mansour mansur منصور মনসুর
rashid rachid rasheed رشيد রশিদ, rashed راشد, rashida rachida رشيدة রাশিদা, rashad رشاد
farid fareed فريد ফরিদ, farida فريدة ফরিদা, fouad fuad فؤاد
abdallah abdullah abdoulaye abdulla عبدالله আব্দুল্লাহ, abdelilah abdulilah عبدالاله, ubaidullah obaidullah عبيدالله
aziz عزيز আজিজ, aziza عزيزة, azzedine عزالدين
latif لطيف লতিফ, latifa لطيفة লতিফা
nadir nader نادر, nadira نادرة, nour noor nur نور নূর, noura nora نورة, nouri nuri نوري
haile hayle ኃይሌ ኀይሌ ሀይሌ ሃይሌ, hailu haylu ኃይሉ ሀይሉ ሃይሉ
tesfaye ተስፋዬ ተስፋየ tesfay ተስፋይ, tesfalem ተስፋለም, tesfu ተስፉ
alemu አለሙ ዓለሙ, alem አለም ዓለም, almaz አልማዝ
mulu ሙሉ, mulugeta ሙሉጌታ, mule ሙሌ
tsegaye ፀጋዬ ጸጋዬ, tsige ጽጌ ፅጌ, tsega ጸጋ ፀጋ
daniel daniil даниил دانيال, daniela danielle даниэла
martin мартин, martina мартина, marta martha марта
julian, julia, juliana, juliette
paul pavel павел, paula, paulina pauline полина
andrew andrei andrey андрей, andrea
alexander aleksandr александр, alexandra aleksandra александра, alexei aleksei alexey алексей
ivan иван, ivana ивана
viktor victor виктор, viktoria victoria виктория
roman роман, romana, ramona
karl carl charles карл, karla carla карла
mario, maria marie мария, marian, mariana марьяна, marina марина
`;

const NAMES_PER_FAMILY = 100;
/** Family and name of each key: family * 100 + place in its line. A key may stand for two names (سالم is also Salim). */
const meanings = new Map<string, number[]>();
distinctTable
  .trim()
  .split('\n')
  .forEach((line, family) =>
    line.split(',').forEach((name, place) => {
      for (const word of name.trim().split(/\s+/)) {
        const key = phoneKey(phonesOf(word, scriptOf(word)));
        meanings.set(key, [...(meanings.get(key) ?? []), family * NAMES_PER_FAMILY + place]);
      }
    }),
  );

const NONE: readonly number[] = [];

/** Which of the easily mistaken names a word is. */
export function distinctNamesOf(codes: Uint8Array): readonly number[] {
  return meanings.get(phoneKey(codes)) ?? NONE;
}

/** True where both words are known, of one family, and in no reading the same name. */
export function areDistinct(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const family = (name: number) => Math.floor(name / NAMES_PER_FAMILY);
  return !a.some((name) => b.includes(name)) && a.some((one) => b.some((other) => family(one) === family(other)));
}
