import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plenum, root, workFolder } from '../cli/cli.ts';

/** Every command line that the documents show in a block of code, in their order, without its comment and what it is sent to. */
function commandsIn(file: string): readonly string[] {
  const blocks = readFileSync(join(root, file), 'utf8').matchAll(/^```(?:sh|shell|bash)\n([\s\S]*?)^```/gm);
  return [...blocks].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+(#|>|\|).*$/, '').trim())
      .flatMap((line) => /^(?:npx )?plenum(?: (.*))?$/.exec(line)?.[1] ?? []),
  );
}

const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    // The commands of the answers are checked where the answers are: `npm run answers -- --check`.
    .filter((f) => f.endsWith('.md') && !f.startsWith('answers-'))
    .map((f) => `docs/${f}`),
];

const fromHistory = /--from history|stay-and-wait/;

/** The same on few runs: what is tested is that the command is understood and what it names exists. */
const short = (command: string): string => {
  if (/^studio\b/.test(command)) return command.replace(' --open', '');
  if (/^hangs-on\b/.test(command)) return `${command} --points 2`;
  if (/^how-sure\b/.test(command)) return `${command} --particles 2`;
  if (!/^(run|ask|answers|until-when)\b/.test(command) || /--only|--preflight/.test(command)) return command;
  const days = /^until-when\b/.test(command) ? ' --days 2' : '';
  const past = fromHistory.test(command) ? ' --particles 2' : '';
  return `${command.replace(/ --runs \d+/, '')} --runs 2${days}${past}`;
};

describe.each(documents.filter((d) => commandsIn(d).length > 0))('%s', (file) => {
  it('shows commands that work, one after the other in one folder', async () => {
    const cwd = workFolder();
    const failed: string[] = [];
    for (const command of commandsIn(file)) {
      // What serves goes on until Ctrl-C.
      const { code, err } = await plenum(short(command), { cwd, until: /Ctrl-C/ });
      if (code !== 0) failed.push(`plenum ${command}: exit code ${code}. ${err}`);
    }
    expect(failed).toEqual([]);
  }, 300_000);
});

it('the README shows the commands that a newcomer needs', () => {
  const first = commandsIn('README.md').map((c) => c.split(' ')[0]);
  for (const name of ['replay', 'run', 'ask', 'why', 'hangs-on', 'new', 'check'])
    expect(first).toContain(name);
});
