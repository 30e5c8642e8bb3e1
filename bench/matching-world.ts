import type { AnteMortem } from '../src/families/core/ante-mortem';
import type { PostMortem } from '../src/forensic-remains/core/post-mortem';

/** A made world for measuring speed: fill rates and variety as at a large desk. Not a judge of accuracy. */
export class MadeWorld {
  private state: number;
  private readonly names: string[];

  constructor(seed: number, distinctNames = 30_000) {
    this.state = seed >>> 0;
    const starts = [
      'mo',
      'ha',
      'a',
      'i',
      'te',
      'ge',
      'ki',
      'fa',
      'sa',
      'yo',
      'be',
      'ab',
      'su',
      'dja',
      'ou',
      'e',
      'ze',
      'ra',
      'ni',
      'la',
    ];
    const middles = [
      'ham',
      'bra',
      'sfa',
      'bre',
      'dja',
      'li',
      'ma',
      'ro',
      'ssa',
      'nde',
      'wel',
      'kha',
      'di',
      'gu',
      'tou',
      'ye',
    ];
    const ends = [
      'med',
      'him',
      'y',
      'lem',
      'ta',
      'na',
      'n',
      's',
      'ou',
      'ne',
      'la',
      'd',
      'mi',
      'bo',
      'yah',
      'r',
      'ki',
      'to',
      'sse',
      'le',
    ];
    const distinct = new Set<string>();
    while (distinct.size < distinctNames)
      distinct.add(
        this.of(starts) +
          this.of(middles) +
          (this.chance(0.6) ? this.of(middles) : '') +
          (this.chance(0.3) ? this.of(middles) : '') +
          this.of(ends),
      );
    this.names = [...distinct];
  }

