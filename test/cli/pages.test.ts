import { describe, expect, it } from 'vitest';
import { plenum, widest, workFolder } from './cli.ts';

/** The part of a page before the citation, whose hash changes with every edit of the episode. */
const body = (out: string): string => out.slice(0, out.search(/\n(HOW TO CITE|КАК ССЫЛАТЬСЯ)\n/));

describe('the tutorial episode', () => {
  it('the state on a day', async () => {
    const { out, err } = await plenum('replay choir --at 1985-07-01');
    expect(err).toBe('Understood as 18 June 1985 (Julian), 1 July 1985 (Gregorian).\n');
    expect(body(out)).toMatchInlineSnapshot(`
      "The choir of Lower Meadow: 1 July 1985, at the end of the day

      WHO SITS WHERE
      Body                  Members (candidates in brackets)
      ────────────────────  ────────────────────────────────────────────────
      The committee         Agnes, Bruno, Clara, David, Emil, Frieda, Gustav
      The general assembly  not convened

      OFFICES
      Office     Holder
      ─────────  ──────
      Conductor  Bruno
      Chair      Agnes

      RESOURCES
      Resource        Holder
      ──────────────  ──────
      The newsletter  Agnes

      LINES
      Issue                    Decided by     Line
      ───────────────────────  ─────────────  ──────────────────
      The jubilee programme    the committee  “half and half” 30
      Replacing the conductor  the committee  “he stays” 0

      OPEN PROCEDURES
      What       By     To             About                                   Since       Due
      ─────────  ─────  ─────────────  ──────────────────────────────────────  ──────────  ──────────
      ultimatum  Bruno  the committee  the jubilee programme: “half and half”  1985-06-24  1985-06-24

      PRESSURES
      Pressure               Level (0–1)
      ─────────────────────  ───────────
      The hall must be paid         0.43

      Away: Emil.
      "
    `);
  });

  it('the same in Russian', async () => {
    const { out, err } = await plenum('replay choir --at 1985-07-01 --lang ru');
    expect(err).toBe('Дата понята так: 18 июня 1985 (юлианский календарь), 1 июля 1985 (григорианский).\n');
    expect(body(out)).toMatchInlineSnapshot(`
      "Хор деревни Нижний Луг: 1 июля 1985, к концу дня

      КТО ГДЕ ЗАСЕДАЕТ
      Орган           Члены (кандидаты в скобках)
      ──────────────  ────────────────────────────────────────────────
      Комитет         Агнес, Бруно, Клара, Давид, Эмиль, Фрида, Густав
      Общее собрание  не созван

      ПОСТЫ
      Пост          Кто занимает
      ────────────  ────────────
      Дирижёр       Бруно
      Председатель  Агнес

      РЕСУРСЫ
      Ресурс       Кто занимает
      ───────────  ────────────
      Листок хора  Агнес

      ЛИНИЯ
      Вопрос               Решает   Линия
      ───────────────────  ───────  ────────────
      Юбилейная программа  Комитет  «пополам» 30
      Смена дирижёра       Комитет  «остаётся» 0

      НЕЗАВЕРШЁННЫЕ ДЕЛА
      Что         Кто    Кому     О чём                           С           Срок
      ──────────  ─────  ───────  ──────────────────────────────  ──────────  ──────────
      ультиматум  Бруно  Комитет  юбилейная программа: «пополам»  1985-06-24  1985-06-24

      ДАВЛЕНИЕ ОБСТОЯТЕЛЬСТВ
      Обстоятельство       Сила (0–1)
      ───────────────────  ──────────
      Надо платить за зал        0,43

      В отъезде: Эмиль.
      "
    `);
  });

  it('its questions', async () => {
    expect((await plenum('ask choir')).out).toMatchInlineSnapshot(`
      "The choir of Lower Meadow
        The committee of a village choir must choose the programme of its jubilee concert.

      THE CHOIR OF LOWER MEADOW: WHAT CAN BE ASKED
      Id       Question
      ───────  ──────────────────────────────────────────────────
      no-bill  What if the bill for the hall had not come?
      comply   What if the committee had complied? (from history)

      WHAT TO TRY NEXT
        plenum ask choir no-bill
      "
    `);
  });

  it('replay tells every act and sums up', async () => {
    const { code, out } = await plenum('replay choir');
    expect(code).toBe(0);
    for (const id of [
      'requiem-motion',
      'requiem-vote',
      'clara-sounds',
      'bruno-ultimatum',
      'committee-reply',
      'bruno-resigns',
    ])
      expect(out).toContain(`[${id}]`);
    expect(out).toMatch(/Surprise: [\d.]+ bits over \d+ choices/);
    expect(out).toMatch(/Does Bruno give up the baton\? +yes +yes/);
  });

  it('a question is answered with its table, assumptions and citation', async () => {
    const { code, out, err } = await plenum('ask choir no-bill --runs 20 --workers 1');
    expect([code, err]).toEqual([0, '']);
    const headings = out.split('\n').filter((line) => /^[A-Z ]{6,}$/.test(line));
    expect(headings).toEqual([
      'WITHOUT AND WITH',
      'IN WORDS',
      'HOW THE WORLDS PART',
      'TWO PAIRS TO LOOK INTO',
      'THE CHANGE',
      'WHAT WAS ASSUMED',
      'HOW TO CITE',
      'WHAT TO TRY NEXT',
    ]);
    expect(out).toMatch(
      /Plenum \d+\.\d+\.\d+, episode choir \([0-9a-f]{12}\), seed 1, 20 runs:\n\n {2}plenum ask choir no-bill --runs 20\n/,
    );
  });

  it('why: the reasons add up to the sum', async () => {
    const { code, out } = await plenum('why choir --act bruno-resigns --json');
    const page = JSON.parse(out) as {
      weights: Record<string, number>;
      choices: {
        options: { considerations: Record<string, number>; sum: number; probability: number }[];
        waiting: number;
      }[];
    };
    expect(code).toBe(0);
    for (const choice of page.choices) {
      for (const o of choice.options) {
        const sum = Object.entries(o.considerations).reduce(
          (total, [id, value]) => total + value * (page.weights[id] ?? Number.NaN),
          0,
        );
        expect(sum).toBeCloseTo(o.sum, 9);
      }
      expect(choice.options.reduce((total, o) => total + o.probability, choice.waiting)).toBeCloseTo(1, 9);
    }
  });

  it('why explains the step that the told run numbers', async () => {
    const told = JSON.parse((await plenum('run choir --only 3 --json')).out) as {
      acts: { step: number | null; kind: string }[];
    };
    const act = told.acts.find((a) => a.step !== null && a.kind !== 'vote');
    const why = JSON.parse((await plenum(`why choir --run 3 --step ${act?.step} --json`)).out) as {
      choices: { chosen: number; options: { kind: string }[] }[];
    };
    const [choice] = why.choices;
    expect(choice?.options[choice.chosen]?.kind).toBe(act?.kind);
  });
});

