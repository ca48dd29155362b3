import { describeProblem, type ExtraMessages, formatProblem, type Problem } from '../../episode/index.ts';
import type { Language } from '../language.ts';
import { lines, list, type Page, text } from '../page.ts';
import { textsOf } from '../texts/index.ts';

/** All problems of an episode, one a line as compilers write them, so that editors can jump there. */
export function checkPage(
  problems: readonly Problem[],
  outside: readonly string[],
  lang: Language,
  extra: ExtraMessages,
): Page {
  const t = textsOf(lang).check;
  const errors = problems.filter((p) => p.severity === 'error').length;
  const sum = problems.length === 0 ? t.clean : t.sum(errors, problems.length - errors);
  const notes = [
    ...(problems.some((p) => p.code === 'record-off-model') ? [t.offModelNote] : []),
    ...(outside.length > 0 ? [`${t.outside(outside.length)}: ${outside.join(', ')}.`] : []),
  ];
  return {
    blocks: [
      ...(problems.length === 0 ? [] : [lines(problems.map((p) => formatProblem(p, lang, extra)))]),
      ...(notes.length === 0 ? [] : [list(notes)]),
      text(`${sum} ${t.runs(errors)}`),
    ],
    data: {
      errors,
      warnings: problems.length - errors,
      problems: problems.map((p) => ({
        code: p.code,
        severity: p.severity,
        file: p.file,
        line: p.line,
        column: p.column,
        path: [...p.path],
        message: describeProblem(p, lang, extra),
      })),
      outsideCandidates: [...outside],
    },
    table: {
      columns: ['severity', 'code', 'file', 'line', 'column', 'message'],
      rows: problems.map((p) => [
        p.severity,
        p.code,
        p.file,
        p.line,
        p.column,
        describeProblem(p, lang, extra),
      ]),
    },
  };
}
