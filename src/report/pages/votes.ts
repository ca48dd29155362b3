import { isoDay } from '../../episode/index.ts';
import { countOf, type VoteJudged, type Voters } from '../../questions/votes/held.ts';
import type { Vote } from '../../questions/statistics/vote-rules.ts';
import { shortDay } from '../dates.ts';
import { formatNumber } from '../numbers.ts';
import { type Block, type Json, type Page, table, text } from '../page.ts';
import { citation, documentHead, type Subject } from '../subject.ts';
import { votesTexts } from '../texts/votes.ts';

/** Votes with what they were about, in words. */
export interface ToldVote extends VoteJudged {
  readonly sentence: string;
}

const right = { align: 'right' } as const;

/** Whose vote decided: of the record, or of one run. */
export function votesPage(
  s: Subject,
  votes: readonly ToldVote[],
  of: { readonly run: number; readonly seed: number } | undefined,
): Page {
  const t = votesTexts(s.lang);
  const name = s.episode.meta.title[s.lang];
  const title = of ? t.run(name, of.run, of.seed) : t.record(name);
  return {
    blocks: [
      { kind: 'title', text: title },
      ...(votes.length === 0 ? [text(t.none)] : told(s, votes)),
      ...citation(s),
    ],
    data: {
      ...documentHead(s),
      run: of?.run ?? null,
      seed: of?.seed ?? null,
      units: { responsibility: '0 to 1: 1 / (1 + fewest changes by others)', day: 'Gregorian day' },
      votes: votes.map((v) => voteJson(s, v)),
    },
    table: {
      columns: ['act', 'day', 'body', 'adopted', 'person', 'vote', 'votes', 'responsibility', 'pivotal'],
      rows: votes.flatMap((v) =>
        v.voters.map((x, k) => [
          v.act,
          isoDay(Math.floor(v.time)),
          s.episode.bodies[v.body]?.id ?? null,
          v.adopted,
          s.episode.people[x.person]?.id ?? null,
          x.vote,
          x.votes,
          v.follows ? (v.responsibility[k]?.value ?? 0) : null,
          v.follows ? (v.responsibility[k]?.pivotal ?? false) : null,
        ]),
      ),
    },
  };
}

function told(s: Subject, votes: readonly ToldVote[]): readonly Block[] {
  const t = votesTexts(s.lang);
  return [
    table(
      [
        { title: t.date },
        { title: t.what, min: 24 },
        { title: t.count, ...right },
        { title: t.pivotal },
        { title: t.responsible },
      ],
      votes.map((v) => {
        const { yes, no, abstain } = countOf(v.voters);
        return [
          shortDay(v.time, s.episode.meta),
          v.sentence,
          `${yes}:${no}:${abstain}`,
          pivotalText(s, v),
          responsibleText(s, v),
        ];
      }),
    ),
    text(t.how),
  ];
}

function pivotalText(s: Subject, v: VoteJudged): string {
  const t = votesTexts(s.lang);
  if (!v.follows) return t.doesNotFollow;
  const who = v.voters.filter((_, k) => v.responsibility[k]?.pivotal);
  if (who.length > 0) return namesOf(s, who);
  return v.fewest === undefined ? t.never : t.nobody(v.fewest);
}

/** By how they voted: the share of responsibility of each. */
function responsibleText(s: Subject, v: VoteJudged): string {
  const t = votesTexts(s.lang);
  if (!v.follows) return '–';
  const kinds: readonly Vote[] = ['yes', 'no', 'abstain'];
  const parts = kinds.flatMap((vote) => {
    const k = v.voters.findIndex((x) => x.vote === vote);
    const changes = v.responsibility[k]?.changes;
    if (changes === undefined) return [];
    const share = changes === 0 ? '1' : `1/${formatNumber(1 + changes, s.lang)}`;
    return [t.each(share, t.sides[vote])];
  });
  return parts.length === 0 ? '0' : parts.join('; ');
}

/** Names, at most eight, and how many have none. */
function namesOf(s: Subject, voters: readonly Voters[]): string {
  const t = votesTexts(s.lang);
  const names = voters.filter((v) => v.person >= 0).map((v) => s.names.person(v.person).nom);
  const unnamed = voters.reduce((sum, v) => sum + (v.person < 0 ? v.votes : 0), 0);
  const shown = names.length > 8 ? [...names.slice(0, 7), `+ ${names.length - 7}`] : names;
  return [...shown, ...(unnamed > 0 ? [t.unnamed(unnamed)] : [])].join(', ');
}

function voteJson(s: Subject, v: ToldVote): Json {
  return {
    act: v.act,
    day: isoDay(Math.floor(v.time)),
    body: s.episode.bodies[v.body]?.id ?? null,
    what: v.sentence,
    rule: { ...v.rule },
    adopted: v.adopted,
    follows: v.follows,
    fewestToTurn: v.fewest ?? null,
    count: { ...countOf(v.voters) },
    voters: v.voters.map((x, k) => ({
      person: s.episode.people[x.person]?.id ?? null,
      vote: x.vote,
      votes: x.votes,
      responsibility: v.follows ? (v.responsibility[k]?.value ?? 0) : null,
      pivotal: v.follows ? (v.responsibility[k]?.pivotal ?? false) : null,
      changes: v.responsibility[k]?.changes ?? null,
    })),
  };
}
