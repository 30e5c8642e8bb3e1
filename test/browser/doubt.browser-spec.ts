import type { Browser } from 'playwright-core';
import { Cairn, type Person } from '../support/cairn';
import { Desk, startBrowser } from '../support/desks';
import { aPerson, qualify, recordRemains, registerReport } from '../support/records';

/** Two who were thought to be one: a third specialist is asked, and the pair is excluded with a reason. */
describe('a doubt', () => {
  let cairn: Cairn;
  let browser: Browser;
  let owner: Person;
  let forFamily: Person;
  let forRemains: Person;
  let third: Person;
  let desk: Desk;
  let path = '';
  const qualifications = new Map<Person, string>();

  beforeAll(async () => {
    [cairn, browser] = await Promise.all([Cairn.start({ web: true }), startBrowser()]);
    owner = await cairn.aPerson('SEN', 'family', ['contact_point_officer', 'coordinator']);
    const team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer', 'coordinator']);
    forFamily = await cairn.aPerson('SEN', 'forensic', ['forensic_officer']);
    forRemains = await cairn.aPerson('ESP', 'forensic', ['forensic_officer'], team);
    third = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    for (const person of [forFamily, forRemains, third])
      qualifications.set(person, await qualify(cairn, person, 'dental'));
    const { anteMortem, postMortem } = aPerson();
    const consents = [{ purpose: 'match_abroad' }, { purpose: 'specialists_abroad' }];
    const caseId = await registerReport(owner, { anteMortem }, consents);
    await recordRemains(team, { postMortem });
    await cairn.settle();
    const proposalId = (await owner.get(`/api/proposals?caseId=${caseId}`).expect(200)).body.items[0].id as string;
    const proposal = `/api/proposals/${proposalId}`;
    const interest = { specialistId: forFamily.userId };
    await owner.put(`${proposal}/review`, {}, 1).expect(200);
    const asked = await owner.put(`${proposal}/interest/${crypto.randomUUID()}`, interest, 2).expect(200);
    const release = { specialistId: forRemains.userId };
    await team.put(`${proposal}/release/${crypto.randomUUID()}`, release, asked.body.version).expect(200);
    path = `/identifications/${crypto.randomUUID()}`;
    await forFamily.put(`/api${path}`, { proposalId }).expect(200);
    const line = { kind: 'dental', finding: 'discrepancy', words: 'the 36 is a crown in one, sound in the other' };
    await forFamily.put(`/api${path}/lines/${crypto.randomUUID()}`, line).expect(200);
    desk = await Desk.open(browser, await cairn.url(), { language: 'es' });
    await desk.chooses('es');
  });
  afterAll(async () => {
    await browser?.close();
    await cairn?.close();
  });

  const look = async (person: Person) => {
    await desk.as(person);
    await desk.goTo(path);
  };
  const sign = async (person: Person) => {
    const { version } = (await person.get(`/api${path}`).expect(200)).body as { version: number };
    await person
      .put(
        `/api${path}/signatures/${crypto.randomUUID()}`,
        {
          ...{ method: 'dental', qualificationId: qualifications.get(person) },
          ...{ conclusion: 'not_same_person', statement: 'unexplained' },
        },
        version,
      )
      .expect(200);
  };

  it('is put before a third specialist, who is named on the screen and concludes before seeing the others', async () => {
    await look(forRemains);
    const name = `Person ${third.userId.slice(0, 4)}`;
    await desk.act('third.name', async (summary) => {
      await summary.getByRole('button', { name: new RegExp(name) }).click();
    });
    expect(await desk.text()).toContain(name);
    await sign(forFamily);
    await sign(forRemains);
    await look(third);
    const { page } = desk;
    expect(await desk.text()).not.toContain('unexplained');
    await page.getByRole('button', { name: desk.say('conclusion.not_same_person'), exact: true }).click();
    await page.getByLabel(desk.say('signing.statement'), { exact: true }).fill('No es la misma dentadura');
    await desk.act('signing.act');
    await page.getByText('No es la misma dentadura').waitFor();
    expect(await desk.text()).toContain('unexplained');
    expect(await desk.faults()).toEqual([]);
    await desk.turnsTo(360);
    expect(await desk.faults()).toEqual([]);
    await desk.picture('doubt-third-es-360');
    await desk.turnsTo(1440);
  });

  it('ends in an exclusion, which asks for its reason and keeps it', async () => {
    await look(forRemains);
    const act = desk.say('outcome.excluded');
    await desk.act('outcome.excluded', async (summary) => {
      const doIt = summary.getByRole('button', { name: act, exact: true });
      expect(await doIt.isDisabled()).toBe(true);
      await summary.getByLabel(desk.say('two-step.reason'), { exact: true }).fill('La pieza 36 lo excluye');
    });
    await desk.page.getByText('La pieza 36 lo excluye').waitFor();
    await desk.picture('doubt-excluded-es');
    const { state } = (await forFamily.get(`/api${path}`).expect(200)).body as { state: string };
    expect(state).toBe('excluded');
    expect(desk.complaints).toEqual([]);
  });
});
