import type { Claim, Episode, Person } from '../../../episode/types.ts';
import type { Words } from '../library.ts';

const none: Words = { en: '', ru: '' };

/** Short name of a person, body or branch by id; the id itself if there is none. */
export function nameOf(e: Episode, id: string): Words {
  const person = e.people.find((p) => p.id === id);
  if (person) return person.short;
  const body = e.bodies.find((b) => b.id === id);
  if (body) return body.short;
  return e.branches.find((b) => b.id === id)?.name ?? { en: id, ru: id };
}

/** Two letters that stand for somebody where a name has no room. */
export function initials(p: Person, lang: 'en' | 'ru'): string {
  const words = p.short[lang].split(/[\s-]+/).filter(Boolean);
  return words.length > 1
    ? `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}`.toUpperCase()
    : (words[0]?.slice(0, 2) ?? '');
}

/** The point of an issue's scale that lies nearest to a value. */
export function pointOf(e: Episode, issue: number, value: number): Words {
  const scale = e.issues[issue]?.scale ?? [];
  let best = scale[0];
  for (const point of scale) if (best && Math.abs(point.at - value) < Math.abs(best.at - value)) best = point;
  return best?.name ?? none;
}

/** The issue that most people have a position on: shown where none is chosen. */
export function mainIssue(e: Episode): number {
  const counts = e.issues.map((i) => e.positions.filter((p) => p.issue === i.id).length);
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

/** The claims about a person: those whose path runs over the person. */
export const claimsAbout = (e: Episode, person: string): readonly Claim[] =>
  e.claims.filter((c) => c.origin === 'coded' && c.path.includes(person));
