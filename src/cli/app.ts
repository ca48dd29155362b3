import { buildApplication, buildRouteMap, ExitCode, run, type StricliProcess } from '@stricli/core';
import { version } from '../version.ts';
import { answersCommand } from './commands/answers.ts';
import { askCommand } from './commands/ask.ts';
import { checkCommand } from './commands/check.ts';
import { exportCommand } from './commands/export.ts';
import { hangsOnCommand } from './commands/hangs-on.ts';
import { howSureCommand } from './commands/how-sure.ts';
import { listCommand } from './commands/list.ts';
import { migrateCommand } from './commands/migrate.ts';
import { newCommand } from './commands/new.ts';
import { publishCommand } from './commands/publish.ts';
import { replayCommand } from './commands/replay.ts';
import { runCommand } from './commands/run.ts';
import { runsCommand } from './commands/runs.ts';
import { studioCommand } from './commands/studio.ts';
import { untilWhenCommand } from './commands/until-when.ts';
import { votesCommand } from './commands/votes.ts';
import { whyCommand } from './commands/why.ts';
import type { Context, Host, Output } from './context.ts';
import { exitCodes } from './errors.ts';
import { helpPage } from './help.ts';
import { languageOf, typedCommand } from './language.ts';
import { explain } from './output.ts';
import { overview } from './overview.ts';
import { stricliText } from './texts/stricli.ts';
import { type Texts, textsOf } from './texts/index.ts';

/** Runs one command line; returns its exit code. Everything is written to the host's streams. */
export async function runCli(args: readonly string[], host: Host): Promise<number> {
  const lang = languageOf(args, host.env);
  const texts = textsOf(lang);
  const inputs = normalise(args);
  if (inputs.length === 0) {
    host.stdout.write(overview(texts, lang));
    return exitCodes.done;
  }
  const process: StricliProcess = {
    stdout: plain(host.stdout),
    stderr: plain(host.stderr),
    env: host.env,
  };
  const context: Context = { process, host, lang, texts, typed: typedCommand(args), exit: exitCodes.done };
  const commands = commandsOf(texts);
  const asked = inputs[0] ?? '';
  if (Object.hasOwn(commands, asked) && inputs.some((a) => a === '--help' || a === '-h')) {
    const name = asked as keyof typeof commands;
    host.stdout.write(helpPage(name, commands[name], texts, host));
    return exitCodes.done;
  }
  const root = buildRouteMap<keyof typeof commands, Context>({
    routes: commands,
    docs: { brief: texts.about },
  });
  const app = buildApplication<Context>(root, {
    name: 'plenum',
    versionInfo: { currentVersion: version },
    localization: { text: stricliText(texts) },
    documentation: { disableAnsiColor: true },
  });
  try {
    await run(app, inputs, context);
  } catch (error) {
    return explain(error, context);
  }
  return context.exit === exitCodes.done ? codeOf(Number(process.exitCode ?? 0), host, texts) : context.exit;
}

/** Every command, in the order in which they are listed. */
const commandsOf = (t: Texts) => ({
  list: listCommand(t),
  new: newCommand(t),
  check: checkCommand(t),
  replay: replayCommand(t),
  run: runCommand(t),
  ask: askCommand(t),
  answers: answersCommand(t),
  runs: runsCommand(t),
  export: exportCommand(t),
  why: whyCommand(t),
  votes: votesCommand(t),
  'hangs-on': hangsOnCommand(t),
  'until-when': untilWhenCommand(t),
  'how-sure': howSureCommand(t),
  studio: studioCommand(t),
  publish: publishCommand(t),
  migrate: migrateCommand(t),
});

const plain = (to: Output) => ({ write: (text: string): void => to.write(text) });

/** `plenum help ask` and `plenum --lang ru` mean what they seem to. */
function normalise(args: readonly string[]): readonly string[] {
  const rest = args[0] === 'help' ? [...args.slice(1), ...(args.length > 1 ? ['--help'] : [])] : args;
  if (rest[0] === '--lang') return normalise(rest.length > 2 ? [...rest.slice(2), ...rest.slice(0, 2)] : []);
  return rest.length === 1 && (/^--lang=/.test(rest[0] ?? '') || rest[0] === '--help' || rest[0] === '-h')
    ? []
    : rest;
}

function codeOf(code: number, host: Host, texts: { readonly seeHelp: string }): number {
  if (code === ExitCode.Success) return exitCodes.done;
  if (code === ExitCode.UnknownCommand || code === ExitCode.InvalidArgument) {
    host.stderr.write(`${texts.seeHelp}\n`);
    return exitCodes.misuse;
  }
  return exitCodes.bug;
}