describe('all pages', () => {
  const pages = [
    'list',
    'check choir',
    'replay choir',
    'replay november-1917',
    'replay soviet-1928 --at 1928-07-12',
    'run choir --runs 20',
    'run choir --only 2',
    'ask soviet-1928',
    'ask choir no-bill --runs 20',
    'why choir --act bruno-resigns',
  ];

  it.each(pages)('%s fits 100 columns in both languages', async (args) => {
    const [english, russian] = await Promise.all([plenum(args), plenum(`${args} --lang ru`)]);
    expect([english.code, russian.code]).toEqual([0, 0]);
    const lines = (out: string): string =>
      out
        .split('\n')
        .filter((line) => !/^\S+\.(yaml|json):\d+:\d+:/.test(line))
        .join('\n');
    expect(Math.max(widest(lines(english.out)), widest(lines(russian.out)))).toBeLessThanOrEqual(100);
    expect(russian.out).toMatch(/[а-я]/);
  });

  it.each(pages)('%s is a JSON document of this version', async (args) => {
    const { code, out } = await plenum(`${args} --json`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      plenum: expect.stringMatching(/^\d+\.\d+\.\d+/),
      document: expect.any(String),
    });
  });

  it.each(pages)('%s is a table with rows of equal length', async (args) => {
    const { out } = await plenum(`${args} --csv`);
    const [head = '', ...rows] = out.split('\r\n');
    expect(head).toMatch(/^[a-z_]+(,[a-z_]+)*$/);
    const fields = (row: string): number => row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length;
    for (const row of rows.filter((r) => r !== '')) expect(fields(row)).toBe(fields(head));
  });
});

describe('the same question gives the same bytes', () => {
  it('whatever the number of workers', async () => {
    const [one, two] = await Promise.all([
      plenum('ask choir no-bill --runs 80 --workers 1'),
      plenum('ask choir no-bill --runs 80 --workers 2'),
    ]);
    expect(two.out).toBe(one.out);
  });

  it('another seed, another answer', async () => {
    const [one, two] = await Promise.all([
      plenum('run choir --runs 30 --csv'),
      plenum('run choir --runs 30 --seed 2 --csv'),
    ]);
    expect(two.out).not.toBe(one.out);
  });
});

describe('a new episode', () => {
  it('checks clean, runs, and is not overwritten', async () => {
    const cwd = workFolder();
    const made = await plenum('new my-board --dir work', { cwd });
    expect(made.out).toMatchInlineSnapshot(`
      "Written:

        work/my-board/episode.yaml
        work/my-board/sources.json

      WHAT TO TRY NEXT
        plenum check work/my-board
        plenum replay work/my-board
        plenum run work/my-board --runs 100
      "
    `);
    const check = await plenum('check work/my-board', { cwd });
    expect([check.code, check.out]).toEqual([0, 'No problems. The episode can be run.\n']);
    expect((await plenum('run work/my-board --runs 4', { cwd })).code).toBe(0);
    expect(await plenum('new my-board --dir work', { cwd })).toMatchObject({
      code: 1,
      err: expect.stringContaining('is there already'),
    });
  });

  it('is filled from spreadsheets', async () => {
    const cwd = workFolder();
    expect((await plenum('new sheets --from people.csv positions.csv ties.csv', { cwd })).code).toBe(0);
    expect((await plenum('check ./sheets', { cwd })).code).toBe(0);
    expect(await plenum('new Sheets', { cwd })).toMatchObject({ code: 2 });
  });
});

it('a change of one’s own is checked like an episode', async () => {
  const { code, out } = await plenum([
    'ask',
    'choir',
    '--force',
    'bruno resign office=conductor 1985-06-20',
    '--runs',
    '8',
    '--workers',
    '1',
  ]);
  expect(code).toBe(0);
  expect(out).toContain('· Forced: Bruno resigns as Conductor (20 June 1985)');
  expect(out).toContain("plenum ask choir --force 'bruno resign office=conductor 1985-06-20' --runs 8");
});
