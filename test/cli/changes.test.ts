import { describe, expect, it } from 'vitest';
import { plenum } from './cli.ts';

interface Twins {
  readonly question: { readonly changes: readonly string[] };
  readonly forced: { readonly carriedOut: number; readonly pairsRefused: number };
  readonly parting: {
    readonly pairs: number;
    readonly through: readonly { readonly pairs: number; readonly by: string }[];
    readonly typical: { readonly run: number; readonly command: string } | null;
  };
}

const ask = async (args: readonly string[]): Promise<Twins> => {
  const { code, out, err } = await plenum([...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Twins;
};

describe('changes of the command line', () => {
  it('of every kind, several at once', async () => {
    const { question } = await ask([
      ...'ask choir --runs 3'.split(' '),
      ...['--force', 'agnes declare issue=programme value=100 when=motion'],
      ...['--forbid', 'ultimatum'],
      ...['--set', 'trait.clara.caution=0.9@1985-06-01'],
      ...[
        '--add',
        'term clara committee role=candidate@1985-06-02',
        '--add',
        'event 1985-06-20 tickets=+0.2',
      ],
      ...['--add', 'meeting committee 1985-06-21 programme'],
      ...['--remove', 'event hall-bill', '--remove', 'term emil.committee@1985-07-01'],
    ]);
    expect(question.changes.length).toBe(8);
  });

  it.each([
    [['--add', 'something else'], 'term <person> <body or office>'],
    [['--remove', 'emil'], 'event <id>'],
  ])('%o cannot be understood', async (flags, wanted) => {
    const { code, err } = await plenum(['ask', 'choir', ...flags]);
    expect(code).toBe(2);
    expect(err).toContain(wanted);
  });

  it('a forced act that the rules forbid in every run ends with 1, the act, the person, the rule', async () => {
    const english = await plenum([
      'ask',
      'choir',
      '--runs',
      '4',
      '--force',
      'clara resign office=conductor 1985-06-01',
    ]);
    expect(english.code).toBe(1);
    expect(english.err).toContain('in every one of 4 runs');
    expect(english.err).toContain('1 June 1985');
    expect(english.err).toContain('Clara – holds no such post (4 ×)');
    const russian = await plenum([
      ...'ask choir --runs 4 --lang ru --force'.split(' '),
      'clara resign office=conductor 1985-06-01',
    ]);
    expect(russian.err).toContain('не занимает такого поста');
  });
});

describe('how the worlds part', () => {
  it('is told of every pair that differs, with a command that opens it', async () => {
    const { parting } = await ask('ask choir no-bill --runs 8'.split(' '));
    expect(parting.through.reduce((sum, way) => sum + way.pairs, 0)).toBe(parting.pairs);
    const command = parting.typical?.command ?? '';
    expect(command).toBe(`plenum why choir no-bill --run ${parting.typical?.run}`);
    const opened = await plenum(`${command.replace('plenum ', '')} --json`);
    const told = JSON.parse(opened.out) as { readonly parting: { readonly by: string } | null };
    expect(parting.through.map((way) => way.by)).toContain(told.parting?.by);
  });

  it('is explained from history, too, and choice by choice', async () => {
    const pair = await plenum('why choir comply --run 0 --particles 3');
    expect([pair.code, pair.out.includes('HOW IT ENDS IN EITHER WORLD')]).toEqual([0, true]);
    const one = await plenum('why choir no-bill --run 2 --step 3 --world without --lang ru');
    expect([one.code, one.out.includes('выбор 3 без изменения')]).toEqual([0, true]);
    expect((await plenum('why choir no-bill --run 2 --step 999999')).code).toBe(1);
    expect((await plenum('why choir --run 2 --step 3 --world with')).code).toBe(2);
  });
});
