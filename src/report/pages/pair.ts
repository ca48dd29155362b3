import { allActs } from '../../acts/index.ts';
import type { Parting } from '../../ensemble/parting.ts';
import { sameMoment, stepOf, type ToldPair, type WatchedChoice } from '../../ensemble/told-pair.ts';
import { isoDay, type Question } from '../../episode/index.ts';
import type { CompiledOutcome } from '../../questions/outcomes.ts';
import type { Scene } from '../../world/scene.ts';
import { ActFlag, Counter } from '../../world/state.ts';
import { actSentence, recordRow } from '../acts.ts';
import { answerJson, answerText, questionOf } from '../answers.ts';
import { choiceBlocks, choiceData } from '../choice.ts';
import { dayText, shortDay } from '../dates.ts';
import { interventionTexts } from '../interventions.ts';
import { capital } from '../language.ts';
import { type Block, heading, type Json, list, type Page, table, text } from '../page.ts';
import { actorId, sideText } from '../parting.ts';
import { citation, documentHead, type Subject } from '../subject.ts';
import { partingTexts } from '../texts/parting.ts';

/** One pair of twins, looked into. */
export interface OpenedPair {
  readonly question: Question;
  readonly seed: number;
  readonly run: number;
  readonly pair: ToldPair;
  readonly outcomes: readonly CompiledOutcome[];
  /** By outcome. */
  readonly values: readonly { readonly without: number; readonly with: number }[];
}

type World = 'without' | 'with';
const worlds: readonly World[] = ['without', 'with'];

/** Acts listed of each world. */
const shown = 10;

/** The choice of the same moment in either world, by the number it has there. */
interface Moment {
  readonly step: number | undefined;
  readonly choice: WatchedChoice | undefined;
}

/** Where the worlds of a pair part: the act, the choice behind it as both worlds saw it, and what each has that the other has not. */
export function pairPage(s: Subject, o: OpenedPair): Page {
  const t = partingTexts(s.lang).open;
  const { parting } = o.pair;
  const found = parting && momentOf(o.pair, parting);
  return {
    blocks: [
      { kind: 'title', text: o.question.ask[s.lang] },
      list(interventionTexts(o.question.interventions, s)),
      { kind: 'title', text: t.title(o.run) },
      ...(parting ? partingBlocks(s, o.pair, parting, found) : [text(t.never)]),
      ...worlds.flatMap((world) => onlyIn(s, o.pair, world)),
      heading(t.end),
      table(
        [{ title: s.texts.outcome }, { title: s.texts.ask.without }, { title: s.texts.ask.with }],
        o.outcomes.map((c, k) => [
          questionOf(c, s),
          answerText(c, o.values[k]?.without ?? Number.NaN, s),
          answerText(c, o.values[k]?.with ?? Number.NaN, s),
        ]),
      ),
      text(t.steps(o.pair.without.choices.length, o.pair.with.choices.length)),
      ...citation(s),
    ],
    ...programs(s, o, found),
  };
}

function partingBlocks(
  s: Subject,
  pair: ToldPair,
  parting: Parting,
  found: Readonly<Record<World, Moment>> | undefined,
): readonly Block[] {
  const t = partingTexts(s.lang).open;
  const scene = pair[parting.side === 'without' ? 'without' : 'with'].engine.scene;
  const said = capital(actSentence(recordRow(scene, parting.index), s.names));
  return [
    text(t.parts(dayText(parting.time, s.episode.meta, s.lang), said, sideText(parting.side, s))),
    ...(found === undefined
      ? [text(t.nobody)]
      : worlds.flatMap((world): readonly Block[] => {
          const { choice, step } = found[world];
          const title = `${capital(t.worlds[world])}${step === undefined ? '' : ` (${step})`}`;
          return [heading(title), ...(choice ? choiceBlocks(s, choice.choice) : [text(t.absent)])];
        })),
  ];
}

/** The choice that led to the parting, and the same moment in the other world; undefined if nobody's choice did. */
function momentOf(pair: ToldPair, parting: Parting): Readonly<Record<World, Moment>> | undefined {
  const own: World = parting.side === 'without' ? 'without' : 'with';
  const other: World = own === 'with' ? 'without' : 'with';
  const step = stepOf(pair[own], parting.index);
  const choice = step === undefined ? undefined : pair[own].choices[step - 1];
  if (!choice) return undefined;
  const there = sameMoment(pair[other], choice);
  const at = there ? pair[other].choices.indexOf(there) + 1 : undefined;
  const found = { [own]: { step, choice }, [other]: { step: at, choice: there } };
  return found as Record<World, Moment>;
}

