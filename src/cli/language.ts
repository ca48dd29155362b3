import type { Language } from '../report/language.ts';

/** The language asked for: --lang before everything, since it decides in which language flags are explained; then LC_ALL, LC_MESSAGES, LANG. */
export function languageOf(
  args: readonly string[],
  env: Readonly<Partial<Record<string, string>>>,
): Language {
  const at = args.indexOf('--lang');
  const flag = at >= 0 ? args[at + 1] : args.find((a) => a.startsWith('--lang='))?.slice('--lang='.length);
  if (flag === 'ru' || flag === 'en') return flag;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ru/i.test(locale) ? 'ru' : 'en';
}

const silent = new Set(['--json', '--csv', '--progress', '--resume', '--preflight']);
/** Those that take a value. */
const silentWith = new Set(['--workers', '--out']);

/** The command line as one would type it again: flags that do not change the answer are left out. */
export function typedCommand(args: readonly string[]): string {
  const kept: string[] = [];
  for (let k = 0; k < args.length; k++) {
    const arg = args[k] ?? '';
    if (silent.has(arg) || silentWith.has(arg.split('=')[0] ?? '')) {
      if (silentWith.has(arg)) k++;
      continue;
    }
    kept.push(/^[\p{L}\p{N}_./:=+,@-]+$/u.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`);
  }
  return ['plenum', ...kept].join(' ');
}
