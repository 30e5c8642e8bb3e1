import { Random } from './random';

/**
 * A made register of people who each stand in it several times, for judging `cairn duplicates`: names with typing and reading errors,
 * nicknames, titles and second names taken for surnames, dates of birth wrong in a part or known by the year alone, places and postcodes
 * nearby or missing, occupations. All of it invented; the shares of errors are set so that two common ways of narrowing the pairs lose as
 * many true pairs as they are reported to lose on public registers of this kind (bench/duplicates.ts prints both).
 */
export interface RegisterRow {
  readonly id: string;
  readonly person: number;
  readonly fullName: string | null;
  readonly firstName: string | null;
  readonly surname: string | null;
  readonly born: string | null;
  readonly birthPlace: string | null;
  readonly postcode: string | null;
  readonly sex: 'female' | 'male' | null;
  readonly occupation: string | null;
}

const men =
  'john william thomas george james henry charles robert edward joseph richard samuel alexander david francis frederick arthur alfred walter hugh peter daniel benjamin philip edmund herbert albert andrew ernest stephen patrick harold nicholas ralph christopher matthew reginald simon archibald isaac roger michael lawrence sidney percy cecil bernard anthony geoffrey leonard gilbert oliver abraham humphrey augustus horace jonathan martin edgar ambrose nathaniel jeremiah cuthbert octavius barnaby silas eustace lancelot'.split(
    ' ',
  );
const women =
  'mary elizabeth anne margaret sarah jane catherine emily florence alice ellen charlotte caroline edith louisa frances harriet helen emma maria isabella eleanor dorothy martha lucy agnes maud ethel beatrice matilda constance rachel susan hannah amelia georgina hilda winifred rosamund henrietta'.split(
    ' ',
  );
const otherForms: Readonly<Record<string, readonly string[]>> = {
  ...{ john: ['jack', 'johnny', 'jon'], william: ['bill', 'will', 'billy', 'wm'], thomas: ['tom', 'tommy', 'thos'] },
  ...{ james: ['jim', 'jimmy', 'jas'], henry: ['harry', 'hal'], charles: ['charlie', 'chas'], robert: ['bob', 'rob'] },
  ...{ edward: ['ted', 'ned', 'eddie'], joseph: ['joe'], richard: ['dick', 'rick'], samuel: ['sam'], george: ['geo'] },
  ...{ alexander: ['alex', 'sandy'], david: ['dave', 'davy'], francis: ['frank'], frederick: ['fred', 'freddie'] },
  ...{ benjamin: ['ben'], daniel: ['dan'], andrew: ['andy'], albert: ['bert'], michael: ['mick'], anthony: ['tony'] },
  ...{ mary: ['molly', 'polly'], elizabeth: ['eliza', 'betty', 'bess', 'lizzie'], margaret: ['maggie', 'peggy'] },
  ...{ anne: ['ann', 'annie', 'nancy'], sarah: ['sally', 'sara'], catherine: ['kate', 'kitty', 'katherine'] },
  ...{ florence: ['flo'], ellen: ['nell'], charlotte: ['lottie'], frances: ['fanny'], martha: ['patty'] },
};
const commonSurnames =
  'smith jones williams brown taylor davies wilson evans thomas johnson roberts walker wright robinson thompson white hughes edwards green hall wood harris lewis martin jackson clarke turner hill cooper ward moore morris king watson baker harrison allen scott young davis mitchell anderson campbell stewart murray grant fraser macdonald gordon hamilton douglas'.split(
    ' ',
  );
const heads =
  'ash black brad clif har hol lang mar nor oak pem ray sel stan thorn wal wind worth al bar brough cal col cran dal den dun el fair farn gren hadd hamp hather hazel high hor hul ken kirk lam leigh lind lock mal mel mont morn new os pen pet pres rad red ridge rock rud sand sax shel shep sher somer south spen stock stour sut swin tav thurl tre tun up ver wake wark wel whit wil win wol wyn yar york'.split(
    ' ',
  );
const tails =
  'ford ton ley well son worth by ham field bury wood land combe den croft man gate shaw stone hurst more ridge cott wick er ing ridge low mere brook'.split(
    ' ',
  );
const towns =
  'london edinburgh birmingham liverpool manchester dublin glasgow leeds sheffield bristol bath oxford cambridge york norwich exeter plymouth nottingham leicester derby hull newcastle sunderland durham carlisle preston bolton bradford halifax huddersfield wakefield lincoln ipswich colchester canterbury dover brighton portsmouth southampton winchester salisbury gloucester cheltenham worcester hereford shrewsbury chester stoke coventry warwick northampton bedford reading windsor guildford kingston croydon hackney islington kensington westminster lambeth greenwich aberdeen dundee perth stirling inverness cardiff swansea newport bangor truro penzance taunton devon kent surrey sussex essex norfolk suffolk cornwall yorkshire lancashire cheshire shropshire cumberland dorset'.split(
    ' ',
  );
const occupations =
  'politician writer painter footballer cricketer priest engineer soldier lawyer actor botanist physician composer architect businessperson poet journalist historian photographer naturalist merchant teacher musician chemist sculptor mathematician officer judge publisher explorer geologist astronomer singer diplomat farmer nurse printer'.split(
    ' ',
  );
const titles = ['sir', '1st baron', '2nd baronet', 'lord', 'reverend', 'captain', 'of the hill', 'junior'];

interface Trouble {
  /** Multiplies every chance of error: 1 is as set. */
  readonly of: number;
}

