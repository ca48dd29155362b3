import type { Claim, Episode, Words } from '../../../episode/types.ts';
import { nameOf } from './names.ts';

/** What each claim says something about, in both languages, without the kind of value. Index: claim. */
export function claimNames(
  e: Episode,
  acts: readonly { readonly claim?: number | undefined; readonly sentence: Words }[],
  things: Readonly<Record<string, Words>>,
): readonly Words[] {
  const known = new Map<number, Words>();
  const put = (id: number | undefined, words: Words): void => {
    if (id !== undefined && !known.has(id)) known.set(id, words);
  };
  const issue = (id: string): Words => e.issues.find((i) => i.id === id)?.name ?? same(id);
  for (const a of acts) put(a.claim, a.sentence);
  for (const t of e.terms)
    put(
      t.claimId,
      join(' · ', nameOf(e, t.person), t.office ? office(e, t.office) : nameOf(e, t.body ?? '')),
    );
  for (const t of e.ties) put(t.value.claimId, join(' → ', nameOf(e, t.from), nameOf(e, t.to)));
  for (const s of e.stances) put(s.value.claimId, join(' · ', nameOf(e, s.person), issue(s.issue)));
  for (const b of e.beliefs)
    put(b.value.claimId, join(' · ', join(' → ', nameOf(e, b.who), nameOf(e, b.about)), issue(b.issue)));
  for (const v of e.events) put(v.claimId, v.what);
  const named = namesById(e, things);
  return e.claims.map((c) => known.get(c.id) ?? byPath(c, named));
}

const same = (text: string): Words => ({ en: text, ru: text });
const join = (by: string, ...words: readonly Words[]): Words => ({
  en: words.map((w) => w.en).join(by),
  ru: words.map((w) => w.ru).join(by),
});
const office = (e: Episode, id: string): Words => e.offices.find((o) => o.id === id)?.name ?? same(id);

/** Everything that an id may stand for; where two things have the same id, the first in this order. */
function namesById(e: Episode, things: Readonly<Record<string, Words>>): ReadonlyMap<string, Words> {
  const all = [
    ...e.people.map((p) => ({ id: p.id, name: p.short })),
    ...e.issues,
    ...e.bodies,
    ...e.offices,
    ...e.resources,
    ...e.branches,
    ...e.pressures,
    ...e.organisations,
    ...Object.entries(things).map(([id, name]) => ({ id, name })),
  ];
  return new Map(all.reverse().map(({ id, name }) => [id, name]));
}

/** ['positions', 'kamenev', 'government', 'claims', 0] → Kamenev · Who is to govern. */
function byPath(c: Claim, named: ReadonlyMap<string, Words>): Words {
  const steps = c.path
    .slice(1)
    .filter((s) => typeof s === 'string' && s !== 'claims' && s !== 'traits')
    .map((s) => named.get(String(s)) ?? same(String(s)));
  return steps.length > 0 && typeof c.path[1] === 'string' ? join(' · ', ...steps) : same(c.label);
}
