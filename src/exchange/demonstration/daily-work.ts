import { Injectable } from '@nestjs/common';
import { CasesService } from '../../cases';
import { Custody, Examinations, RemainsRecords, RemainsStatusChanges } from '../../forensic-remains';
import type { Actor } from '../../platform';
import { Chance, demonstrationId } from './chance';
import { Demonstration } from './demonstration.service';
import { demonstrationDesks } from './desks';

const SEED = 4_072;
const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);

const searches = [
  { asked: 'Local hospital, emergency ward', how: 'telephone', answer: 'No patient of this description', minutes: 20 },
  { asked: 'Coast guard', how: 'e-mail', answer: '', minutes: 10 },
  {
    asked: 'A friend who travelled with the person',
    how: 'in person',
    answer: 'Was on the same boat, lost sight in the night',
    minutes: 60,
  },
  { asked: 'Reception centre', how: 'telephone', answer: 'Not on their lists', minutes: 15 },
  { asked: 'Red Crescent society', how: 'letter', answer: 'Asked again in a month', minutes: 30 },
];
const tasks = [
  'Ask the family for a photograph that shows the teeth',
  'Call the enquirer back',
  'Explain DNA sampling to the mother',
  'Ask the fellow traveller again',
];

/** What desks do once their cases are open: owners, search logs, tasks, some cases that are suspended or closed; examined remains. */
@Injectable()
export class DemonstrationDailyWork {
  constructor(
    private readonly demonstration: Demonstration,
    private readonly cases: CasesService,
    private readonly records: RemainsRecords,
    private readonly examinations: Examinations,
    private readonly statuses: RemainsStatusChanges,
    private readonly custody: Custody,
  ) {}

  async do(): Promise<void> {
    // Each desk works by itself, as desks do.
    await Promise.all(
      demonstrationDesks.map(async ({ code, agency }) => {
        if (code === null) return;
        const chance = new Chance(SEED + [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
        if (agency === 'family') await this.ofFamilyDesk(this.demonstration.someoneOf(code), chance);
        if (agency === 'forensic') await this.ofForensicTeam(this.demonstration.someoneOf(code), chance);
      }),
    );
  }

  private async ofFamilyDesk(officer: Actor, chance: Chance): Promise<void> {
    const { items } = await this.cases.list(officer, { limit: 100, unassigned: 'true' });
    const inOrder = [...items].sort((a, b) => (a.reference < b.reference ? -1 : 1));
    for (const { id, version } of inOrder) {
      const reason = 'Took the report from the family (demonstration)';
      let current = (await this.cases.giveTo(officer, id, { userId: officer.userId!, reason }, version)).version;
      if (chance.is(0.6)) current = await this.change(officer, id, 'tracing', current);
      if (chance.is(0.06)) current = await this.change(officer, id, 'suspended', current);
      else if (chance.is(0.03)) current = await this.change(officer, id, 'located_alive', current);
      if (chance.is(0.2)) {
        const on = day(chance.between(0, 6));
        await this.cases.setReviewDate(
          officer,
          id,
          { on, reason: 'The family asked for news (demonstration)' },
          current,
        );
      }
      if (chance.is(0.4))
        for (let entry = chance.between(1, 3); entry > 0; entry--)
          await this.cases.logSearch(officer, id, demonstrationId(`search ${id} ${entry}`), {
            ...chance.of(searches),
            on: day(-chance.between(2, 90)),
          });
      if (chance.is(0.25))
        await this.cases.putTask(
          officer,
          id,
          demonstrationId(`task ${id}`),
          {
            what: chance.of(tasks),
            dueOn: day(chance.between(-5, 20)),
            assigneeId: officer.userId,
            isDone: chance.is(0.2),
          },
          null,
        );
    }
  }

  private async change(
    officer: Actor,
    id: string,
    to: 'tracing' | 'suspended' | 'located_alive',
    version: number,
  ): Promise<number> {
    const reason = {
      tracing: 'The search has begun',
      suspended: 'The family asked for a pause',
      located_alive: 'Rang the desk from Italy',
    }[to];
    const act = demonstrationId(`status ${id} ${to}`);
    return (await this.cases.changeStatus(officer, id, act, { to, reason: `${reason} (demonstration)` }, version))
      .version;
  }

  private async ofForensicTeam(officer: Actor, chance: Chance): Promise<void> {
    const { items } = await this.records.list(officer, { limit: 100, mine: true });
    const inOrder = [...items].sort((a, b) => (a.reference < b.reference ? -1 : 1));
    for (const { id, status } of inOrder) {
      const isExamined = chance.is(0.6);
      const isBuried = isExamined && chance.is(0.25);
      if (status !== 'recorded') continue;
      await this.custody.handOver(officer, id, demonstrationId(`custody ${id}`), {
        ...{ from: 'Recovery team (demonstration)', to: 'Mortuary (demonstration)', on: day(-60) },
        ...{ place: null, reason: null, seal: null, enteredLater: false },
      });
      if (!isExamined) continue;
      for (const kind of ['external', 'dental'] as const)
        await this.examinations.put(
          officer,
          id,
          demonstrationId(`examination ${id} ${kind}`),
          { kind, state: 'done', on: day(-40), by: officer.name, findings: 'As recorded (demonstration)', why: null },
          null,
        );
      await this.move(officer, id, 'examined', -35);
      if (isBuried) await this.move(officer, id, 'buried', -10);
    }
  }

  private async move(officer: Actor, id: string, to: 'examined' | 'buried', inDays: number): Promise<void> {
    await this.statuses.change(officer, id, demonstrationId(`remains ${id} ${to}`), {
      ...{ to, reason: 'Demonstration', on: day(inDays), authorityReference: null, doneElsewhere: false },
      disposal: to === 'buried' ? 'burial' : null,
    });
  }
}