/** A register of about so many rows. */
export function madeRegister(seed: number, rows: number, { of: trouble }: Trouble = { of: 1 }): RegisterRow[] {
  const random = new Random(seed);
  const register: RegisterRow[] = [];
  for (let person = 0; register.length < rows; person++) {
    const isWoman = random.chance(0.14);
    const first = random.ranked(isWoman ? women : men, 0.75);
    const second = random.chance(0.5) ? random.ranked(isWoman ? women : men, 0.5) : null;
    const surname = aSurname(random);
    const alias = random.chance(0.25) ? aSurname(random) : null;
    const year = Math.round(1890 - random.exponential(60));
    const isYearAlone = random.chance(0.12);
    const born = isYearAlone ? `${year}-01-01` : isoOf(year, random.whole(1, 12), random.whole(1, 28));
    const town = random.ranked(towns, 0.6);
    const county = random.ranked(towns, 0.5);
    const code = aPostcode(town, random);
    const occupation = random.ranked(occupations, 0.65);
    const size = random.chance(0.08) ? 1 : random.whole(2, 18);
    // Some are much written about and badly, some seldom and well.
    const troubled = trouble * random.of([0.35, 0.7, 1, 1.3, 1.6]);
    for (let at = 0; at < size; at++) {
      const much = at === 0 ? 0 : troubled;
      const wrong = (chance: number) => random.chance(Math.min(0.9, chance * much));
      let given: string = wrong(0.2) ? random.of(otherForms[first] ?? [first.slice(0, 1)]) : first;
      let family = wrong(0.18) ? (alias ?? second ?? surname) : surname;
      if (wrong(0.1) && second !== null) given = second;
      if (wrong(0.2)) given = misread(given, random);
      if (wrong(0.28)) family = misread(family, random);
      if (wrong(0.04)) [given, family] = [family, given];
      const middle = second !== null && random.chance(0.6) ? [second] : [];
      const title = random.chance(0.12) ? [random.of(titles)] : [];
      register.push({
        id: `${person}-${at + 1}`,
        person,
        fullName: [...title, given, ...middle, family].join(' '),
        firstName: wrong(0.01) ? null : given,
        surname: wrong(0.05) ? null : family,
        born: wrong(0.2) ? null : wrong(0.3) ? misdated(born, random) : born,
        birthPlace: wrong(0.24) ? null : wrong(0.2) ? county : wrong(0.06) ? misread(town, random) : town,
        postcode: wrong(0.2) ? null : wrong(0.42) ? nearby(code, random) : code,
        sex: random.chance(0.15) ? null : wrong(0.01) === isWoman ? 'male' : 'female',
        occupation: wrong(0.2) ? null : wrong(0.15) ? random.ranked(occupations, 0.65) : occupation,
      });
    }
  }
  return register;
}

const aSurname = (random: Random): string =>
  random.chance(0.22) ? random.ranked(commonSurnames, 0.5) : random.of(heads) + random.of(tails);

function aPostcode(town: string, random: Random): string {
  const area = town.slice(0, 2);
  return `${area}${random.whole(1, 12)} ${random.whole(1, 9)}${letters(random)}`;
}
const letters = (random: Random): string =>
  random.of([...'abdefghjlnpqrstuwxyz']) + random.of([...'abdefghjlnpqrstuwxyz']);

function nearby(code: string, random: Random): string {
  const [out = '', inner = ''] = code.split(' ');
  if (random.chance(0.55)) return `${out} ${inner.slice(0, 1)}${letters(random)}`;
  if (random.chance(0.6)) return `${out} ${random.whole(1, 9)}${letters(random)}`;
  return `${out.replace(/\d+$/, '')}${random.whole(1, 12)} ${random.whole(1, 9)}${letters(random)}`;
}

const isoOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function misdated(born: string, random: Random): string {
  const [year = 0, month = 1, day = 1] = born.split('-').map(Number);
  return random.by({ day: 3, month: 3, year: 3, decade: 1, swap: 1, january: 2 }) === 'day'
    ? isoOf(year, month, random.whole(1, 28))
    : random.by({ month: 3, year: 3, decade: 1, january: 2 }) === 'month'
      ? isoOf(year, random.whole(1, 12), day)
      : random.chance(0.5)
        ? isoOf(year + random.whole(-3, 3), month, day)
        : random.chance(0.4)
          ? isoOf(year + random.of([-10, 10]), month, day)
          : `${year + (random.chance(0.3) ? random.whole(-1, 1) : 0)}-01-01`;
}

const lookAlikes: readonly (readonly [string, string])[] = [
  ...([
    ['f', 't'],
    ['rn', 'm'],
    ['e', 'c'],
    ['l', 'i'],
    ['h', 'b'],
    ['n', 'u'],
    ['o', 'a'],
    ['w', 'vv'],
    ['y', 'ie'],
    ['c', 'k'],
    ['s', 'z'],
    ['ll', 'l'],
    ['tt', 't'],
    ['a', 'e'],
    ['i', 'y'],
    ['ph', 'f'],
  ] as const),
];
/** One or two errors of the eye, the ear or the keyboard. */
function misread(word: string, random: Random): string {
  let text = word;
  for (let errors = random.chance(0.3) ? 2 : 1; errors > 0; errors--) {
    const at = random.whole(0, Math.max(0, text.length - 1));
    const letter = random.of([...'abcdefghiklmnoprstuvwy']);
    const kind = random.by({ look: 4, drop: 2, add: 1, swap: 2, other: 1 });
    const [from, to] = random.of(lookAlikes);
    if (kind === 'look' && text.includes(from)) text = text.replace(from, to);
    else if (kind === 'drop' && text.length > 3) text = text.slice(0, at) + text.slice(at + 1);
    else if (kind === 'add') text = text.slice(0, at) + letter + text.slice(at);
    else if (kind === 'swap' && at + 1 < text.length)
      text = text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
    else text = text.slice(0, at) + letter + text.slice(at + 1);
  }
  return text;
}
