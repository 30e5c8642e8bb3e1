import { eyeColours, hairColours, type Mark, type ToothState } from '../../../description';
import type { PostMortem } from '../../../forensic-remains/core/post-mortem';
import { aGarment, latinOf, offBy, type Person } from './person';
import { capital, familyNameOf, flipped, given, isoDay, range, respelt, round, slipped, some } from './memory';
import type { SimulationParameters } from './parameters';
import { peoples } from './peoples';
import type { Random } from './random';

/** One body or part of one, as a team recovered and examined it. */
export interface SimulatedRemains {
  readonly reference: string;
  readonly person: Person;
  readonly country: string;
  readonly tissue: Tissue;
  readonly postMortem: PostMortem;
}
type Tissue = 'fresh' | 'changed' | 'dry' | 'bone';
type Condition = NonNullable<PostMortem['condition']>[number];

/** What a team could see of this person, and what it mistook; `strangers` are those whose things lay about. */
export function examined(
  reference: string,
  person: Person,
  strangers: readonly Person[],
  latestDay: number,
  parameters: SimulationParameters,
  random: Random,
): SimulatedRemains {
  const e = parameters.examination;
  const terrain = person.incident?.terrain ?? 'land';
  const { days, spread } = parameters.recovery[terrain];
  const since = Math.floor(Math.max(0, Math.min(3000, latestDay - person.deathDay, random.logNormal(days, spread))));
  const found = offBy(
    person.died,
    Math.abs(random.normal(0, terrain === 'sea' ? 3 + parameters.journey.driftKm * Math.sqrt(Math.min(90, since)) : 2)),
    random,
  );
  const condition = conditionAfter(since, terrain, random);
  const tissue: Tissue =
    condition === 'fresh'
      ? 'fresh'
      : condition === 'skeletonised'
        ? 'bone'
        : condition === 'mummified'
          ? 'dry'
          : 'changed';
  const isBurned = random.chance(parameters.recovery.burned);
  const completeness = random.chance(parameters.recovery.bodyPart)
    ? 'body_part'
    : random.chance(parameters.recovery.partial)
      ? 'partial'
      : 'whole';
  const share = { whole: 1, partial: 0.6, body_part: 0.15 }[completeness];
  const state = tissue === 'fresh' ? 'fresh' : tissue === 'bone' ? 'bone' : 'changed';
  const sees = (chance: number): boolean => random.chance(chance * (share < 0.2 ? 0.35 : 1));
  const age = (person.deathDay - person.birthDay) / 365.25;
  const colour = tissue === 'fresh' ? 'fresh' : tissue === 'changed' ? 'changed' : 'dry';
  const others = strangers.filter((other) => other !== person);
  const stranger = others.length > 0 && random.chance(0.7) ? random.of(others) : null;
  const nameOf = (whose: Person): string => {
    const parts = [whose.given, ...familyNameOf(whose)].map((name) =>
      random.chance(0.1) ? name.native : capital(respelt(latinOf(name, random), 0.2, random)),
    );
    return random.chance(0.2)
      ? (parts[0] ?? '')
      : random.chance(0.25)
        ? [...parts].reverse().join(' ')
        : parts.join(' ');
  };
  const anyone = (): string => {
    const people = peoples[person.people];
    return [random.ranked(people.men, 0.3), random.ranked(people.families ?? people.men, 0.3)]
      .map((name) => capital(latinOf(name, random)))
      .join(' ');
  };
  const another = (): string => (stranger !== null ? nameOf(stranger) : anyone());
  const height = Math.round(random.normal(person.statureCm, e.heightErrorCm[state]));
  const paper = random.chance(e.paperIsAnothers) ? stranger?.paper : person.paper;
  const ageWidth = age < 15 ? 4 : e.ageWidthYears[state];
  const ageMiddle = random.normal(age, age < 15 ? 1.2 : e.ageErrorYears[state]);
  const postMortem: PostMortem = given({
    recoveredOn: isoDay(person.deathDay + since),
    recoveryPlace: {
      latitude: round(found.latitude, 3),
      longitude: round(found.longitude, 3),
      accuracyKm: random.of([1, 5, 20]),
    },
    recoveredFrom:
      terrain === 'sea'
        ? random.of(['sea', 'shore', 'vessel'] as const)
        : terrain === 'desert'
          ? ('desert' as const)
          : random.of(['river', 'road', 'other', 'vehicle'] as const),
    completeness,
    condition: [...(random.chance(0.95) ? [condition] : []), ...(isBurned ? (['burned'] as const) : [])],
    daysSinceDeath: random.maybe(e.daysSinceDeath, () => ({
      from: Math.floor(since * 0.4),
      to: Math.ceil(since * (1.2 + random.unit()) + 2),
    })),
    sex: sees(age < 12 && tissue === 'bone' ? 0.2 : e.sex)
      ? random.chance(age < 14 && state === 'bone' ? 0.35 : e.sexWrong[state]) === person.isWoman
        ? ('male' as const)
        : ('female' as const)
      : undefined,
    sexBasis: random.maybe(0.7, () =>
      tissue === 'bone'
        ? ('skeletal' as const)
        : tissue === 'fresh'
          ? ('external' as const)
          : random.of(['external', 'internal'] as const),
    ),
    ageYears: sees(e.age)
      ? random.chance(0.12)
        ? range(Math.max(0, Math.round(ageMiddle)))
        : {
            from: Math.max(0, Math.round(ageMiddle - ageWidth / 2)),
            to: Math.max(1, Math.round(ageMiddle + ageWidth / 2)),
          }
      : undefined,
    heightCm: sees(e.height) ? (random.chance(0.5) ? range(height) : { from: height - 4, to: height + 4 }) : undefined,
    weightKg:
      tissue === 'fresh'
        ? random.maybe(0.4, () => range(Math.round(random.normal(person.weightKg * 0.95, 4))))
        : undefined,
    build:
      tissue === 'bone'
        ? undefined
        : random.maybe(e.build, () =>
            random.chance(state === 'fresh' ? 0.18 : 0.4)
              ? random.of(['light', 'medium', 'heavy'] as const)
              : person.build,
          ),
    hairColour: random.maybe(e.hair * (tissue === 'bone' ? 0.4 : 1), () =>
      random.chance(e.colourWrong[colour]) ? random.of(hairColours) : person.hair,
    ),
    eyeColour:
      tissue === 'bone' || tissue === 'dry'
        ? undefined
        : random.maybe(e.eyes * (tissue === 'fresh' ? 1 : 0.4), () =>
            random.chance(tissue === 'fresh' ? 0.08 : 0.3) ? random.of(eyeColours) : person.eyes,
          ),
    marks: some([
      ...person.marks
        .filter((mark) =>
          random.chance(share * (inBone.has(mark.type) ? e.markInBone : e.mark[tissue] * (isBurned ? 0.3 : 1))),
        )
        .map((mark) => seen(mark, e, random)),
      ...(tissue === 'bone'
        ? []
        : (random.maybe(e.strayMark, () => [
            { type: 'scar', site: random.of(['knee', 'hand', 'face', 'back', 'shin'] as const) } satisfies Mark,
          ]) ?? [])),
    ]),
    teeth: sees(e.chart) ? chart(person.teeth, e, random) : undefined,
    clothing:
      tissue === 'bone' && random.chance(0.4)
        ? undefined
        : random.maybe(e.clothes, () => some(random.some(person.wears, 0.75)) ?? [aGarment(random)]),
    belongings: random.maybe(e.belongings, () => some(random.some(person.carries, 0.6))),
    documents: random.maybe(e.paper, () =>
      paper === undefined
        ? undefined
        : [random.chance(e.slip) ? { ...paper, number: slipped(paper.number, random) } : { ...paper }],
    ),
    namesFound: random.maybe(e.namesFound, () => [
      random.chance(e.nameIsAnothers) ? another() : nameOf(person),
      ...(random.chance(0.12) ? [another()] : []),
    ]),
    phones: random.maybe(e.phone, () => {
      const whose = random.by({ own: 45, family: 35, other: 20 });
      const number =
        whose === 'own'
          ? person.phone
          : whose === 'family'
            ? person.familyPhone
            : `+39${random.whole(310000000, 399999999)}`;
      return [{ written: random.chance(e.slip) ? slipped(number, random) : number }];
    }),
    languages: random.maybe(e.language, () => [
      random.chance(0.6) ? person.language : random.of(['en', 'fr', 'ar', 'it', 'es']),
    ]),
    originHints: random.maybe(e.originHint, () => [
      random.chance(e.originOfOwnCountry)
        ? person.country
        : random.of(['LBY', 'TUN', 'NER', 'MEX', 'TUR', 'DZA', 'SDN', 'MAR', 'IRN', 'GRC', 'ITA']),
    ]),
    bloodGroup:
      tissue === 'bone'
        ? undefined
        : random.maybe(e.blood * (tissue === 'fresh' ? 1 : 0.4), () =>
            random.chance(0.04) ? ('A+' as const) : person.blood,
          ),
    medical: some(person.medical.filter(() => random.chance(e.medical))),
    incidentReference:
      person.incident === null
        ? undefined
        : random.maybe(e.incident, () =>
            random.chance(e.otherIncident) ? stranger?.incident?.reference : person.incident?.reference,
          ),
  });
  return { reference, person, country: person.incident?.country ?? '', tissue, postMortem };
}

