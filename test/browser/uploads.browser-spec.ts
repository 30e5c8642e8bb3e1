import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { Cairn, type Person } from '../support/cairn';
import { Desk, startBrowser } from '../support/desks';

const csv = (...rows: string[]) => `${rows.join('\n')}\n`;
const file = csv(
  'reference,given_names,family_names,sex,age,last_contact_on',
  'U-1,Awa,Ba,female,20-25,2024-03',
  'U-2,Ali,Sow,male,-4,2024-03',
  'U-3,=cmd(),Sow,male,30,2024-03',
  'U-4,Omar,Sow,male,30,2024-03',
);

/** The upload page in Arabic on a phone: looked through first, then taken, and the second time nothing happens. */
describe('a spreadsheet', () => {
  let cairn: Cairn;
  let browser: Browser;
  let officer: Person;
  let desk: Desk;

  beforeAll(async () => {
    [cairn, browser] = await Promise.all([Cairn.start({ web: true }), startBrowser()]);
    officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    await cairn.admin.query(`UPDATE app_user SET language = 'ar' WHERE id = $1`, [officer.userId]);
    desk = await Desk.open(browser, await cairn.url(), { language: 'ar', width: 360 });
    await desk.as(officer);
    await desk.goTo('/uploads');
  });
  afterAll(async () => {
    await browser?.close();
    await cairn?.close();
  });

  const stored = async (): Promise<object[]> =>
    (await cairn.admin.query(
      `SELECT reference, version FROM family_report WHERE contact_point_id = $1 ORDER BY reference`,
      [officer.contactPointId],
    )) as object[];
  const choose = async (content = file) => {
    await desk.page
      .getByLabel(desk.say('uploads.file'), { exact: true })
      .setInputFiles({ name: 'reports.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await desk.button('uploads.look').click();
    await desk.page.getByRole('heading', { name: desk.say('uploads.preview') }).waitFor();
    await desk.isStill();
  };

  it('is looked through before anything is stored, and says what is wrong by line, column and reason', async () => {
    await choose();
    expect(await stored()).toEqual([]);
    const rows = await desk.page.locator('table tbody tr').allInnerTexts();
    expect(rows).toHaveLength(2);
    for (const [at, [column, code]] of [
      ['age', 'exchange.age-minus'],
      ['given_names', 'exchange.formula-like'],
    ].entries()) {
      expect(rows[at]).toContain(column);
      expect(rows[at]).toContain(code);
      // The reason is in the words of whoever reads it.
      expect(rows[at]).toMatch(/[\u0600-\u06ff]{3}/);
    }
    expect(await desk.page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await desk.faults()).toEqual([]);
    await desk.picture('upload-preview-ar-360');
  });

  it('gives the rejected rows as a file that names each and that no spreadsheet runs', async () => {
    const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.button('uploads.download').click()]);
    expect(download.suggestedFilename()).toBe('rejects.csv');
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe('\ufeffline,column,code,reason');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 3))).toEqual([
      ['3', 'age', 'exchange.age-minus'],
      ['4', 'given_names', 'exchange.formula-like'],
    ]);
    for (const line of lines) expect(line).not.toMatch(/(^|,)[=+@]/);
  });

  it('is taken, its good rows only, and the same file a second time has nothing to take', async () => {
    await desk.act('uploads.take');
    await desk.page.getByRole('heading', { name: desk.say('uploads.taken') }).waitFor();
    const once = await stored();
    expect(once).toEqual([
      { reference: 'U-1', version: 1 },
      { reference: 'U-4', version: 1 },
    ]);
    await choose();
    expect(await desk.button('uploads.take').isDisabled()).toBe(true);
    expect(await stored()).toEqual(once);
    // With one row more, that row is the only one that changes anything.
    await choose(`${file}U-5,Fatou,Fall,female,40,2024-04\n`);
    await desk.act('uploads.take');
    expect(await stored()).toEqual([...once, { reference: 'U-5', version: 1 }]);
    expect(desk.complaints).toEqual([]);
  });
});
