import type { Episode, Words } from '../../../episode/types.ts';
import type { Course } from '../../engine/protocol.ts';

/** Those who stand together: at a point of a scale, or in a body. */
export interface Group {
  readonly key: string;
  readonly name: Words;
}

/** A stretch of days, the last not included, during which nothing about a person's line changes. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Place of the group among `Grouping.groups`. */
  readonly group: number;
  /** Said in public, not only wanted. */
  readonly said: boolean;
  /** Does he sit, with a vote, in the body that decides the issue? */
  readonly inside: boolean;
}

export interface Line {
  /** Index of the person. */
  readonly person: number;
  readonly pieces: readonly Piece[];
}

export interface Grouping {
  /** From the top of the drawing to its foot. */
  readonly groups: readonly Group[];
  readonly lines: readonly Line[];
}

/** By how much nearer another point of the scale must be before somebody is drawn there: pressures move positions a little all the time. */
const give = 4;

type StateAt = (frame: number, person: number, before: number | undefined) => Omit<Piece, 'from' | 'to'>;

/** Every person's pieces over a course, like ones joined. */
function linesOf(e: Episode, course: Course, people: readonly number[], at: StateAt): readonly Line[] {
  const { days } = course.frames;
  return people.map((person) => {
    const pieces: Piece[] = [];
    days.forEach((from, k) => {
      const to = days[k + 1] ?? e.meta.ends + 1;
      // Of several states of one day the last counts.
      if (to <= from) return;
      const last = pieces.at(-1);
      const now = at(k, person, last?.group);
      const same = last && last.group === now.group && last.said === now.said && last.inside === now.inside;
      if (same) pieces[pieces.length - 1] = { ...last, to };
      else pieces.push({ from, to, ...now });
    });
    return { person, pieces };
  });
}

const decides = (e: Episode, issue: number): number =>
  e.bodies.findIndex((b) => b.id === e.issues[issue]?.body);

/**
 * Together stand those whose public stance, or else whose wish, lies nearest to the same point of the issue's scale; the top of the scale is
 * the top of the drawing. Whoever has neither coded stands last.
 */
export function byOption(e: Episode, course: Course, people: readonly number[], issue: number): Grouping {
  const scale = e.issues[issue]?.scale ?? [];
  const groups: readonly Group[] = [
    ...scale.map((p) => ({ key: String(p.at), name: p.name })).reverse(),
    { key: 'unknown', name: { en: 'Position not coded', ru: 'Позиция не закодирована' } },
  ];
  const { stance, position, seat } = course.frames;
  const I = e.issues.length;
  const body = decides(e, issue);
  const coded = new Set(e.positions.filter((p) => p.issue === e.issues[issue]?.id).map((p) => p.person));
  const groupOf = (value: number, before: number | undefined): number => {
    if (Number.isNaN(value)) return scale.length;
    const distance = (g: number): number => Math.abs((scale[scale.length - 1 - g]?.at ?? 0) - value);
    let best = 0;
    for (let g = 1; g < scale.length; g++) if (distance(g) < distance(best)) best = g;
    const stays = before !== undefined && before < scale.length && distance(before) <= distance(best) + give;
    return stays ? before : best;
  };
  const lines = linesOf(e, course, people, (k, p, before) => {
    const open = stance[k]?.[p * I + issue] ?? Number.NaN;
    const said = !Number.isNaN(open);
    const wanted = coded.has(e.people[p]?.id ?? '')
      ? (position[k]?.[p * I + issue] ?? Number.NaN)
      : Number.NaN;
    return {
      group: groupOf(said ? open : wanted, before),
      said,
      inside: seat[k]?.[body * e.people.length + p] === 1,
    };
  });
  return { groups, lines };
}

const outside: Group = {
  key: 'outside',
  name: { en: 'In none of these bodies', ru: 'Ни в одном из этих органов' },
};
const gone: Group = { key: 'gone', name: { en: 'Out of the organisation', ru: 'Вне организации' } };

/**
 * Together stand those who sit in the same body. A person of several is drawn in the one that comes first: the body that decides the issue,
 * then the others by how many of these people ever sit in them.
 */
export function byBody(e: Episode, course: Course, people: readonly number[], issue: number): Grouping {
  const { seat, belongs } = course.frames;
  const P = e.people.length;
  const first = decides(e, issue);
  const sits = (k: number, body: number, p: number): number => seat[k]?.[body * P + p] ?? 0;
  const ever = e.bodies.map((_, b) => people.filter((p) => seat.some((_, k) => sits(k, b, p) === 1)).length);
  const rest = e.bodies
    .map((_, b) => b)
    .filter((b) => b !== first && (ever[b] ?? 0) > 0)
    .sort((a, b) => (ever[b] ?? 0) - (ever[a] ?? 0) || a - b)
    .slice(0, 5);
  const order = first < 0 ? rest : [first, ...rest];
  const groups = [
    ...order.map(
      (b): Group => ({ key: e.bodies[b]?.id ?? '', name: e.bodies[b]?.name ?? { en: '', ru: '' } }),
    ),
    outside,
    gone,
  ];
  const lines = linesOf(e, course, people, (k, p) => {
    const at = order.findIndex((b) => sits(k, b, p) === 1);
    const home = e.people[p]?.organisations ?? [];
    const belongsNow = e.organisations.some((_, g) => belongs[k]?.[g * P + p] === 1);
    const left = home.length > 0 && !belongsNow;
    return {
      group: left ? order.length + 1 : at >= 0 ? at : order.length,
      said: true,
      inside: first >= 0 && sits(k, first, p) === 1,
    };
  });
  return { groups, lines };
}
