import { buildCommand } from '@stricli/core';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suggest } from '../../episode/index.ts';
import { listed } from '../../report/language.ts';
import { checkingThread } from '../../studio/server/checking-thread.ts';
import { openBrowser } from '../../studio/server/browser.ts';
import { type Running, startStudio } from '../../studio/server/serve.ts';
import { episodesAt, Shelf } from '../../studio/server/shelf.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { bundledFolder, episodeFolders } from '../episodes.ts';
import { CliError, exitCodes } from '../errors.ts';
import { outputFlags, textParser, whole } from '../flags.ts';
import { explain } from '../output.ts';
import { studioPage } from '../page.ts';
import type { Texts } from '../texts/index.ts';

interface StudioFlags {
  readonly port?: number | undefined;
  readonly open?: boolean | undefined;
  readonly lang?: 'en' | 'ru' | undefined;
}

export const studioCommand = (t: Texts) =>
  buildCommand<StudioFlags, string[], Context>({
    docs: describe(t, 'studio'),
    parameters: {
      flags: {
        port: {
          kind: 'parsed',
          parse: whole(t, 1, 65_535),
          optional: true,
          placeholder: 'n',
          brief: t.studio.port,
        },
        open: { kind: 'boolean', optional: true, withNegated: false, brief: t.studio.open },
        lang: outputFlags(t).lang,
      },
      positional: {
        kind: 'array',
        parameter: { parse: textParser, brief: t.studio.folder, placeholder: t.placeholders.folder },
      },
    },
    async func(this: Context, flags: StudioFlags, ...args: string[]): Promise<void> {
      try {
        await serve(this, flags, args);
        this.exit = exitCodes.done;
      } catch (error) {
        this.exit = explain(error, this);
      }
    },
  });

/** Serves until Ctrl-C, which is the way to end it and so no failure. */
async function serve(context: Context, flags: StudioFlags, args: readonly string[]): Promise<void> {
  const { host, texts, lang } = context;
  const t = texts.studio;
  const page = studioPage(context);
  const shelf = new Shelf(args.length === 0 ? [host.cwd] : args.map((arg) => rootOf(arg, context)), host.cwd);
  const report = (error: unknown): void => {
    host.stderr.write(
      `${texts.bug(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
    );
  };
  const { check, prepare, close } = checkingThread();
  const running = await started(context, { version, page, shelf, report, check, prepare }, flags.port);
  const ids = shelf.list().map(({ id }) => id);
  host.stdout.write(
    [t.listening(version, running.url), t.episodes(listed(ids, lang)), t.onlyHere, ''].join('\n'),
  );
  if (flags.open) openBrowser(running.url);
  await aborted(host.signal);
  await Promise.all([running.close(), close()]);
  host.stdout.write(`${t.ended}\n`);
}

async function started(
  { texts }: Context,
  parts: Parameters<typeof startStudio>[0],
  port: number | undefined,
): Promise<Running> {
  try {
    return await startStudio(parts, port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (port === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new CliError(
      code === 'EADDRINUSE' ? texts.studio.portTaken(port) : texts.studio.portRefused(port, code),
    );
  }
}

/** The folder meant by an argument: one with episodes, or a bundled episode by its id. */
function rootOf(argument: string, { host, texts }: Context): string {
  const path = resolve(host.cwd, argument);
  if (episodesAt(path).length > 0) return path;
  const bundled = join(bundledFolder, argument);
  if (/^[\w-]+$/.test(argument) && existsSync(bundled)) return bundled;
  if (existsSync(path) && statSync(path).isDirectory()) throw new CliError(texts.noEpisodes(argument));
  const known = episodeFolders(bundledFolder);
  throw new CliError(texts.unknownEpisode(argument, suggest(argument, known), known));
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
