import { ruleText } from '../acts/rules.ts';
import type { Path, Position, Problem } from '../episode/index.ts';
import type { Replayed } from '../questions/history.ts';

/** What replaying a record brings to light, as problems with their places: acts that the rules forbid, or that the model never offers. */
export function recordProblems(replay: () => Replayed, locate: (path: Path) => Position): readonly Problem[] {
  let replayed: Replayed;
  try {
    replayed = replay();
  } catch (error) {
    return [
      problem('record-engine', 'error', ['record'], locate, {
        message: error instanceof Error ? error.message : String(error),
      }),
    ];
  }
  const seen = new Set<string>();
  const found: Problem[] = [];
  for (const { act, seen: how, rule } of replayed.acts) {
    if ((how !== 'off-model' && how !== 'outside-candidates') || seen.has(act.id)) continue;
    seen.add(act.id);
    if (how === 'off-model')
      found.push(
        problem('record-off-model', 'warning', act.source.path, locate, {
          en: ruleText(rule, 'en'),
          ru: ruleText(rule, 'ru'),
        }),
      );
    else found.push(problem('record-outside', 'warning', act.source.path, locate, {}));
  }
  return found;
}

function problem(
  code: string,
  severity: Problem['severity'],
  path: Path,
  locate: (path: Path) => Position,
  params: Problem['params'],
): Problem {
  const { file, line, column } = locate(path);
  return { code, severity, file, line, column, path, params };
}
