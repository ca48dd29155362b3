import type { Episode } from '../episode/types.ts';
import type { Language } from './language.ts';

/**
 * Names of issues begin with a capital because they are titles; within a sentence they should not, unless the word is a
 * proper name: that of a person or place, or one that stands with a capital inside some other name of the episode.
 */
export function midSentence(episode: Episode, lang: Language): (name: string) => string {
  const proper = properWords(episode, lang);
  return (name) => {
    const first = wordsOf(name)[0];
    if (first === undefined || !name.startsWith(first) || keepsCapital(first, proper)) return name;
    return lowerFirst(name);
  };
}

/** With a small first letter, unless the word is an abbreviation. */
export function lowerFirst(name: string): string {
  return /^\p{Lu}[\p{Lu}\d]/u.test(name) ? name : name.charAt(0).toLocaleLowerCase('ru') + name.slice(1);
}

/** "The committee" is "the committee" inside a sentence; other names of bodies stay as they are coded. */
export const withoutCapitalArticle = (name: string): string =>
  name.replace(/^(The|All|Some) /, (article) => article.toLowerCase());

function keepsCapital(word: string, proper: readonly string[]): boolean {
  if (/\p{Lu}/u.test(word.slice(1))) return true;
  if (/^(the|a|an)$/i.test(word)) return false;
  const lower = word.toLocaleLowerCase('ru');
  return proper.some((name) => sameWord(lower, name));
}

/** The same word, perhaps in another case. */
function sameWord(a: string, b: string): boolean {
  const most = Math.max(3, Math.min(a.length, b.length) - 2);
  return Math.abs(a.length - b.length) <= 3 && a.slice(0, most) === b.slice(0, most);
}

const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}'’-]+/u).filter((w) => w !== '');

function properWords(e: Episode, lang: Language): readonly string[] {
  const named = e.people.filter((p) => !p.collective).flatMap((p) => [p.name, p.short]);
  const titles = [
    ...e.bodies,
    ...e.offices,
    ...e.issues,
    ...e.branches,
    ...e.organisations,
    ...e.resources,
  ].map((x) => x.name);
  const points = e.issues.flatMap((i) => i.scale.map((s) => s.name));
  const inside = [...titles, ...points].flatMap((name) =>
    name[lang].split(/[.:;]/).flatMap((part) => wordsOf(part).slice(1)),
  );
  const all = [
    ...[...named, ...e.meta.places.map((p) => p.name)].flatMap((name) => wordsOf(name[lang])),
    ...inside,
  ];
  return [...new Set(all.filter((w) => /^\p{Lu}/u.test(w)).map((w) => w.toLocaleLowerCase('ru')))];
}
