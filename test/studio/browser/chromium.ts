import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

/** Leads to this machine in the tests' browser: DNS rebinding. */
export const reboundName = 'evil.example';

const usual = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium to test with: PLENUM_CHROMIUM, or the first of the usual names in the PATH. */
export function chromiumPath(
  env: Readonly<Partial<Record<string, string>>> = process.env,
): string | undefined {
  const named = env['PLENUM_CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return usual
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      // A name that an attacker owns and lets lead here.
      `--host-resolver-rules=MAP ${reboundName} 127.0.0.1`,
      // Chromium's own sandbox does not work for root; everybody else keeps it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });

/** What a page complained of: its console, uncaught errors, requests that failed or left the machine. */
export interface Watched {
  readonly page: Page;
  readonly complaints: string[];
}

/** A new page whose every complaint is kept; violations of the content security policy are among them, since Chromium logs them. */
export async function watched(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<Watched> {
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|file:|blob:|data:)/.test(request.url()))
      complaints.push(`the page asked for ${request.url()}`);
  });
  return { page, complaints };
}

/** Tests in a real browser. Without one they are skipped loudly, and fail where CI is set. */
export function inChromium(name: string, tests: (browser: () => Browser) => void): void {
  const path = chromiumPath();
  if (path === undefined) {
    const what = `${name}: there is no Chromium. Install it (Debian: apt-get install chromium) or set PLENUM_CHROMIUM to its path.`;
    if (process.env['CI']) throw new Error(what);
    console.warn(`SKIPPED: ${what}`);
  }
  describe.skipIf(path === undefined)(name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launch(path ?? '');
    });
    afterAll(() => browser?.close());
    tests(() => {
      if (browser === undefined) throw new Error('the browser was not started');
      return browser;
    });
  });
}
