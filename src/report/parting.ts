import { allActs } from '../acts/index.ts';
import type { Digest } from '../ensemble/digest.ts';
import type { NotablePair, NotablePairs } from '../ensemble/pairs.ts';
import { type PartedThrough, type PartingSide, throughOf } from '../ensemble/parting.ts';
import { isoDay } from '../episode/index.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import { answerJson, answerText, questionOf } from './answers.ts';
import { dayText } from './dates.ts';
import { capital } from './language.ts';
import { formatNumber } from './numbers.ts';
import { type Block, code, heading, type Json, list, table, text } from './page.ts';
import type { Subject } from './subject.ts';
import { kindName } from './texts/kinds.ts';
import { partingTexts } from './texts/parting.ts';

/** Rows of the table of those who part the worlds. */
const shown = 8;
/** Ways told of each. */
const shownWays = 3;

const right = { align: 'right' } as const;

/** How the worlds of twins come to differ: when, through whom, and two pairs to look into. */
export function partingBlocks(
  s: Subject,
  digest: Digest,
  pairs: NotablePairs | undefined,
  outcomes: readonly CompiledOutcome[],
): readonly Block[] {
  const t = partingTexts(s.lang);
  const { parted } = digest;
  if (parted.pairs === 0) return [heading(t.title), text(partingTextOf(s, digest))];
  const share = (n: number): string => formatNumber((100 * n) / parted.pairs, s.lang);
  const people = byPerson(parted.through);
  const others = people.slice(shown).reduce((sum, p) => sum + p.pairs, 0);
  return [
    heading(t.title),
    text(partingTextOf(s, digest)),
    table(
      [{ title: t.who }, { title: t.act }, { title: t.share, ...right }],
      [
        ...people.slice(0, shown).map((p) => [
          capital(s.names.actor(p.by)?.nom ?? s.texts.nobody),
          p.ways
            .slice(0, shownWays)
            .map(([way, n]) => `${wayText(throughOf(way), s)} ${share(n)}`)
            .concat(p.ways.length > shownWays ? ['…'] : [])
            .join('; '),
          share(p.pairs),
        ]),
        ...(others > 0 ? [[t.others, '', share(others)]] : []),
      ],
    ),
    text(t.how),
    ...(pairs ? pairBlocks(s, pairs, outcomes) : []),
  ];
}

/** How many pairs come to differ, and when, in a sentence. */
export function partingTextOf(s: Subject, { parted, runs, failed, forced }: Digest): string {
  const t = partingTexts(s.lang);
  const beside = forced.carriedOut > 0 ? t.beside : '';
  if (parted.pairs === 0) return t.never(beside);
  const one = (n: number): string => formatNumber(n, s.lang);
  const [first = '', , middle = '', , last = ''] = parted.days.map((d) => dayOf(d, s));
  return t.when(one(parted.pairs), one(runs - failed.count), beside, middle, first, last);
}

const dayOf = (day: number, s: Subject): string => dayText(Math.floor(day), s.episode.meta, s.lang);

/** All that one person parts worlds by, the commonest first. */
interface Parter {
  readonly by: number;
  readonly pairs: number;
  readonly ways: Digest['parted']['through'];
}

/** Through whom, the commonest first; equals in the order of the commonest way. */
function byPerson(through: Digest['parted']['through']): readonly Parter[] {
  const people = new Map<number, Parter>();
  for (const way of through) {
    const { by } = throughOf(way[0]);
    const known = people.get(by) ?? { by, pairs: 0, ways: [] };
    people.set(by, { by, pairs: known.pairs + way[1], ways: [...known.ways, way] });
  }
  return [...people.values()].sort((a, b) => b.pairs - a.pairs);
}

/** By what, in which world. */
const wayText = (way: PartedThrough, s: Subject): string =>
  `${kindName(allActs()[way.act]?.kind ?? '', s.lang)}, ${sideText(way.side, s)}`;

export const sideText = (side: PartingSide, s: Subject): string => partingTexts(s.lang).sides[side];

function pairBlocks(
  s: Subject,
  { typical, oddest }: NotablePairs,
  outcomes: readonly CompiledOutcome[],
): readonly Block[] {
  const t = partingTexts(s.lang);
  const about = (pair: NotablePair, name: string): readonly Block[] => [
    list([pairText(pair, name, s, outcomes)]),
    code(whyCommand(s.command, pair.run)),
  ];
  if (typical.run === oddest.run) return [heading(t.pairs), ...about(typical, t.only)];
  return [heading(t.pairs), ...about(typical, t.typical), ...about(oddest, t.oddest), text(t.distance)];
}

/** When it parts and through whom, and which answers differ. */
function pairText(pair: NotablePair, name: string, s: Subject, outcomes: readonly CompiledOutcome[]): string {
  const t = partingTexts(s.lang);
  const way = throughOf(pair.through);
  const who = capital(s.names.actor(way.by)?.nom ?? s.texts.nobody);
  const changes = outcomes.flatMap((o, k) => {
    const a = answerText(o, pair.without[k] ?? Number.NaN, s);
    const b = answerText(o, pair.with[k] ?? Number.NaN, s);
    return a === b ? [] : [`${questionOf(o, s)} ${a} → ${b}`];
  });
  const differs = changes.length === 0 ? t.sameAnswers : changes.join('; ');
  return `${t.pair(name, formatNumber(pair.run, s.lang), dayOf(pair.parted, s), `${who}: ${wayText(way, s)}`)} ${capital(differs)}.`;
}

/** The command that opens a pair: the question as it was asked, of one run. */
export function whyCommand(asked: string, run: number): string {
  const rest = asked.replace(/^plenum \S+/, '').replace(/ --(?:runs|only|points)(?:=| )\S+/g, '');
  return `plenum why${rest} --run ${run}`;
}

/** The same for programs. */
export function partingJson(
  s: Subject,
  digest: Digest,
  pairs: NotablePairs | undefined,
  outcomes: readonly CompiledOutcome[],
): { readonly [key: string]: Json } {
  const { parted } = digest;
  const names = ['p5', 'p25', 'p50', 'p75', 'p95'];
  const day = (d: number): Json => (Number.isNaN(d) ? null : isoDay(Math.floor(d)));
  const pair = (p: NotablePair): Json => ({
    run: p.run,
    meanDistance: p.distance,
    day: day(p.parted),
    ...wayJson(throughOf(p.through), s),
    outcomes: outcomes.map((o, k) => ({
      id: o.id,
      without: answerJson(o, p.without[k] ?? Number.NaN, s),
      with: answerJson(o, p.with[k] ?? Number.NaN, s),
    })),
    command: whyCommand(s.command, p.run),
  });
  return {
    pairs: parted.pairs,
    days: Object.fromEntries(names.map((name, k) => [name, day(parted.days[k] ?? Number.NaN)])),
    through: parted.through.map(([way, n]) => ({ ...wayJson(throughOf(way), s), pairs: n })),
    typical: pairs ? pair(pairs.typical) : null,
    oddest: pairs ? pair(pairs.oddest) : null,
  };
}

const wayJson = (way: PartedThrough, s: Subject): { readonly [key: string]: Json } => ({
  by: actorId(way.by, s),
  act: allActs()[way.act]?.kind ?? null,
  world: way.side,
});

/** The id of whoever has this code; null for nobody. */
export function actorId(by: number, s: Subject): string | null {
  const { people, bodies, branches } = s.episode;
  return [...people, ...bodies, ...branches][by]?.id ?? null;
}
