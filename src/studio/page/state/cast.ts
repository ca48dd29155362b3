import type { Body, Episode, Rule, Term } from '../../../episode/types.ts';
import type { CompiledRule } from '../../../world/world.ts';
import type { Course } from '../../engine/protocol.ts';

/** Days, the last not included, during which somebody sat in a body or held an office. */
export interface Tenure {
  /** Index of the person; for offices −1 where vacant. */
  readonly person: number;
  readonly role: 'member' | 'candidate' | 'guest';
  readonly from: number;
  readonly to: number;
}

const roles = ['member', 'candidate', 'guest'] as const;

/** Joins like states of successive frames into spans. `at`: the state in a frame; undefined for none. */
function spans<T>(
  e: Episode,
  course: Course,
  at: (frame: number) => T | undefined,
): { value: T; from: number; to: number }[] {
  const made: { value: T; from: number; to: number }[] = [];
  const { days } = course.frames;
  days.forEach((from, k) => {
    const to = days[k + 1] ?? e.meta.ends + 1;
    const value = at(k);
    if (to <= from || value === undefined) return;
    const last = made.at(-1);
    if (last && last.value === value && last.to === from) last.to = to;
    else made.push({ value, from, to });
  });
  return made;
}

/** Everybody's seats in a body over a course, in the order of the file's people. */
export function seatsOver(e: Episode, course: Course, body: number): readonly Tenure[] {
  return e.people.flatMap((_, person) =>
    spans(e, course, (k) => roles[(course.frames.seat[k]?.[body * e.people.length + person] ?? 0) - 1]).map(
      ({ value, from, to }) => ({ person, role: value, from, to }),
    ),
  );
}

/** Who held an office over a course, vacancies included. */
export function holdersOver(e: Episode, course: Course, office: number): readonly Tenure[] {
  return spans(e, course, (k) => course.frames.holder[k]?.[office] ?? -1).map(({ value, from, to }) => ({
    person: value,
    role: 'member',
    from,
    to,
  }));
}

/** How many vote in a body, as steps: from each day on, so many actors. */
export function membersOver(
  tenures: readonly Tenure[],
): readonly { readonly day: number; readonly count: number }[] {
  const members = tenures.filter((t) => t.role === 'member');
  const days = [...new Set(members.flatMap((t) => [t.from, t.to]))].sort((a, b) => a - b);
  return days.map((day) => ({ day, count: members.filter((t) => t.from <= day && day < t.to).length }));
}

/** Bodies below their superiors, in the order of the file otherwise, with how deep they lie. */
export function nested(
  e: Episode,
): readonly { readonly body: Body; readonly index: number; readonly depth: number }[] {
  const found: { body: Body; index: number; depth: number }[] = [];
  const visit = (superior: string | undefined, depth: number): void => {
    e.bodies.forEach((body, index) => {
      if (body.superior !== superior || found.some((f) => f.index === index)) return;
      found.push({ body, index, depth });
      visit(body.id, depth + 1);
    });
  };
  visit(undefined, 0);
  // Bodies whose superiors go round in a circle belong to no root.
  e.bodies.forEach((body, index) => {
    if (!found.some((f) => f.index === index)) found.push({ body, index, depth: 0 });
  });
  return found;
}

/** The coded term behind a tenure: of the same person in the same place, overlapping it; the nearest if several do. */
export function termOf(
  e: Episode,
  place: { readonly body?: string; readonly office?: string },
  tenure: Tenure,
): Term | undefined {
  const person = e.people[tenure.person]?.id;
  return e.terms
    .filter((t) => t.person === person && t.body === place.body && t.office === place.office)
    .filter((t) => t.from < tenure.to && t.to >= tenure.from)
    .sort((a, b) => Math.abs(a.from - tenure.from) - Math.abs(b.from - tenure.from))[0];
}

const bases = ['cast', 'present', 'members'] as const;

/** A rule of the episode in the form in which it is counted. */
export function lawOf(rule: Rule): CompiledRule {
  if (rule.kind === 'count') return { share: 0, base: 0, strict: false, count: rule.count };
  return { share: rule.share, base: bases.indexOf(rule.of) as 0 | 1 | 2, strict: rule.strict, count: 0 };
}
