import { buildCommand } from '@stricli/core';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { formatProblem } from '../../episode/index.ts';
import { publishPage } from '../../report/pages/publish.ts';
import { readComposed } from '../../studio/publish/composed.ts';
import { composedMessages } from '../../studio/publish/composed-messages.ts';
import type { ComposedPage } from '../../studio/publish/composed-schema.ts';
import { isWithin, linkOut } from '../../studio/server/inside.ts';
import { strangeIn, writePublication } from '../../studio/server/publication.ts';
import { publication } from '../../studio/server/publish.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { describe } from '../describe.ts';
import { type Opened, openEpisode } from '../episodes.ts';
import { CliError } from '../errors.ts';
import { outputFlags, textParser } from '../flags.ts';
import { type Answer, answering, type OutputFlags } from '../output.ts';
import { studioPage } from '../page.ts';
import type { Texts } from '../texts/index.ts';

interface PublishFlags extends OutputFlags {
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
  readonly page?: string | undefined;
}

export const publishCommand = (t: Texts) =>
  buildCommand<PublishFlags, [episode: string], Context>({
    docs: describe(t, 'publish'),
    parameters: {
      flags: {
        out: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.folder,
          brief: t.studio.out,
        },
        page: {
          kind: 'parsed',
          parse: textParser,
          optional: true,
          placeholder: t.placeholders.csv,
          brief: t.studio.page,
        },
        force: { kind: 'boolean', optional: true, withNegated: false, brief: t.studio.force },
        ...outputFlags(t),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: textParser, brief: t.args.episode, placeholder: t.placeholders.episode }],
      },
    },
    func: answering<PublishFlags, [episode: string]>(publish),
  });

function publish(context: Context, flags: PublishFlags, name: string): Answer {
  const t = context.texts.studio;
  const page = studioPage(context);
  const opened = openEpisode(name, context);
  const link = linkOut(opened.folder);
  if (link !== undefined) throw new CliError(t.linkOut(link));
  const shown = flags.out ?? `${opened.episode.id}-page`;
  const folder = resolve(context.host.cwd, shown);
  mayReplace(context, folder, shown, opened.folder, flags.force === true);
  const composed = flags.page === undefined ? undefined : composedPage(context, opened, flags.page);
  const { episode, files: inputs } = opened;
  const { lang } = context;
  const made = publication({ version, lang, episode, folder: opened.folder, inputs, page, composed });
  const before = written(context, shown, () => writePublication(folder, made.files));
  return {
    kind: 'published',
    page: publishPage(
      {
        folder: shown,
        files: made.files.map(({ path }) => join(shown, path)),
        before: before === undefined ? undefined : relative(context.host.cwd, before),
        hash: { episode: opened.hash, published: made.hash },
        leftOut: made.leftOut,
        first: composed?.title[lang],
      },
      context.lang,
    ),
  };
}

/** The page that is to be shown first. With mistakes in it, the user is told all of them. */
function composedPage(
  { host, lang, texts }: Context,
  { episode, loaded }: Opened,
  shown: string,
): ComposedPage {
  const path = resolve(host.cwd, shown);
  if (!existsSync(path) || !statSync(path).isFile()) throw new CliError(texts.noFile(shown));
  const read = readComposed({ path: shown, bytes: readFileSync(path) }, episode, loaded);
  if (read.page) return read.page;
  const lines = read.problems.map((p) => formatProblem(p, lang, composedMessages));
  throw new CliError([...lines, texts.studio.pageRefused(shown, lines.length)].join('\n'));
}

/** A folder around the current one or the episode is never replaced, whatever is in it; another only if it is an earlier publication, or with --force. */
function mayReplace(context: Context, folder: string, shown: string, episode: string, force: boolean): void {
  const t = context.texts.studio;
  const real = realOf(folder);
  for (const kept of [context.host.cwd, episode])
    if (isWithin(real, realOf(kept))) throw new CliError(t.outAround(shown));
  const strange = strangeIn(folder);
  if (strange !== undefined && !force) throw new CliError(t.outTaken(shown, strange.first, strange.count));
}

/** Without links, as far as it exists. */
function realOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path ? path : join(realOf(dirname(path)), basename(path));
}

function written<T>({ texts }: Context, shown: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))
      throw new CliError(texts.studio.unwritable(shown, String(error.code)));
    throw error;
  }
}
