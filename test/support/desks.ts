import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import type { Role } from '../../src/platform';
import type { Cairn, Person } from './cairn';

export type Language = 'en' | 'fr' | 'es' | 'ar';
const PICTURES = path.join(process.cwd(), 'test/output/browser');
const executable = process.env.CAIRN_CHROMIUM ?? '/usr/bin/chromium';
export const isBrowserInstalled = (): boolean => existsSync(executable);

const flags = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps'],
];
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable, args: flags, headless: true });

const sentences = new Map<string, Record<string, string>>();
/** The sentence as the interface says it in a language. */
export function sayIn(language: Language, key: string, values: Record<string, string> = {}): string {
  if (!sentences.has(language)) {
    const file = path.join(process.cwd(), `web/src/i18n/${language}.json`);
    sentences.set(language, JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  }
  const text = sentences.get(language)?.[key];
  if (text === undefined) throw new Error(`no sentence ${key} in ${language}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** A password of its own for a person whose login is otherwise stood in for. */
export const PASSWORD = 'seven grey herons over water';
export async function aRealUser(
  cairn: Cairn,
  administrator: Person,
  as: {
    name: string;
    language: Language;
    roles: readonly Role[];
    at: { organisationId: string; contactPointId: string };
  },
): Promise<{ id: string; email: string; language: Language; name: string }> {
  const id = crypto.randomUUID();
  const email = `${id.slice(0, 8)}@example.org`;
  const { name, language, roles, at } = as;
  await administrator
    .put(`/api/users/${id}`, {
      ...{ email, name, language, roles, password: PASSWORD },
      ...{ organisationId: at.organisationId, contactPointId: at.contactPointId },
    })
    .expect(200);
  return { id, email, language, name };
}

const sizeOf = (width: number) => ({ width, height: width < 500 ? 740 : 900 });

/** Somebody's screen: what the browser complained of and whom it called are kept and must stay empty. */
export class Desk {
  readonly complaints: string[] = [];
  /** Requests begun, and those of them that have not ended. */
  private begun = 0;
  private underWay = 0;
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly url: string,
    readonly language: Language,
  ) {}

  static async open(
    browser: Browser,
    url: string,
    how: { language: Language; width?: number; reducedMotion?: boolean },
  ): Promise<Desk> {
    const { language, width = 1440 } = how;
    const context = await browser.newContext({
      locale: { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', ar: 'ar-EG' }[language],
      viewport: sizeOf(width),
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const desk = new Desk(context, page, url, language);
    page.on('console', (message) => {
      // A refusal of the API is written to the console by the browser itself; it is no fault of the page.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        desk.complaints.push(message.text());
    });
    page.on('pageerror', (fault) => desk.complaints.push(String(fault)));
    page.on('requestfinished', () => desk.underWay--);
    page.on('requestfailed', () => desk.underWay--);
    page.on('request', (request) => {
      desk.begun++;
      desk.underWay++;
      const to = request.url();
      if (!to.startsWith(url) && !/^(data|blob):/.test(to)) desk.complaints.push(`asked another origin: ${to}`);
    });
    page.setDefaultTimeout(30_000);
    return desk;
  }

  say(key: string, values?: Record<string, string>): string {
    return sayIn(this.language, key, values);
  }

  async signIn(email: string): Promise<void> {
    await this.page.goto(`${this.url}/sign-in`);
    await this.page.getByLabel(this.say('sign-in.email'), { exact: true }).fill(email);
    await this.page.getByLabel(this.say('sign-in.password'), { exact: true }).fill(PASSWORD);
    await this.button('sign-in.act').click();
    await this.page.waitForURL(`${this.url}/`, { timeout: 15_000 }).catch(async (fault: unknown) => {
      throw new Error(`not signed in: ${(await this.text()).slice(0, 600)} ${this.complaints.join(' ')}`, {
        cause: fault,
      });
    });
    await this.page.getByRole('heading', { level: 1, name: this.say('home.title') }).waitFor();
  }

  /** Signed in by a session that the test made: for looking at many screens as many people. */
  async as(person: Person | null): Promise<void> {
    await this.context.clearCookies();
    if (person === null) return;
    const [name = '', value = ''] = person.cookie.split('=');
    await this.context.addCookies([{ name, value, url: this.url }]);
  }

  /** The language of every page from now on, as whoever sits here chose it on this device. */
  async chooses(language: Language): Promise<void> {
    await this.context.addInitScript((code) => localStorage.setItem('cairn.language', code), language);
  }

  async goTo(address: string): Promise<void> {
    await this.page.goto(`${this.url}${address}`);
    await this.isStill();
  }

  /** The page has its heading, says of nothing that it is being fetched, and has done all that it began. */
  async isStill(): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    const deadline = Date.now() + 30_000;
    for (;;) {
      const before = this.begun;
      // Twice with nothing to do: what an answer brought is drawn, and what it led to is begun.
      const isFetching = await this.page.evaluate(async () => {
        const idle = () => new Promise((done) => requestIdleCallback(done, { timeout: 2000 }));
        await idle();
        await new Promise((done) => setTimeout(done, 40));
        await idle();
        return document.querySelector('p.empty[role=status]') !== null;
      });
      if (!isFetching && this.underWay <= 0 && this.begun === before) return;
      if (Date.now() > deadline) throw new Error(`not still within 30 s: ${this.underWay} requests under way`);
    }
  }

  /** The same page on a screen of another width, as when a phone is turned. */
  async turnsTo(width: number): Promise<void> {
    if (this.page.viewportSize()?.width === width) return;
    await this.page.setViewportSize(sizeOf(width));
    if (this.page.url() === 'about:blank') return;
    await this.isStill();
  }

  button(key: string, values?: Record<string, string>): Locator {
    return this.page.getByRole('button', { name: this.say(key, values), exact: true });
  }

  /** A question of a form: its legend names it. */
  question(key: string): Locator {
    return this.page
      .locator('fieldset.question')
      .filter({ has: this.page.locator(`legend:text-is(${JSON.stringify(this.say(key))})`) });
  }

  /** An act in two steps: what follows from it is shown, then it is done. */
  async act(key: string, choose?: (summary: Locator) => Promise<void>, values?: Record<string, string>): Promise<void> {
    await this.button(key, values).first().click();
    const summary = this.page.locator('.two-step');
    await summary.waitFor();
    await choose?.(summary);
    await summary.getByRole('button', { name: this.say(key, values), exact: true }).click();
    await summary.waitFor({ state: 'detached' });
    await this.isStill();
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
  }

  async text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** What axe finds serious or critical, and whether anything sticks out at the side. */
  async faults(): Promise<string[]> {
    const found = await new AxeBuilder({ page: this.page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .analyze();
    const grave = found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
    const wide = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      // Whoever has to mend it wants to know what sticks out.
      const out = [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().width > clientWidth && element.children.length < 8)
        .map((element) => `${element.tagName.toLowerCase()}.${String(element.className).slice(0, 60)}`);
      return [`wider than the window: ${scrollWidth} > ${clientWidth} (${out.slice(0, 4).join('; ')})`];
    });
    return [...grave, ...wide];
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
