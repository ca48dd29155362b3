import { actNumber, allActs } from '../acts/index.ts';
import type { MoveSpec } from '../episode/types.ts';
import { codeOf } from '../run/history/compile.ts';
import type { Names } from '../world/compile/names.ts';
import type { Ban } from '../world/scene.ts';

/** The code of an option of a kind of act; −1 if none is named. Throws a RangeError if the kind has no such option. */
export function optionOf(kind: number, name: string | undefined): number {
  if (name === undefined) return -1;
  const act = allActs()[kind];
  const code = act?.options?.indexOf(name) ?? -1;
  if (code >= 0) return code;
  const there = act?.options?.length ? `it has ${act.options.join(', ')}` : 'it has none';
  throw new RangeError(`the act "${act?.kind}" has no option "${name}": ${there}`);
}

/** What is forbidden from a day (its beginning) until another (its end). Throws a RangeError naming what is unknown. */
export function bansOf(m: MoveSpec, n: Names, from: number, until: number): readonly Ban[] {
  const kind = actNumber(m.act);
  if (kind < 0) throw new RangeError(`no act is called "${m.act}"`);
  const option = optionOf(kind, m.option);
  const each = (ids: readonly string[]): readonly number[] =>
    ids.length === 0 ? [-1] : ids.map((id) => codeOf(id, n));
  return each(m.by).flatMap((by) =>
    each(m.to).map((to) => ({
      kind,
      by,
      to,
      option,
      from,
      until,
      body: m.in === undefined ? -1 : (n.body.get(m.in) ?? -1),
      issue: m.issue === undefined ? -1 : (n.issue.get(m.issue) ?? -1),
    })),
  );
}