/** The first acts of one world that the other has not, on whatever day. */
function onlyIn(s: Subject, pair: ToldPair, world: World): readonly Block[] {
  const t = partingTexts(s.lang).open;
  const other = pair[world === 'with' ? 'without' : 'with'].engine.scene;
  const scene = pair[world].engine.scene;
  const there = new Set(actsOf(other).map((k) => meaning(other, k)));
  const only = actsOf(scene).filter((k) => !there.has(meaning(scene, k)));
  const rows = only.slice(0, shown).map((k) => {
    const forced =
      (scene.state.actFlags[k] ?? 0) & ActFlag.forced ? ` (${s.texts.interventions.forced})` : '';
    return [
      shortDay(scene.state.actTime[k] ?? Number.NaN, s.episode.meta),
      actSentence(recordRow(scene, k), s.names) + forced,
    ];
  });
  return [
    heading(t.only(t.worlds[world])),
    ...(rows.length === 0
      ? [text(capital(t.none))]
      : [table([{ title: s.texts.one.date }, { title: s.texts.one.act }], rows)]),
    ...(only.length > shown ? [text(t.more(only.length - shown))] : []),
  ];
}

/** Acts told: votes are left out where there are so many; the decisions that they come to are told. */
const actsOf = ({ state: x }: Scene): readonly number[] =>
  Array.from({ length: x.counters[Counter.acts] ?? 0 }, (_, k) => k).filter(
    (k) => allActs()[x.actKind[k] ?? -1]?.kind !== 'vote',
  );

const meaning = ({ state: x }: Scene, k: number): string =>
  [
    x.actKind[k],
    x.actBy[k],
    x.actTo[k],
    x.actBody[k],
    x.actIssue[k],
    x.actOffice[k],
    x.actOption[k],
    Math.round(x.actValue[k] ?? -1),
    (x.actFlags[k] ?? 0) & (ActFlag.adopted | ActFlag.rejected),
  ].join(' ');

function programs(
  s: Subject,
  o: OpenedPair,
  found: Readonly<Record<World, Moment>> | undefined,
): Pick<Page, 'data' | 'table'> {
  const { parting } = o.pair;
  const moment = (world: World): Json => {
    const { choice, step } = found?.[world] ?? {};
    return choice ? { step: step ?? null, ...choiceData(s, choice.choice) } : null;
  };
  const outcomes = o.outcomes.map((c, k) => ({
    id: c.id,
    without: answerJson(c, o.values[k]?.without ?? Number.NaN, s),
    with: answerJson(c, o.values[k]?.with ?? Number.NaN, s),
  }));
  return {
    data: {
      ...documentHead(s),
      question: o.question.id,
      seed: o.seed,
      run: o.run,
      parting: parting
        ? {
            day: isoDay(Math.floor(parting.time)),
            by: actorId(parting.by, s),
            act: allActs()[parting.act]?.kind ?? null,
            world: parting.side,
            without: moment('without'),
            with: moment('with'),
          }
        : null,
      choices: { without: o.pair.without.choices.length, with: o.pair.with.choices.length },
      outcomes,
    },
    table: {
      columns: ['outcome', 'without', 'with'],
      rows: outcomes.map((c) => [c.id, c.without, c.with]),
    },
  };
}

/** One choice of one world of a pair. */
export function pairChoicePage(
  s: Subject,
  o: Pick<OpenedPair, 'question' | 'run' | 'seed'>,
  world: World,
  step: number,
  { choice }: WatchedChoice,
): Page {
  const t = partingTexts(s.lang).open;
  const data = { seed: o.seed, run: o.run, step, world, question: o.question.id };
  return {
    blocks: [
      { kind: 'title', text: t.step(o.run, step, t.worlds[world]) },
      ...choiceBlocks(s, choice),
      text(s.texts.why.how),
      ...citation(s),
    ],
    data: { ...documentHead(s), ...data, choices: [choiceData(s, choice)] },
    table: {
      columns: ['option', 'sum', 'probability', 'taken'],
      rows: choice.options.map((x, k) => [
        allActs()[x.kind]?.kind ?? '',
        x.sum,
        x.probability,
        k === choice.chosen,
      ]),
    },
  };
}
