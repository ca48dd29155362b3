import { ruleText } from '../acts/rules.ts';
import type { Path, Position, Problem } from '../episode/index.ts';
import type { Replayed } from '../questions/history.ts';

export interface RecordFindings {
  readonly problems: readonly Problem[];
  /** Acts that are allowed but not among the moves that the model offers: a report on the model, not on the coding. */
  readonly outside: readonly string[];
}

/** What replaying a record brings to light: acts that the rules as coded forbid, each with its place. */
export function recordFindings(replay: () => Replayed, locate: (path: Path) => Position): RecordFindings {
  const problem = (
    code: string,
    severity: Problem['severity'],
    path: Path,
    params: Problem['params'],
  ): Problem => {
    const { file, line, column } = locate(path);
    return { code, severity, file, line, column, path, params };
  };
  let replayed: Replayed;
  try {
    replayed = replay();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [problem('record-engine', 'error', ['record'], { message })], outside: [] };
  }
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const outside = new Set<string>();
  for (const { act, seen: how, rule } of replayed.acts) {
    if (how === 'outside-candidates') outside.add(act.id);
    if (how !== 'off-model' || seen.has(act.id)) continue;
    seen.add(act.id);
    const params = { act: act.id, en: ruleText(rule, 'en'), ru: ruleText(rule, 'ru') };
    problems.push(problem('record-off-model', 'warning', act.source.path, params));
  }
  return { problems, outside: [...outside] };
}
