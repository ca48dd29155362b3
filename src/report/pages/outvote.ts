import { isoDay } from '../../episode/index.ts';
import { type Alternative, type Leaning, nearer } from '../../questions/votes/outvote.ts';
import { dayText } from '../dates.ts';
import { capital } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { type Json, type Page, table, text } from '../page.ts';
import { citation, documentHead, type Subject } from '../subject.ts';
import { votesTexts } from '../texts/votes.ts';

/** Who could have outvoted whom on a day: in the record replayed, or in one run. */
export function outvotePage(
  s: Subject,
  all: readonly Alternative[],
  day: number,
  run: number | undefined,
): Page {
  const t = votesTexts(s.lang);
  const { meta, people } = s.episode;
  const ids = (list: readonly number[]): Json => list.map((p) => people[p]?.id ?? '');
  const side = (l: Leaning): Json => ({
    for: ids(l.for),
    against: ids(l.against),
    undecided: ids(l.undecided),
    votes: { for: l.votes[0], against: l.votes[1], undecided: l.votes[2] },
    verdict: l.reach.verdict,
    undecidedNeeded: l.reach.mustJoin ?? null,
  });
  return {
    blocks: [
      { kind: 'title', text: t.day(meta.title[s.lang], dayText(day, meta, s.lang)) },
      ...(all.length === 0
        ? [text(t.noneThat)]
        : [
            table(
              [
                { title: t.issue, min: 16 },
                { title: t.instead, min: 14 },
                { title: t.for },
                { title: t.undecided },
                { title: t.privately },
                { title: t.publicly },
              ],
              all.map((a) => rowOf(s, a)),
            ),
            text(t.howDay),
          ]),
      ...citation(s),
    ],
    data: {
      ...documentHead(s),
      day: isoDay(day),
      run: run ?? null,
      units: { point: '0 to 100', undecided: `nearer to neither by ${nearer} points` },
      alternatives: all.map((a) => ({
        issue: s.episode.issues[a.issue]?.id ?? null,
        body: s.episode.bodies[a.body]?.id ?? null,
        line: a.line,
        point: a.point,
        privately: side(a.privately),
        publicly: side(a.publicly),
      })),
    },
    table: {
      columns: [
        'issue',
        'body',
        'line',
        'point',
        'private_verdict',
        'private_needed',
        'public_verdict',
        'public_needed',
      ],
      rows: all.map((a) => [
        s.episode.issues[a.issue]?.id ?? null,
        s.episode.bodies[a.body]?.id ?? null,
        a.line,
        a.point,
        a.privately.reach.verdict,
        a.privately.reach.mustJoin ?? null,
        a.publicly.reach.verdict,
        a.publicly.reach.mustJoin ?? null,
      ]),
    },
  };
}

function rowOf(s: Subject, a: Alternative): readonly string[] {
  return [
    `${capital(s.names.issue(a.issue))}\n${capital(s.names.body(a.body).nom)}`,
    s.names.point(a.issue, a.point) ?? formatNumber(a.point, s.lang),
    namesOf(s, a.privately.for),
    namesOf(s, a.privately.undecided),
    verdictText(s, a.privately),
    verdictText(s, a.publicly),
  ];
}

function namesOf(s: Subject, people: readonly number[]): string {
  const names = people.map((p) => s.names.person(p).nom);
  if (names.length === 0) return votesTexts(s.lang).nobodyThere;
  return names.length > 8 ? [...names.slice(0, 7), `+ ${names.length - 7}`].join(', ') : names.join(', ');
}

function verdictText(s: Subject, l: Leaning): string {
  const t = votesTexts(s.lang);
  const sides = l.votes.join(':');
  const { verdict, mustJoin } = l.reach;
  const said =
    verdict === 'depends' && mustJoin !== undefined
      ? t.needs(mustJoin, l.undecided.length)
      : t.verdicts[verdict];
  return `${sides} ${said}`;
}
