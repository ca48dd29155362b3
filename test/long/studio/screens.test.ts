import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Running } from '../../../src/studio/server/serve.ts';
import { inChromium, watched } from '../../studio/browser/chromium.ts';
import { served } from '../../studio/browser/served.ts';
import { workFolder } from '../../studio/helpers/studio.ts';

const patient = { timeout: 45_000, interval: 150 };
const slow = { timeout: 180_000, interval: 250 };

inChromium('what each screen is for', (browser) => {
  let running: Running;
  beforeAll(async () => {
    running = await served(workFolder(), { bundled: true });
  });
  afterAll(() => running.close());

  /** Opens a place, does something there, and wants no complaint at the end (Chromium logs violations of the content policy). */
  async function at(address: string, act: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints } = await watched(browser(), { viewport: { width: 1280, height: 720 } });
    await page.goto(`${running.url}#/${address}`);
    await page.locator('main h1').first().waitFor({ timeout: patient.timeout });
    page.setDefaultTimeout(patient.timeout);
    await act(page);
    expect(complaints).toEqual([]);
    await page.close();
  }
  const until = (page: Page, select: string) => expect.poll(() => page.locator(select).count(), patient);
  const address = (page: Page) => expect.poll(() => decodeURIComponent(page.url()), patient);
  /** The picker whose label begins with this. */
  const picker = (page: Page, label: string) =>
    page
      .locator('main label', { hasText: new RegExp(`^\\s*${label}`) })
      .locator('select')
      .first();
  const text = (page: Page, select: string) =>
    expect.poll(() => page.locator(select).first().textContent(), patient);

  it('Shelf: every episode has a card with its record in miniature, and opens', () =>
    at('', async (page) => {
      await until(page, '.card .picture svg').toBe(4);
      await page.getByRole('link', { name: 'The choir of Lower Meadow' }).first().click();
      await address(page).toContain('#/choir/answer');
      await until(page, 'main .six button').toBeGreaterThan(0);
    }));

  it('Answer: a dot opens its course, and the sentence has a count', () =>
    at('choir/answer', async (page) => {
      await text(page, 'main h1').toMatch(/in \d+ of 100 courses/);
      await page.locator('main [data-dot]').first().press('Enter');
      await address(page).toMatch(/run=\d+/);
      await text(page, 'footer .course').toMatch(/Run \d+/);
    }));

  it('Storyline: a person is pointed at and selected; the grouping changes the picture', () =>
    at('november-1917/storyline', async (page) => {
      await until(page, 'svg.chart text[data-mark="person:zinoviev"]').toBe(2);
      const line = page.locator('svg.chart text[data-mark="person:zinoviev"][role=button]');
      const others = page.locator('svg.chart .line.dim');
      expect(await others.count()).toBe(0);
      await line.hover();
      await expect.poll(() => others.count(), patient).toBeGreaterThan(3);
      await line.click();
      await address(page).toContain('person=zinoviev');
      await text(page, 'aside h2').toContain('Zinoviev');
      const before = await page.textContent('figure .summary');
      await picker(page, 'Together are').selectOption('body');
      await text(page, 'figure .summary').not.toBe(before);
      await text(page, 'figure .summary').toMatch(/change their body/);
    }));

  it('Chamber: who is away is not counted, and the tally says so in words', () =>
    at('choir/chamber?day=1985-06-14', async (page) => {
      await until(page, '[data-mark="clara"]').toBe(1);
      const summary = await page.textContent('figure .summary');
      expect(summary).toMatch(/\d votes? for the motion, \d against/);
      expect(summary).not.toMatch(/absent/);
      await page.locator('[data-mark="clara"]').focus();
      await page.keyboard.press('Delete');
      await text(page, 'figure .summary').toMatch(/1 absent/);
      await page.locator('[data-mark="clara"]').press('Enter');
      await page.getByRole('checkbox', { name: 'absent' }).uncheck();
      await text(page, 'figure .summary').toBe(summary ?? '');
    }));

  it('Chamber: a moved seat becomes a What if', () =>
    at('choir/chamber?day=1985-06-14&person=emil', async (page) => {
      await page.locator('[data-mark="emil"]').focus();
      await page.keyboard.press('Shift+ArrowRight');
      await page.getByRole('button', { name: 'Ask the model: make it a What if' }).click();
      await address(page).toMatch(/changes=.*emil\.programme/);
    }));

  it('Positions: an observer’s beliefs, and a position proposed by keys', () =>
    at('choir/positions?day=1985-05-01', async (page) => {
      await picker(page, 'Beliefs of').selectOption('bruno');
      await text(page, 'figure .summary').toMatch(/as Bruno sees it: .*Gustav \(69\/35\)/);
      await page.locator('[data-mark="wants:gustav"]').focus();
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await text(page, '.proposal h2').toContain('Gustav: 35 → 37');
      await page.getByRole('button', { name: /What if this had been so/ }).click();
      await address(page).toMatch(/changes=.*gustav\.programme.*37/);
    }));

  it('Ties: a cell leads to its claim', () =>
    at('choir/ties', async (page) => {
      await until(page, '[data-mark^="tie:"]').toBeGreaterThan(4);
      await page.locator('[data-mark="tie:david bruno"]').press('Enter');
      await address(page).toMatch(/person=david.*claim=\d+/);
      await text(page, 'aside details .number').toContain('0.7');
      await picker(page, 'Drawn as').selectOption('network');
      await until(page, 'svg.chart .node').toBeGreaterThan(4);
    }));

  it('Cast: a bar leads to the claim of its term; a folded body unfolds', () =>
    at('november-1917/cast', async (page) => {
      await until(page, '[data-mark^="bar:"]').toBeGreaterThan(5);
      const rows = await page.locator('[data-mark^="bar:"]').count();
      await page.locator('[data-mark^="body:"][aria-expanded=false]').first().press('Enter');
      await expect.poll(() => page.locator('[data-mark^="bar:"]').count(), patient).toBeGreaterThan(rows);
      await page.locator('g.bar.member').first().press('Enter');
      await address(page).toMatch(/claim=\d+/);
      await text(page, 'aside details .place').toMatch(/\.yaml:\d+/);
    }));

  it('Replay: steps by arrow keys, and to the greatest surprise', () =>
    at('november-1917/replay', async (page) => {
      await until(page, '.acts .line').toBeGreaterThan(20);
      await page.keyboard.press('ArrowRight');
      await address(page).toMatch(/act=/);
      const first = await page.textContent('.acts .line[aria-current]');
      await page.keyboard.press('ArrowRight');
      await text(page, '.acts .line[aria-current]').not.toBe(first);
      await page.keyboard.press('ArrowLeft');
      await text(page, '.acts .line[aria-current]').toBe(first ?? '');
      await page.getByRole('button', { name: 'To the greatest surprise' }).click();
      const said = await page.textContent('figure .summary');
      const [, bits = '?'] = /most surprising \(([\d.]+) bits\)/.exec(said ?? '') ?? [];
      await text(page, '.acts .line[aria-current] .how').toContain(`${bits} bits`);
      await until(page, '.open ol li').toBeGreaterThan(1);
      await page.keyboard.press(' ');
      await text(page, '.acts .line[aria-current] .how').not.toContain(`${bits} bits`);
    }));

  it('Why: a consideration lifted out changes the probabilities', () =>
    at('november-1917/why', async (page) => {
      await page.locator('.pick button').first().click();
      await until(page, '.options tbody tr').toBeGreaterThan(1);
      const column = () => page.locator('.options tbody td:nth-child(4)').allTextContents();
      const before = await column();
      await page
        .getByRole('button', { name: /^Lift out: / })
        .first()
        .click();
      await expect.poll(column, patient).not.toEqual(before);
      await text(page, '.flip').toMatch(/stays the likeliest|flips/);
      await page.getByRole('button', { name: 'All weights as they were' }).click();
      await expect.poll(column, patient).toEqual(before);
    }));

  it('Ensemble: more runs are asked for and stopped; a branch opens a run', () =>
    at('choir/ensemble', async (page) => {
      await text(page, 'main p.grow').toContain('200 courses');
      await page.getByRole('button', { name: /^5,000 runs/ }).click();
      const done = async () =>
        Number(/^(\d+) courses/.exec((await page.textContent('main p.grow')) ?? '')?.[1]);
      await expect.poll(done, patient).toBeGreaterThan(200);
      await page.getByRole('button', { name: 'Stop' }).click();
      expect(await done()).toBeLessThan(5000);
      await expect.poll(() => page.getByRole('button', { name: 'Stop' }).count(), patient).toBe(0);
      await page.locator('[data-branch]').first().press('Enter');
      await page.getByRole('button', { name: /^◆ Its oddest course/ }).click();
      await address(page).toMatch(/choir\/replay\?.*run=\d+/);
      await text(page, 'main h1').toMatch(/^Run \d+, act by act/);
    }));

  it('What if: a change is composed by pickers, its effects appear', () =>
    at('choir/what-if', async (page) => {
      await picker(page, 'What to change').selectOption('position');
      await picker(page, 'Person').selectOption('emil');
      await picker(page, 'Issue').selectOption('programme');
      await page.getByRole('slider', { name: 'Value' }).press('End');
      await page.getByRole('button', { name: 'Add this change' }).click();
      await address(page).toMatch(/changes=.*emil\.programme.*100/);
      await until(page, '[data-row]').toBe(3);
      await text(page, '.list ol li p').toMatch(/Emil/);
      await until(page, 'main svg.chart').toBeGreaterThan(2);
    }));

  it('What if: the courses start from history at the day of the time bar, and it stands in the address', () =>
    at(
      `choir/what-if?day=1985-06-10&changes=${encodeURIComponent('[{"question":"no-bill"}]')}`,
      async (page) => {
        await page.getByRole('radio', { name: 'from history, kept up to 10 June 1985' }).check();
        await address(page).toContain('from=1985-06-10');
        const kept = () => page.locator('.kept').textContent();
        await expect.poll(kept, slow).toMatch(/Reading the record up to 10 June 1985: \d/);
        await expect
          .poll(kept, slow)
          .toMatch(/kept up to and including 10 June 1985.*From 11 June 1985.*Effective sample size/s);
        await expect
          .poll(() => page.locator('figcaption').first().textContent(), slow)
          .toContain('history kept up to 10 June 1985');
        // A run that is looked at now is one of those: up to the day nothing is done that was not.
        await page.getByRole('button', { name: 'Draw one course' }).click();
        await address(page).toMatch(/run=\d+/);
        await text(page, 'footer .course').toMatch(/Run \d+/);
        await page.getByRole('radio', { name: 'from the beginning' }).check();
        await address(page).not.toContain('from=');
        await until(page, '.kept').toBe(0);
      },
    ));

  it('What if: what cannot be is told in words, and cannot be added', () =>
    at('november-1917/what-if', async (page) => {
      await picker(page, 'What to change').selectOption('tie');
      await picker(page, 'Whom').selectOption('martov');
      await picker(page, 'Who trusts').selectOption('fedorov');
      await page.getByRole('slider', { name: 'Value' }).press('End');
      await text(page, '.compose .problems').toMatch(/Fedorov and Martov have nothing to do with each other/);
      expect(await page.getByRole('button', { name: 'Add this change' }).isEnabled()).toBe(false);
    }));

  it('What if: an address with a mistake in it shows the checker’s words at that change', () =>
    at(
      `choir/what-if?changes=${encodeURIComponent('[{"set":{"position":"nobody.programme","to":10}}]')}`,
      async (page) => {
        await text(page, '.list li .bad').toMatch(/nobody/);
      },
    ));

  it('Hangs on: a small analysis runs, and a bar leads to a claim', () =>
    at('choir/hangs-on', async (page) => {
      await picker(page, 'Base points').selectOption('8');
      await page.getByRole('button', { name: 'Find out' }).click();
      await expect.poll(() => page.locator('[data-bar]').count(), slow).toBeGreaterThan(2);
      await expect.poll(() => page.getByRole('button', { name: 'Find out again' }).count(), slow).toBe(1);
      const bar = page
        .locator('[data-bar]')
        .filter({ hasText: /positions|position/i })
        .first();
      await bar.press('Enter');
      await text(page, '.cards details .place').toMatch(/\.yaml:\d+/);
    }));

  it('Rivals: a mark opens its reckoning', () =>
    at('choir/rivals', async (page) => {
      await until(page, 'svg.chart [data-mark]').toBeGreaterThan(5);
      await page.locator('[data-mark="programme nash"]').press('Enter');
      await text(page, 'main section.sheet h2').toContain('Nash bargaining');
      await text(page, 'main section.sheet').toMatch(/nobody can be given more/);
    }));

  it('Ledger: a filter leaves what fits; contradictions stand side by side', () =>
    at('choir/ledger', async (page) => {
      await until(page, 'tbody .link').toBeGreaterThan(20);
      await picker(page, 'Show').selectOption('contradictory');
      await until(page, 'main tbody .link').toBe(2);
      await page.locator('main tbody .link').first().click();
      await address(page).toMatch(/claim=\d+/);
      await page.getByRole('button', { name: /^Contradictions/ }).click();
      await until(page, '.side').toBe(2);
      await text(page, '.side.used').toContain('60 (35–84)');
    }));

  it('Page: a draft is composed, a bet is placed before the answer shows, the figures are live', () =>
    at('choir/page', async (page) => {
      await page.getByRole('button', { name: 'Begin with a draft' }).click();
      await until(page, 'main ol > li').toBeGreaterThan(4);
      await page.getByRole('button', { name: 'Preview' }).click();
      await until(page, '#plenum-article figure').toBeGreaterThan(1);
      const article = page.locator('#plenum-article');
      expect(await article.textContent()).not.toMatch(/The runs say/);
      await article.getByText('about half (40–60)').click();
      await expect.poll(() => article.textContent(), slow).toMatch(/The runs say: ?\d+ of 100/);
      await expect.poll(() => page.locator('#plenum-article [data-dot]').count(), slow).toBeGreaterThan(20);
    }));
});
