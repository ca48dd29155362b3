import { describe, expect, it } from 'vitest';
import { plenum } from './cli.ts';

/** Exit code and message of a command line that cannot be carried out. Nothing goes to stdout. */
async function refusal(
  args: string | readonly string[],
  lang?: string,
): Promise<readonly [number | null, string]> {
  const { code, out, err } = await plenum(args, lang === undefined ? {} : { lang });
  expect(out).toBe('');
  return [code, err];
}

describe('misuse of the command line ends with 2', () => {
  it.each([
    ['run choir --rnus 3', 'There is no flag --rnus. Did you mean "--runs"?'],
    ['rnu choir', 'There is no command "rnu". Did you mean "run"?'],
    ['run', '<episode> is missing.'],
    ['run choir --runs many', '--runs: "many" is not a whole number from 1 to 10000000.'],
    ['run choir --runs', '--runs needs a value.'],
    ['run choir --seed 1 --seed 2', '--seed is given twice.'],
    ['run choir --lang fr', '--lang: "fr" is none of en, ru.'],
    ['list one two', '"two" is one argument too many.'],
  ])('%s', async (args, message) => {
    const [code, err] = await refusal(args);
    expect(code).toBe(2);
    expect(err).toBe(`${message}\n"plenum <command> --help" shows what there is.\n`);
  });

  it.each([
    [['run', 'choir', '--json', '--csv'], 'Choose one of --json and --csv.'],
    [
      ['why', 'choir'],
      'Say which choice: --act <id> for an act of the record, --run N --step K for a run; or a question and --run N for a pair of twins.',
    ],
    [
      ['replay', 'choir', '--at', '14 June'],
      '"14 June" is not a day that can be understood. Write it as YYYY-MM-DD, such as 1917-11-04.',
    ],
    [
      ['ask', 'choir', '--set', 'nonsense'],
      '"nonsense" cannot be understood. Write kind.name=value, such as trait.kamenev.attachment=0.2 or line.cc.government=60@1917-11-02.',
    ],
  ])('%j', async (args, message) => expect(await refusal(args)).toEqual([2, `${message}\n`]));
});

describe('problems of the user end with 1', () => {
  it.each([
    [
      'run chior',
      'There is no episode "chior": neither a folder with .yaml files nor a bundled episode',
      'Did you mean "choir"?',
    ],
    [
      'ask choir no-bil',
      'The episode asks no question "no-bil". Did you mean "no-bill"?',
      '"plenum ask choir" lists them.',
    ],
    [
      'replay choir --act bruno-resign',
      'The record has no act "bruno-resign". Did you mean "bruno-resigns"?',
      '',
    ],
    ['list nowhere', 'There is no folder "nowhere".', ''],
    [
      'replay choir --at 2001-01-01',
      'Understood as 19 December 2000 (Julian), 1 January 2001 (Gregorian).',
      'lies outside the episode',
    ],
    ['why choir --run 1 --step 999999', 'Run 1 has', 'there is no step 999999.'],
    ['ask choir --set trait.bruna.caution=0.1', 'Did you mean "bruno"?', ''],
  ])('%s', async (args, first, second) => {
    const [code, err] = await refusal(args);
    expect(code).toBe(1);
    expect(err).toContain(first);
    expect(err).toContain(second);
  });
});

it('complains in Russian', async () => {
  expect(await refusal('run chior', 'ru_RU.UTF-8')).toEqual([
    1,
    expect.stringMatching(/^Эпизода «chior» нет.*Может быть, «choir»\?\n$/),
  ]);
  expect(await refusal('run choir --rnus 3 --lang ru')).toEqual([
    2,
    'Флага --rnus нет. Может быть, «--runs»?\n«plenum <команда> --help» покажет, что есть.\n',
  ]);
});
