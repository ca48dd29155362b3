import { describeProblem, type Problem } from '../../episode/index.ts';
import type { ProblemView } from './protocol.ts';

/** A problem as the page shows it, in both languages. */
export const problemView = (p: Problem): ProblemView => ({
  severity: p.severity,
  code: p.code,
  path: p.path,
  file: p.file,
  line: p.line,
  column: p.column,
  text: { en: describeProblem(p, 'en'), ru: describeProblem(p, 'ru') },
});
