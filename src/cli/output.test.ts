import { describe, expect, it } from 'vitest';
import { CliError } from './errors.ts';
import { languageOf, typedCommand } from './language.ts';
import { explain } from './output.ts';
import { textsOf } from './texts/index.ts';

function explained(error: unknown): readonly [number, string] {
  let err = '';
  const out = {
    write: (text: string): void => {
      err += text;
    },
  };
  const host = { stdout: out, stderr: out, env: {}, cwd: '.', signal: new AbortController().signal };
  return [explain(error, { host, texts: textsOf('en') }), err];
}

describe('exit codes', () => {
  it('1 and 2 with the message alone', () => {
    expect(explained(new CliError('No such thing.'))).toEqual([1, 'No such thing.\n']);
    expect(explained(new CliError('Not understood.', 2))).toEqual([2, 'Not understood.\n']);
  });

  it('3 for a bug, with what to report', () => {
    const [code, message] = explained(new TypeError('x is not a function'));
    expect(code).toBe(3);
    expect(message).toMatch(
      /^This is a bug in plenum, not in your files\. Please report it.*\nTypeError: x is not a function\n/,
    );
  });

  it('130 when cancelled', () => expect(explained(new DOMException('cancelled', 'AbortError'))[0]).toBe(130));
});

describe('language', () => {
  it.each([
    [['run', '--lang', 'ru'], {}, 'ru'],
    [['run', '--lang=ru'], { LANG: 'en_GB' }, 'ru'],
    [['run'], { LANG: 'ru_RU.UTF-8' }, 'ru'],
    [['run'], { LANG: 'ru_RU.UTF-8', LC_ALL: 'C' }, 'en'],
    [['run', '--lang', 'en'], { LANG: 'ru_RU.UTF-8' }, 'en'],
    [['run'], {}, 'en'],
  ] as const)('%j %j: %s', (args, env, lang) => expect(languageOf(args, env)).toBe(lang));
});

describe('the command in a citation', () => {
  it('leaves out what does not change the answer, and quotes for the shell', () => {
    const args = [
      'ask',
      'choir',
      '--force',
      'bruno exit 1985-06-01',
      '--workers',
      '2',
      '--json',
      '--seed',
      '7',
    ];
    expect(typedCommand(args)).toBe("plenum ask choir --force 'bruno exit 1985-06-01' --seed 7");
    expect(typedCommand(['run', 'choir', '--out', 'kept', '--resume', '--runs', '9', '--preflight'])).toBe(
      'plenum run choir --runs 9',
    );
    expect(typedCommand(['run', 'choir', '--out=kept'])).toBe('plenum run choir');
    expect(typedCommand(['ask', "it's", '--workers=4'])).toBe("plenum ask 'it'\\''s'");
  });
});