  /** Mulberry32. */
  random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  chance(p: number): boolean {
    return this.random() < p;
  }
  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }
  private int(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }
  /** Frequent names are very frequent: a power law. */
  private name(): string {
    return this.names[Math.floor(this.names.length * this.random() ** 3)] ?? 'x';
  }
  private day(from: number, to: number): string {
    return new Date(this.int(from, to) * 86_400_000).toISOString().slice(0, 10);
  }
  private maybe<T>(p: number, make: () => T): T | undefined {
    return this.chance(p) ? make() : undefined;
  }
  private readonly corridors = [
    {
      route: 'Central Mediterranean',
      latitude: 33.5,
      longitude: 13,
      spread: 3,
      weight: 3,
      countries: ['ERI', 'SDN', 'GMB', 'NGA', 'SYR', 'BGD'],
    },
    {
      route: 'US-Mexico border crossing',
      latitude: 29,
      longitude: -105,
      spread: 6,
      weight: 3,
      countries: ['GTM', 'HND', 'MEX', 'SLV', 'VEN'],
    },
    {
      route: 'Sahara Desert crossing',
      latitude: 21,
      longitude: 8,
      spread: 6,
      weight: 2,
      countries: ['NER', 'MLI', 'GIN', 'NGA'],
    },
    {
      route: 'Eastern Mediterranean',
      latitude: 37.5,
      longitude: 26.8,
      spread: 2,
      weight: 2,
      countries: ['SYR', 'AFG', 'IRQ', 'SOM'],
    },
    {
      route: 'Western Africa / Atlantic route to the Canary Islands',
      latitude: 22,
      longitude: -16,
      spread: 4,
      weight: 2,
      countries: ['SEN', 'MLI', 'GMB', 'MAR'],
    },
  ];
  private mark() {
    const type = this.of(['scar', 'scar', 'tattoo', 'mole', 'birthmark', 'healed_fracture', 'piercing'] as const);
    const site = this.of([
      'arm',
      'forearm',
      'wrist',
      'hand',
      'knee',
      'leg',
      'shin',
      'face',
      'forehead',
      'chin',
      'back',
      'chest',
      'abdomen',
      'shoulder',
      'ear',
    ] as const);
    return {
      type,
      site,
      side: this.of(['left', 'right'] as const),
      ...(type === 'tattoo' && this.chance(0.6) ? { words: this.name() } : {}),
    };
  }
  private chart() {
    return Array.from({ length: 28 }, (_, at) => ({
      tooth: (Math.floor(at / 7) + 1) * 10 + (at % 7) + 1,
      code: this.of(['sou', 'sou', 'sou', 'sou', 'sou', 'car', 'amf', 'mis', 'fmc'] as const),
    }));
  }
  private clothes(n: number): string[] {
    const colours = ['black', 'blue', 'white', 'grey', 'red', 'green', 'brown'];
    const things = ['jacket', 'jeans', 'tshirt', 'shoes', 'trousers', 'sweater', 'cap', 'belt', 'sandals', 'shorts'];
    return Array.from({ length: n }, () => `${this.of(colours)} ${this.of(things)}`);
  }
  private things(n: number): string[] {
    return Array.from({ length: n }, () =>
      this.of([
        'silver ring',
        'phone Samsung',
        'wallet',
        'prayer beads',
        'necklace',
        'watch Casio',
        'bible',
        'photo',
        `bracelet ${this.name()}`,
      ]),
    );
  }
  private person() {
    const corridor = this.of(this.corridors);
    return {
      corridor,
      female: this.chance(0.2),
      born: this.int(5000, 13500) * 1,
      death: this.int(17000, 20300),
      cm: this.int(155, 188),
    };
  }

  report(): AnteMortem {
    const who = this.person();
    const birth = who.death - this.int(15 * 365, 45 * 365);
    const record = {
      givenNames: this.name(),
      familyNames: this.maybe(0.9, () => this.name()),
      fatherNames: this.maybe(0.5, () => this.name()),
      otherNames: this.maybe(0.2, () => [this.name()]),
      travelledWith: this.maybe(0.15, () => [`${this.name()} ${this.name()}`]),
      sex: who.female ? 'female' : 'male',
      birthDate: this.maybe(0.6, () => new Date(birth * 86_400_000).toISOString().slice(0, 10)),
      ageYears: this.maybe(0.4, () => ({ from: this.int(15, 45), to: 60 })),
      nationalities: this.maybe(0.9, () => [this.of(who.corridor.countries)]),
      heightCm: this.maybe(0.6, () => ({ from: who.cm - 2, to: who.cm + 3 })),
      build: this.maybe(0.4, () => this.of(['light', 'medium', 'heavy'])),
      hairColour: this.maybe(0.6, () => this.of(['black', 'black', 'brown'])),
      eyeColour: this.maybe(0.5, () => this.of(['brown', 'brown', 'black'])),
      marks: this.maybe(0.45, () => Array.from({ length: this.int(1, 3) }, () => this.mark())),
      teeth: this.maybe(0.08, () => this.chart()),
      clothing: this.maybe(0.4, () => this.clothes(this.int(1, 3))),
      belongings: this.maybe(0.35, () => this.things(this.int(1, 2))),
      phones: this.maybe(0.5, () => [{ written: `+${this.int(200, 260)}${this.int(100000000, 999999999)}` }]),
      documents: this.maybe(0.2, () => [{ kind: 'passport', number: `P${this.int(1000000, 9999999)}` }]),
      languages: this.maybe(0.5, () => [this.of(['ti', 'ar', 'fr', 'en', 'wo', 'es'])]),
      medical: this.maybe(0.15, () => [this.of(['diabetes', 'asthma', 'fracture tibia', 'appendectomy'])]),
      lastContactOn: this.maybe(0.9, () => this.day(who.death - 60, who.death)),
      lastContactPlace: this.maybe(0.7, () => this.point(who.corridor)),
      route: this.maybe(0.7, () => who.corridor.route),
    };
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as AnteMortem;
  }

  remains(): PostMortem {
    const who = this.person();
    const condition = this.of(['fresh', 'decomposed', 'decomposed', 'skeletonised', 'mummified'] as const);
    const record = {
      recoveredOn: this.day(who.death, who.death + 40),
      recoveryPlace: this.point(who.corridor),
      condition: [condition],
      daysSinceDeath: this.maybe(0.6, () => ({ from: this.int(0, 10), to: this.int(11, 90) })),
      sex: who.female ? 'female' : 'male',
      sexBasis: this.of(['external', 'skeletal', 'internal']),
      ageYears: this.maybe(0.8, () => ({ from: this.int(15, 25), to: this.int(26, 45) })),
      heightCm: this.maybe(0.7, () => ({ from: who.cm - 3, to: who.cm + 3 })),
      build: this.maybe(0.4, () => this.of(['light', 'medium', 'heavy'])),
      hairColour: this.maybe(0.6, () => this.of(['black', 'black', 'brown'])),
      eyeColour: this.maybe(0.4, () => this.of(['brown', 'brown', 'black'])),
      marks: this.maybe(0.5, () => Array.from({ length: this.int(1, 3) }, () => this.mark())),
      teeth: this.maybe(0.5, () => this.chart()),
      clothing: this.maybe(0.7, () => this.clothes(this.int(1, 4))),
      belongings: this.maybe(0.5, () => this.things(this.int(1, 3))),
      namesFound: this.maybe(0.25, () => [`${this.name()} ${this.name()}`]),
      phones: this.maybe(0.2, () => [{ written: `+${this.int(200, 260)}${this.int(100000000, 999999999)}` }]),
      documents: this.maybe(0.15, () => [{ kind: 'passport', number: `P${this.int(1000000, 9999999)}` }]),
      originHints: this.maybe(0.3, () => [this.of(who.corridor.countries)]),
    };
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as PostMortem;
  }

  private point(corridor: (typeof this.corridors)[number]) {
    const off = () => (this.random() + this.random() - 1) * corridor.spread;
    return {
      latitude: corridor.latitude + off(),
      longitude: corridor.longitude + off(),
      accuracyKm: this.of([1, 5, 20, 50]),
    };
  }
}
