import { describe, expect, it } from 'vitest';
import { examples } from '../../src/cli/examples.ts';
import { plenum, widest, workFolder } from './cli.ts';

const commands = Object.keys(examples);

describe('plenum alone', () => {
  it('lists what it can do', async () => {
    const { code, out, err } = await plenum('');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "plenum 0.1.0: a workbench for the politics inside organisations

      Command     What it does
      ──────────  ────────────────────────────────────────────────────────────────────────────
      list        Lists the episodes: those that come along, or those in a folder
      new         Writes a small commented episode to start from
      check       Says everything that is wrong or doubtful in an episode
      replay      Walks through what happened, act by act, and how likely the model thought it
      run         Runs the episode many times and counts what comes out
      ask         Answers a "what if": the same runs with and without a change
      answers     Answers all the questions of an episode in one document
      runs        Lists the runs kept in a folder: finished, failed, missing
      export      Writes the runs kept in a folder for R, Python and other programs
      why         Explains one choice: the options, the reasons, the weights
      votes       Says whose vote decided, and who could have outvoted whom on a day
      hangs-on    Says which assumptions an answer hangs on, and how much is luck
      until-when  Says until which day a change would still have mattered
      studio      Opens the studio: a page on this machine to look, change and ask
      publish     Writes an episode as a page that opens from a disk and runs by itself
      how-sure    Says what the record tells about hidden traits, positions and ties
      migrate     Brings an episode to the newest format

      TO BEGIN WITH
        plenum replay november-1917 --at 1917-11-04
        plenum ask november-1917 leave-party --runs 100
        plenum new my-board

      "plenum <command> --help" explains a command and gives examples. --lang ru speaks Russian; --json
      and --csv write for other programs.
      "
    `);
  });

  it('does so in Russian', async () => {
    const byLocale = await plenum('', { lang: 'ru_RU.UTF-8' });
    expect(byLocale.out).toBe((await plenum('--lang ru')).out);
    expect(byLocale.out).toMatchInlineSnapshot(`
      "plenum 0.1.0: инструмент для изучения политики внутри организаций

      Команда     Что делает
      ──────────  ────────────────────────────────────────────────────────────────────────────
      list        Перечисляет эпизоды: поставляемые вместе с программой или лежащие в папке
      new         Создаёт небольшой эпизод с пояснениями, с которого можно начать
      check       Сообщает обо всём, что в эпизоде неверно или сомнительно
      replay      Проходит по событиям шаг за шагом: насколько вероятным модель считала каждое
      run         Прогоняет эпизод много раз и подсчитывает исходы
      ask         Отвечает на вопрос «что, если»: те же прогоны с изменением и без него
      answers     Отвечает на все вопросы эпизода одним документом
      runs        Перечисляет прогоны в папке: завершённые, сорвавшиеся, недостающие
      export      Записывает прогоны из папки для R, Python и других программ
      why         Объясняет один выбор: варианты, соображения, веса
      votes       Говорит, чей голос решил дело и кто кого мог переголосовать в такой-то день
      hangs-on    Говорит, от каких допущений зависит ответ и сколько решает случай
      until-when  Говорит, до какого дня изменение ещё имело бы значение
      studio      Открывает студию: страницу на этой машине, где смотрят, меняют и спрашивают
      publish     Записывает эпизод как страницу, которая открывается с диска и считает сама
      how-sure    Говорит, что хроника сообщает о скрытых свойствах, позициях и связях
      migrate     Переводит эпизод в новейший формат

      С ЧЕГО НАЧАТЬ
        plenum replay november-1917 --at 1917-11-04
        plenum ask november-1917 leave-party --runs 100
        plenum new my-board

      «plenum <команда> --help» объясняет команду и приводит примеры. --lang en переключает на английский;
      --json и --csv пишут для других программ.
      "
    `);
  });
});

describe('help', () => {
  it('explains a command', async () => {
    const { out } = await plenum('why --help');
    expect(out).toMatchInlineSnapshot(`
      "Explains a choice of the record (--act) or of a run (--run and --step; "plenum run <episode> --only
      N" numbers the steps). With a question, or a change of your own, and --run: where that pair of twins
      parts and through whom, as both worlds saw it; with --step and --world any choice of one of them.

      USAGE
        plenum why <episode> [question] [flags]

      ARGUMENTS
        episode   id of a bundled episode, or a folder
        question  id of a question of the episode

      FLAGS
        --act <act>           Id of an act of the record
        --run <n>             Number of a run
        --step <n>            Number of the choice in that run
        --world without|with  Of a pair of twins: the world without or with the change (with)
        --seed <n>            Seed of the luck: the same seed, the same runs (default = 1)
        --force <change> …    Force an act: "kamenev exit 1917-11-04", "cc call-congress in=congress
                              1917-11-05"
        --forbid <change> …   Forbid acts: "ultimatum", "kamenev resign in=cc", with a date or from/until
        --set <change> …      Change a value: trait.kamenev.attachment=0.2,
                              line.cc.government=60@1917-11-02
        --add <change> …      Add a seat, an office or an event: "term kamenev sovnarkom", "event
                              1917-11-02 kerensky=+0.3"
        --remove <change> …   Take away an event, a meeting, a seat or an office: "event pulkovo", "term
                              zinoviev.cc@1917-11-01"
        --from history        Start from history: everything up to --until is as it was, luck included
        --until <date>        Last day given of history (YYYY-MM-DD, in the calendar of the episode)
        --particles <n>       How many particles stand for the luck consistent with history (64); the
                              answer says what they are worth
        --free                Ask a question that starts from history of free runs instead
        --json                Write JSON instead of text
        --csv                 Write CSV instead of text
        --lang en|ru          Language: en or ru (by default that of the system)

      EXAMPLES
        plenum why november-1917 --act resign-cc-kamenev
        plenum why november-1917 --run 7 --step 12
        plenum why choir no-bill --run 2

      EXIT CODES
      · 0 done
      · 1 a problem of yours: a mistake in the files, a run that failed
      · 2 a command that cannot be understood
      · 3 a bug in plenum
      "
    `);
    expect((await plenum('help why')).out).toBe(out);
  });

  it.each(commands)('%s fits 100 columns in both languages and speaks Russian', async (command) => {
    const english = (await plenum(`${command} --help`)).out;
    const russian = (await plenum(`${command} --help --lang ru`)).out;
    expect(Math.max(widest(english), widest(russian))).toBeLessThanOrEqual(100);
    expect(russian).toMatch(/^[А-Я]/);
    for (const example of examples[command] ?? []) expect(english).toContain(example);
  });
});

describe('every example works', () => {
  const cwd = workFolder();
  it.each(commands.flatMap((command) => (examples[command] ?? []).map((example) => [example])))(
    '%s',
    async (example) => {
      // Fewer runs and points than the example says, and no browser: what is tested is the command, not the numbers.
      const words = example
        .replace(/--runs \d+/, '--runs 4')
        .replace('--points 8', '--points 2')
        .replace(/--days \d+/, '--days 2')
        .replace(' --open', '')
        .replace(/--particles \d+/, '--particles 3')
        .split(' ')
        .slice(1);
      // The second example with the same id goes into a folder of its own.
      const { code, err } = await plenum(words, { cwd, until: /Ctrl-C/ });
      expect({ code, err: err.replace(/^Understood as .*\n/, '') }).toEqual({ code: 0, err: '' });
    },
  );
});
