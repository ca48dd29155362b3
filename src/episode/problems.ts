import { en } from './messages/en.ts';
import { ru } from './messages/ru.ts';
import type { Language, Path } from './types.ts';

export type Severity = 'error' | 'warning';

/** Every code there is, with its severity. Wording is in `messages/`; a test keeps the three lists equal. */
export const severities = {
  'no-files': 'error',
  'file-too-large': 'error',
  'not-utf8': 'error',
  'control-character': 'error',
  'yaml-syntax': 'error',
  'tab-indent': 'error',
  'too-deep': 'error',
  'too-many-aliases': 'error',
  'unknown-anchor': 'error',
  'tag-refused': 'error',
  'key-not-text': 'error',
  'reserved-key': 'error',
  'duplicate-key': 'error',
  'duplicate-entry': 'error',
  'root-not-map': 'error',
  'format-missing': 'error',
  'format-older': 'error',
  'format-newer': 'error',
  'sources-shape': 'error',
  'missing-key': 'error',
  'unknown-key': 'error',
  'wrong-type': 'error',
  'number-as-text': 'error',
  'not-one-of': 'error',
  'too-small': 'error',
  'too-big': 'error',
  'too-short': 'error',
  'too-long': 'error',
  'bad-slug': 'error',
  'bad-format': 'error',
  'no-variant': 'error',
  'bad-quantity': 'error',
  'quantity-order': 'error',
  'probabilities-sum': 'error',
  'date-unreadable': 'error',
  'date-impossible': 'error',
  'date-backwards': 'error',
  'date-season': 'error',
  'date-cycle': 'error',
  'date-unknown-act': 'error',
  'starts-after-ends': 'error',
  'term-place': 'error',
  'bad-set': 'error',
  'unknown-id': 'error',
  'duplicate-id': 'error',
  'out-of-range': 'error',
  'term-backwards': 'error',
  'terms-overlap': 'error',
  'office-two-holders': 'error',
  'date-outside': 'error',
  'superior-cycle': 'error',
  'quorum-unreachable': 'error',
  'rule-unreachable': 'error',
  'sits-with-itself': 'error',
  'unknown-act-kind': 'error',
  'unknown-option': 'error',
  'votes-exceed-seats': 'error',
  'voter-not-seated': 'error',
  'voter-twice': 'error',
  'names-exceed-tally': 'error',
  'option-ignored': 'warning',
  'term-outside': 'warning',
  'duplicate-tie': 'warning',
  'no-source': 'warning',
  'joint-without-members': 'warning',
  'no-position': 'warning',
  'answers-later': 'warning',
  'unknown-outcome': 'warning',
  'unused-source': 'warning',
  'unused-person': 'warning',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof severities;
export type Param = string | number | readonly string[] | undefined;
export type Params = Readonly<Record<string, Param>>;

/** A problem in the user's files, as data. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: Path;
  readonly params: Params;
}

/** What a rule returns: where it is in the episode. The loader adds file, line and column. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: Path;
  readonly params: Params;
  /** The key is meant, not its value. */
  readonly onKey?: boolean;
}

export function finding(code: ProblemCode, path: Path, params: Params = {}): Finding {
  return { code, path, params };
}

export interface Message {
  readonly what: string;
  readonly rule?: string;
  readonly next?: string;
}

export type MessageTable = Readonly<Record<ProblemCode, (p: Params) => Message>>;
/** Wording of codes that other rooms add through the `extra` hook. */
export type ExtraMessages = Readonly<Record<Language, Readonly<Record<string, (p: Params) => Message>>>>;

const tables: Readonly<Record<Language, MessageTable>> = { en, ru };

/** "file:line:column: error: what. rule. next" */
export function formatProblem(problem: Problem, lang: Language, extra?: ExtraMessages): string {
  const word =
    lang === 'ru' ? { error: 'ошибка', warning: 'замечание' } : { error: 'error', warning: 'warning' };
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  return `${place}: ${word[problem.severity]}: ${describeProblem(problem, lang, extra)}`;
}

/** The sentences alone: path, what, rule, next step. */
export function describeProblem(problem: Problem, lang: Language, extra?: ExtraMessages): string {
  const table: Readonly<Record<string, (p: Params) => Message>> = tables[lang];
  const wording = Object.hasOwn(table, problem.code) ? table[problem.code] : extra?.[lang][problem.code];
  const message = wording?.(problem.params) ?? { what: problem.code };
  const path = formatPath(problem.path);
  const parts = [path === '' ? message.what : `${path}: ${message.what}`, message.rule, message.next];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.?!]$/.test(part ?? '') ? part : `${part}.`))
    .join(' ');
}

/** members[3].office */
export function formatPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

/** By file, then by place; errors before warnings of the same place. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const rank = (problem: Problem): number => (problem.severity === 'error' ? 0 : 1);
  return [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      rank(a) - rank(b),
  );
}
