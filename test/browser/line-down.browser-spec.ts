import type { Browser } from 'playwright-core';
import { Cairn, type Person } from '../support/cairn';
import { Desk, startBrowser } from '../support/desks';
import { aReport, registerReport } from '../support/records';

describe('a report that is being typed', () => {
  let cairn: Cairn;
  let browser: Browser;
  let officer: Person;
  let desk: Desk;

  beforeAll(async () => {
    [cairn, browser] = await Promise.all([Cairn.start({ web: true }), startBrowser()]);
    officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    desk = await Desk.open(browser, await cairn.url(), { language: 'en' });
    await desk.as(officer);
  });
  afterAll(async () => {
    await browser?.close();
    await cairn?.close();
  });

  const kept = async (id: string): Promise<string | undefined> =>
    ((await officer.get(`/api/family-reports/${id}`).expect(200)).body as { anteMortem: { motherNames?: string } })
      .anteMortem.motherNames;

  it('stays on the screen while the line is down, warns who leaves, and is sent when it is back', async () => {
    const id = await registerReport(officer);
    await desk.goTo(`/family-reports/${id}`);
    const { page } = desk;
    await desk.context.setOffline(true);
    await page.getByLabel(desk.say('field.motherNames'), { exact: true }).fill('Fatou Diop');
    await page.getByText(desk.say('saving.line-down')).waitFor();
    await desk.picture('line-down-en');
    let warned = '';
    page.once('dialog', (dialog) => {
      warned = dialog.message();
      void dialog.dismiss();
    });
    await page
      .getByRole('link', { name: desk.say('room.home') })
      .first()
      .click({ timeout: 5000 });
    expect(warned).toBe(desk.say('saving.leave'));
    expect(await page.getByLabel(desk.say('field.motherNames'), { exact: true }).inputValue()).toBe('Fatou Diop');
    expect(await kept(id)).toBeUndefined();
    await desk.context.setOffline(false);
    await page.getByText(/^Saved at/).waitFor();
    expect(await kept(id)).toBe('Fatou Diop');
  });

  it('shows both versions where somebody else changed it meanwhile, and loses neither', async () => {
    const reference = `R-${crypto.randomUUID()}`;
    const id = await registerReport(officer, { reference });
    await desk.goTo(`/family-reports/${id}`);
    const { version } = (await officer.get(`/api/family-reports/${id}`).expect(200)).body as { version: number };
    const theirs = { ...aReport().anteMortem, motherNames: 'Coumba' };
    await officer.put(`/api/family-reports/${id}`, aReport({ reference, anteMortem: theirs }), version).expect(200);
    const { page } = desk;
    await page.getByLabel(desk.say('field.motherNames'), { exact: true }).fill('Fatou Diop');
    await page.getByText('Coumba').first().waitFor();
    // Both stand on the screen: theirs, and what was typed here; and nothing that is the same in both.
    const shown = await page.getByRole('table').innerText();
    for (const part of [desk.say('field.motherNames'), 'Coumba', 'Fatou Diop']) expect(shown).toContain(part);
    expect(shown).not.toContain(desk.say('field.phones'));
    expect(await desk.faults()).toEqual([]);
    await desk.picture('both-versions-en');
    await desk.button('versions.keep-ours').click();
    await page.getByText('Coumba').first().waitFor({ state: 'detached' });
    await page.getByText(/^Saved at/).waitFor();
    expect(await kept(id)).toBe('Fatou Diop');
    // What the form does not show is not lost by it: the number as it is dialled from abroad.
    const { body } = await officer.get(`/api/family-reports/${id}`).expect(200);
    expect(body.anteMortem.phones).toEqual(aReport().anteMortem.phones);
  });
});
