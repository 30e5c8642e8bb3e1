import type { Browser } from 'playwright-core';
import { Cairn, type Person } from '../support/cairn';
import { Desk, type Language, startBrowser } from '../support/desks';
import { recordRemains, registerReport } from '../support/records';

/** Every main screen by axe and by eye: two directions of reading, a phone, a tablet and a desktop. */
describe('every main screen', () => {
  let cairn: Cairn;
  let browser: Browser;
  let officer: Person;
  let team: Person;
  let consul: Person;
  let administrator: Person;
  let reportId = '';
  let remainsId = '';
  let proposalId = '';

  beforeAll(async () => {
    [cairn, browser] = await Promise.all([Cairn.start({ worker: true, web: true }), startBrowser()]);
    officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer', 'coordinator']);
    team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    consul = await cairn.aPerson('SEN', 'consulate', ['consular_officer']);
    administrator = await cairn.aPerson('CHE', 'network', ['administrator']);
    reportId = await registerReport(officer, {}, [
      { purpose: 'match_abroad' },
      { purpose: 'share_state', state: 'SEN' },
    ]);
    remainsId = await recordRemains(team);
    await cairn.settle();
    const list = await officer.get(`/api/proposals?caseId=${reportId}`).expect(200);
    proposalId = (list.body as { items: { id: string }[] }).items[0]!.id;
  });
  afterAll(async () => {
    await browser?.close();
    await cairn?.close();
  });

  const screens: [string, () => Person | null, () => string][] = [
    ['sign-in', () => null, () => '/sign-in'],
    ['home', () => officer, () => '/'],
    ['cases', () => officer, () => '/cases'],
    ['case', () => officer, () => `/cases/${reportId}`],
    ['report', () => officer, () => `/family-reports/${reportId}?step=marks`],
    ['consents', () => officer, () => `/family-reports/${reportId}/consents`],
    ['relatives', () => officer, () => `/family-reports/${reportId}/relatives`],
    ['proposals', () => officer, () => '/proposals'],
    ['proposal', () => officer, () => `/proposals/${proposalId}`],
    ['incidents', () => officer, () => '/incidents'],
    ['directory', () => officer, () => '/directory'],
    ['uploads', () => officer, () => '/uploads'],
    ['inbox', () => officer, () => '/inbox'],
    ['coverage', () => officer, () => '/coverage'],
    ['remains-list', () => team, () => '/remains'],
    ['remains', () => team, () => `/remains/${remainsId}`],
    ['examination', () => team, () => `/remains/${remainsId}/examination?step=teeth`],
    ['consulate', () => consul, () => '/consulate'],
    ['administration', () => administrator, () => '/administration'],
  ];
  /** Also on a tablet: the screens whose parts stand beside each other. */
  const onTablets = ['home', 'cases', 'proposal', 'report', 'administration'];

  describe.each<Language>(['en', 'ar'])('in %s', (language) => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await Desk.open(browser, await cairn.url(), { language });
      await desk.chooses(language);
    });
    afterAll(() => desk?.close());

    it.each(screens)('reads well on a phone, a tablet and a desktop: %s', async (name, person, address) => {
      await desk.turnsTo(1440);
      await desk.as(person());
      await desk.goTo(address());
      const html = desk.page.locator('html');
      expect(await html.getAttribute('lang')).toBe(language);
      expect(await html.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
      const faults: string[] = [];
      for (const width of onTablets.includes(name) ? [1440, 768, 360] : [1440, 360]) {
        await desk.turnsTo(width);
        faults.push(...(await desk.faults()).map((fault) => `at ${width} px: ${fault}`));
        await desk.picture(`${name}-${language}-${width}`);
      }
      expect([...faults, ...desk.complaints]).toEqual([]);
    });
  });

  it('holds no sentence that was never translated', async () => {
    const desk = await Desk.open(browser, await cairn.url(), { language: 'en' });
    await desk.as(officer);
    const addresses = ['/', '/cases', '/proposals', '/uploads', '/inbox', '/directory', `/proposals/${proposalId}`];
    for (const address of addresses) {
      await desk.page.goto(`${desk.url}${address}${address.includes('?') ? '&' : '?'}lang=xx`);
      await desk.isStill();
      // Headings, buttons, links and labels are the interface's own words: each must come out of the word list.
      const bare = await desk.page.locator('h1, h2, h3, button, label > span, th, legend, summary').evaluateAll((all) =>
        all
          .map((one) => (one.textContent ?? '').trim())
          .filter((text) => /[A-Za-z]{3}/.test(text) && !text.includes('['))
          .filter((text) => !/English|Français|Español|Person |family SEN|Moussa|R-|log10/.test(text)),
      );
      expect({ address, bare }).toEqual({ address, bare: [] });
    }
    await desk.close();
  });
});
