import type { NameForms } from '../acts/define.ts';
import type { Episode } from '../episode/types.ts';
import type { Language } from './language.ts';
import { formatNumber } from './numbers.ts';
import { bodyForms, personForms, undeclined } from './names.ts';
import { lowerFirst, midSentence, withoutCapitalArticle } from './mid-sentence.ts';

/** The names of an episode by world index, in one language. */
export interface Lexicon {
  readonly episode: Episode;
  readonly lang: Language;
  readonly person: (index: number) => NameForms;
  readonly body: (index: number) => NameForms;
  readonly office: (index: number) => NameForms;
  /** A resource or a branch, by what the kind of act means by its thing. */
  readonly resource: (index: number) => NameForms;
  readonly branch: (index: number) => NameForms;
  /** People; people + body; people + bodies + branch. */
  readonly actor: (code: number) => NameForms | undefined;
  readonly issue: (index: number) => string;
  /** The named point nearest to a value. */
  readonly point: (issue: number, value: number) => string | undefined;
}

export function lexicon(episode: Episode, lang: Language): Lexicon {
  const people = episode.people.map((p) => personForms(p, lang));
  const lower = midSentence(episode, lang);
  const bodies = episode.bodies.map((b) => bodyForms(b.short[lang], lang));
  const issues = episode.issues.map((i) => lower(i.name[lang]));
  const offices = episode.offices.map((o) => undeclined(lang === 'ru' ? lowerFirst(o.name.ru) : o.name.en));
  const resources = episode.resources.map((r) => undeclined(withoutCapitalArticle(r.name[lang])));
  const branches = episode.branches.map((b) => undeclined(withoutCapitalArticle(b.name[lang])));
  const pick = (list: readonly NameForms[], k: number): NameForms => list[k] ?? undeclined(`#${k}`);
  return {
    episode,
    lang,
    person: (k) => pick(people, k),
    body: (k) => pick(bodies, k),
    office: (k) => pick(offices, k),
    resource: (k) => pick(resources, k),
    branch: (k) => pick(branches, k),
    actor: (code) => {
      if (code < 0) return undefined;
      if (code < people.length) return pick(people, code);
      return code < people.length + bodies.length
        ? pick(bodies, code - people.length)
        : pick(branches, code - people.length - bodies.length);
    },
    issue: (k) => issues[k] ?? `#${k}`,
    point: (k, value) => pointName(episode, k, value, lang),
  };
}

function pointName(episode: Episode, issue: number, value: number, lang: Language): string | undefined {
  if (Number.isNaN(value)) return undefined;
  const scale = episode.issues[issue]?.scale ?? [];
  let best = scale[0];
  for (const point of scale)
    if (best === undefined || Math.abs(point.at - value) < Math.abs(best.at - value)) best = point;
  return best === undefined
    ? formatNumber(value, lang)
    : `«${best.name[lang]}»`.replace(/^«(.*)»$/s, lang === 'en' ? '“$1”' : '«$1»');
}
