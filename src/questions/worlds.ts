import type { Episode, Intervention, Rule } from '../episode/types.ts';
import { compileEvent, compileMeeting } from '../world/compile/calendar.ts';
import { compileRule, namesOf } from '../world/compile/compile.ts';
import type { CalendarItem, World } from '../world/world.ts';

/** A world with changed rules or a changed calendar; the same object if no intervention touches them. */
export function initialWorldChanges(e: Episode, world: World, list: readonly Intervention[]): World {
  let changed = world;
  const n = namesOf(e);
  for (const i of list) {
    if (i.kind === 'set' && i.target.kind === 'rule')
      changed = withRule(changed, n.body.get(i.target.body) ?? -1, i.target.what, i.value);
    else if (i.kind === 'add-event') changed = withItem(changed, compileEvent(i.event, n));
    else if (i.kind === 'add-meeting') changed = withItem(changed, compileMeeting(i.meeting, n));
  }
  return changed;
}

function withRule(
  w: World,
  body: number,
  what: 'rule' | 'ballot' | 'authority' | 'quorum',
  value: unknown,
): World {
  const put = <T extends Uint8Array | Int32Array>(from: T, v: number): T => {
    const to = from.slice() as T;
    to[body] = v;
    return to;
  };
  switch (what) {
    case 'rule':
      return { ...w, rule: w.rule.map((r, k) => (k === body ? compileRule(value as Rule) : r)) };
    case 'ballot':
      return { ...w, secret: put(w.secret, value === 'secret' ? 1 : 0) };
    case 'quorum':
      return { ...w, quorum: put(w.quorum, Number(value)) };
    case 'authority': {
      const id = `authority.${w.bodyId[body]}`;
      return {
        ...w,
        inputs: w.inputs.map((s) =>
          s.id === id ? { ...s, distribution: { kind: 'point' as const, value: Number(value) } } : s,
        ),
      };
    }
  }
}

const withItem = (w: World, item: CalendarItem): World => ({
  ...w,
  calendar: [...w.calendar, item].sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1)),
});