const inBone: ReadonlySet<string> = new Set(['healed_fracture', 'implant', 'amputation']);

function conditionAfter(days: number, terrain: 'sea' | 'desert' | 'land', random: Random): Condition {
  const pace = terrain === 'desert' ? 0.8 : terrain === 'sea' ? 1.2 : 1;
  const stage = days * pace * Math.exp(random.normal(0, 0.5));
  if (stage < 3.5) return 'fresh';
  if (stage < 60) return terrain === 'desert' && stage > 25 && random.chance(0.5) ? 'mummified' : 'decomposed';
  if (stage < 240)
    return random.by(
      terrain === 'sea'
        ? { decomposed: 3, saponified: 4, skeletonised: 3 }
        : terrain === 'desert'
          ? { mummified: 5, skeletonised: 5 }
          : { decomposed: 4, skeletonised: 6 },
    );
  return random.chance(terrain === 'desert' ? 0.25 : 0.05) ? 'mummified' : 'skeletonised';
}

function seen(mark: Mark, e: SimulationParameters['examination'], random: Random): Mark {
  const side =
    mark.side === undefined
      ? undefined
      : random.chance(e.sideWrong)
        ? flipped(mark.side)
        : random.chance(0.08)
          ? undefined
          : mark.side;
  const site = random.chance(e.markElsewhere)
    ? mark.site === 'forearm'
      ? 'wrist'
      : mark.site === 'knee'
        ? 'shin'
        : mark.site === 'cheek'
          ? 'face'
          : mark.site
    : mark.site;
  return given({
    type: mark.type,
    site,
    side,
    words: mark.words === undefined || random.chance(0.3) ? undefined : mark.words,
  });
}

function chart(teeth: readonly ToothState[], e: SimulationParameters['examination'], random: Random): ToothState[] {
  const isMirrored = random.chance(e.chartMirrored);
  const isPartial = random.chance(0.35);
  return teeth
    .filter(() => !isPartial || random.chance(0.6))
    .map(({ tooth, code }) => ({
      tooth: isMirrored ? [2, 1, 4, 3][Math.floor(tooth / 10) - 1]! * 10 + (tooth % 10) : tooth,
      code: random.chance(e.chartSlip) ? random.of(['sou', 'car', 'mis', 'amf'] as const) : code,
    }));
}
