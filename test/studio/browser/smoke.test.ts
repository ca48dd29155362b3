import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { Running } from '../../../src/studio/server/serve.ts';
import { studioPage } from '../../cli/cli.ts';
import { emptyFolder, fixturePage, textAt, workFolder } from '../helpers/studio.ts';
import { chromiumPath, inChromium, reboundName, watched } from './chromium.ts';
import { published } from './published.ts';
import { isOwnPage, served } from './served.ts';

const evil =
  '</script><script>document.title = "robbed"</script><img src=x onerror="document.title=\'robbed\'">';

it('finds the browser where it is said to be, or nowhere', () => {
  expect(chromiumPath({ PLENUM_CHROMIUM: process.execPath, PATH: '' })).toBe(process.execPath);
  expect(chromiumPath({ PLENUM_CHROMIUM: '/nowhere/chromium', PATH: process.env['PATH'] })).toBeUndefined();
  expect(chromiumPath({ PATH: '' })).toBeUndefined();
});

inChromium('the studio in a browser', (browser) => {
  let running: Running | undefined;
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });

  it.each([...new Set([studioPage, fixturePage])])('opens without a complaint: %s', async (folder) => {
    running = await served(workFolder(), { page: folder, bundled: true });
    const { page, complaints } = await watched(browser());
    await page.goto(running.url);
    await expect.poll(() => page.textContent('body')).toContain('The choir of Lower Meadow');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('runs its engine in a worker, and its style', async () => {
    running = await served(workFolder(), { page: fixturePage });
    const { page, complaints } = await watched(browser());
    await page.goto(running.url);
    await expect.poll(() => page.textContent('#answer')).toBe('42 true');
    const colour = await page.evaluate('getComputedStyle(document.getElementById("answer")).color');
    expect([colour, complaints]).toEqual(['rgb(1, 2, 3)', []]);
    await page.close();
  });

  it('runs nothing that was slipped into the page, and says so', async () => {
    running = await served(workFolder(), { page: fixturePage });
    const { page, complaints } = await watched(browser());
    await page.goto(running.url);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(evil)})`);
    await expect.poll(() => complaints.join('\n')).toContain('Content Security Policy');
    expect(await page.title()).toBe('Plenum');
    await page.close();
  });

  it('keeps another site from reading, writing and framing', async () => {
    const place = workFolder();
    running = await served(place, { page: fixturePage });
    const before = textAt(place, 'choir/minds.yaml');
    const site = createServer((_, answer) => answer.end('<!doctype html><title>another site</title>'));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const page = await browser().newPage();
    await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
    const told = await page.evaluate(
      async ([url, token]) => {
        const attempts: readonly [string, RequestInit][] = [
          ['api/episodes/choir', {}],
          ['api/episodes/choir', { mode: 'no-cors' }],
          ['api/episodes/choir/files', { method: 'POST', headers: { 'X-Plenum-Token': token }, body: '{}' }],
          ['api/episodes/choir/files', { method: 'POST', mode: 'no-cors', body: '{}' }],
        ];
        const answers: string[] = [];
        for (const [path, init] of attempts)
          answers.push(
            await fetch(url + path, init).then(
              (answer) => answer.text(),
              () => 'refused',
            ),
          );
        return answers;
      },
      [running.url, running.token] as const,
    );
    expect(told.map((one) => one === '' || one === 'refused')).toEqual([true, true, true, true]);
    await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
    }, running.url);
    await expect.poll(() => page.frames().length).toBe(2);
    await page.frames()[1]?.waitForLoadState();
    expect(await page.frames()[1]?.content()).not.toContain('plenum-token');
    expect(textAt(place, 'choir/minds.yaml')).toBe(before);
    await page.close();
    site.close();
  });

  it('shows nothing under a name that was made to lead here', async () => {
    running = await served(workFolder(), { page: fixturePage });
    const page = await browser().newPage();
    for (const path of ['', 'page.js', 'api/episodes/choir']) {
      const answer = await page.goto(`http://${reboundName}:${running.port}/${path}`);
      expect([answer?.status(), await page.textContent('body')]).toEqual([
        403,
        expect.stringContaining(reboundName),
      ]);
    }
    await page.close();
  });

  it('hears of changes on the disk', async () => {
    const place = workFolder();
    running = await served(place, { page: fixturePage });
    const { page } = await watched(browser());
    await page.goto(running.url);
    const heard = page.evaluate(`new Promise((resolve) => {
      const source = new EventSource('/api/events?id=choir');
      source.addEventListener('changed', (event) => resolve(JSON.parse(event.data).files.length));
      source.onopen = () => { document.title = 'listening'; };
    })`);
    await expect.poll(() => page.title()).toBe('listening');
    appendFileSync(join(place, 'choir/minds.yaml'), '# heard\n');
    expect(await heard).toBe(3);
    await page.close();
  });
});

inChromium('a published page, opened from the disk', (browser) => {
  it.each(['index.html', 'choir.html'])(
    '%s runs its engine, without network and without a complaint',
    async (file) => {
      const folder = await published(emptyFolder(), 'choir', fixturePage);
      const { page, complaints } = await watched(browser(), { offline: true });
      await page.goto(pathToFileURL(join(folder, file)).href);
      await expect.poll(() => page.textContent('#title')).toContain('The choir of Lower Meadow');
      await expect.poll(() => page.textContent('#answer')).toBe('42 true');
      const colour = await page.evaluate('getComputedStyle(document.getElementById("answer")).color');
      expect([colour, complaints]).toEqual(['rgb(1, 2, 3)', []]);
      await page.close();
    },
  );

  it('keeps scripts in names and titles data', async () => {
    const place = workFolder();
    const text = textAt(place, 'choir/episode.yaml');
    writeFileSync(
      join(place, 'choir/episode.yaml'),
      text.replace(
        '{en: The choir of Lower Meadow, ru: Хор деревни Нижний Луг}',
        `{en: ${JSON.stringify(evil)}}`,
      ),
    );
    const folder = await published(place, './choir', fixturePage);
    const { page, complaints } = await watched(browser());
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await expect.poll(() => page.textContent('#answer')).toBe('42 true');
    expect([await page.title(), complaints]).toEqual([evil, []]);
    await page.close();
  });

  it('reaches no network even if something tries', async () => {
    const folder = await published(emptyFolder(), 'choir', fixturePage);
    const { page } = await watched(browser());
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    const told = await page.evaluate(
      `fetch('http://127.0.0.1:9/').then(() => 'sent', (error) => error.message)
        .then((one) => new Promise((resolve) => {
          const found = new Set();
          document.addEventListener('securitypolicyviolation', (event) => {
            found.add(event.effectiveDirective);
            if (found.size === 2) resolve([one, ...[...found].sort()]);
          });
          new Image().src = 'http://127.0.0.1:9/x.png';
        }))`,
    );
    expect(told).toEqual(['Failed to fetch', 'connect-src', 'img-src']);
    await page.close();
  });

  it.runIf(isOwnPage)('opens with the studio’s own page', async () => {
    const folder = await published(emptyFolder(), 'choir', studioPage);
    const { page, complaints } = await watched(browser(), { offline: true });
    await page.goto(pathToFileURL(join(folder, 'choir.html')).href);
    await expect.poll(() => page.textContent('body')).toContain('The choir of Lower Meadow');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
