import type { Digest } from '../../ensemble/digest.ts';
import type { CompiledOutcome } from '../../questions/outcomes.ts';
import type { Effect } from '../../questions/summarise.ts';
import { questionOf } from '../answers.ts';
import { type Asked, askData } from '../asked.ts';
import { causationBlocks } from '../causation.ts';
import { clearest, differenceText, effectSentence, estimateText, flowTexts } from '../effects.ts';
import { isClear } from '../estimates.ts';
import { forcedTexts } from '../forced.ts';
import { interventionTexts } from '../interventions.ts';
import { pastTexts, thinText, tooThin } from '../from-history.ts';
import { type Block, heading, list, type Page, table, text } from '../page.ts';
import { partingBlocks } from '../parting.ts';
import { assumptions, citation, introduction, nextSteps, type Subject } from '../subject.ts';

const right = { align: 'right' } as const;

/** The answer to a "what if". */
export function askPage(s: Subject, a: Asked): Page {
  const t = s.texts.ask;
  const best = clearest(a.effects);
  const bestOutcome = a.outcomes[best];
  const bestEffect = a.effects[best];
  const clear = a.effects.filter((e) => isClear(e.difference)).length;
  const thin = tooThin(a.past);
  const short =
    a.past && thin
      ? thinText(s, a.past)
      : [
          t.clear(clear, a.effects.length),
          ...(bestOutcome && bestEffect ? [t.shortOf(effectSentence(bestOutcome, bestEffect, s))] : []),
        ].join(' ');
  return {
    blocks: [
      ...introduction(s),
      { kind: 'title', text: a.question.ask[s.lang] },
      text(short),
      heading(t.table),
      table(
        [
          { title: s.texts.outcome },
          { title: t.without, ...right },
          { title: t.with, ...right },
          { title: t.difference, ...right },
          { title: t.onlyWith, ...right, min: 7 },
          { title: t.onlyWithout, ...right, min: 7 },
        ],
        a.effects.map((e, k) => effectRow(a.outcomes[k], e, s, thin)),
      ),
      text(t.units),
      ...(thin ? [] : [...sentences(a, s), ...causationBlocks(s, a.outcomes, a.effects)]),
      ...partingBlocks(s, a.result, a.pairs, a.outcomes),
      ...(a.past ? [heading(s.texts.past.heading), list(pastTexts(s, a.past))] : []),
      heading(t.change),
      list([...interventionTexts(a.question.interventions, s), ...(a.freed ? [t.free] : [])]),
      heading(s.texts.assumed),
      list([
        ...forcedTexts(s, a.result, a.question.interventions),
        ...failedTexts(s, a.result),
        ...assumptions(s),
        ...(a.question.note === undefined ? [] : [`${t.note}: ${a.question.note}`]),
      ]),
      ...citation(s, a.result.seed, a.result.runs),
      ...nextSteps(s, followUps(s, a)),
    ],
    data: askData(s, a),
    table: {
      columns: [
        'outcome',
        'kind',
        'without',
        'without_low',
        'without_high',
        'with',
        'with_low',
        'with_high',
        'difference',
        'low',
        'high',
        'pairs',
        'both',
        'only_with',
        'only_without',
        'neither',
      ],
      rows: a.effects.map((e) => [
        e.id,
        e.kind,
        e.without.value,
        e.without.low,
        e.without.high,
        e.with.value,
        e.with.low,
        e.with.high,
        e.difference.value,
        e.difference.low,
        e.difference.high,
        e.difference.runs,
        e.flows.both,
        e.flows.gained,
        e.flows.lost,
        e.flows.neither,
      ]),
    },
  };
}

/** The answer in words, an outcome each. */
const sentences = (a: Asked, s: Subject): readonly Block[] => [
  heading(s.texts.ask.sentences),
  list(
    a.effects.flatMap((e, k) => {
      const o = a.outcomes[k];
      return o ? [effectSentence(o, e, s)] : [];
    }),
  ),
];

function effectRow(o: CompiledOutcome | undefined, e: Effect, s: Subject, thin: boolean): readonly string[] {
  if (!o) return [e.id, '', '', '', '', ''];
  return [
    questionOf(o, s),
    estimateText(o, e.without, s),
    estimateText(o, e.with, s),
    thin ? s.texts.ask.cannotTell : differenceText(o, e, s),
    ...flowTexts(o, e, s),
  ];
}

const failedTexts = (s: Subject, r: Digest): readonly string[] =>
  r.failed.count === r.forced.refused ? [] : [s.texts.ask.failed(r.failed.count - r.forced.refused)];

function followUps(s: Subject, a: Asked): readonly string[] {
  const name = s.name;
  const other = s.episode.questions.find((q) => q.id !== a.question.id)?.id;
  return [
    ...(other === undefined ? [] : [`plenum ask ${name} ${other}`]),
    `plenum run ${name} --runs ${a.result.runs}`,
    `plenum replay ${name}`,
  ];
}
