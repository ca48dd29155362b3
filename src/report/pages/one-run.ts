import { allActs } from '../../acts/index.ts';
import { isoDay } from '../../episode/index.ts';
import type { CompiledOutcome } from '../../questions/outcomes.ts';
import type { RunTold } from '../../questions/why.ts';
import type { Engine } from '../../run/engine.ts';
import type { Scene } from '../../world/scene.ts';
import { Counter } from '../../world/state.ts';
import { VoteOption } from '../../acts/kinds/vote.ts';
import { actSentence, recordRow } from '../acts.ts';
import { answerJson, answerText, codedAnswer, questionOf } from '../answers.ts';
import { shortDay } from '../dates.ts';
import { heading, type Page, table, text } from '../page.ts';
import { citation, documentHead, type Subject } from '../subject.ts';

/** One run told act by act, from the engine's state at its end. */
export function oneRunPage(
  s: Subject,
  engine: Engine,
  told: RunTold,
  outcomes: readonly CompiledOutcome[],
  values: readonly number[],
  seed: number,
  run: number,
): Page {
  const t = s.texts.one;
  const acts = toldActs(s, engine.scene, told);
  const { meta } = s.episode;
  const example = acts.find((a) => a.step !== null && a.kind !== 'vote')?.step ?? 1;
  return {
    blocks: [
      { kind: 'title', text: t.title(meta.title[s.lang], run, seed) },
      text(`${t.how} ${t.choices(told.choices, told.waits)}`, 2),
      table(
        [{ title: t.step }, { title: t.date }, { title: t.act }],
        ballotsTogether(acts, s).map((l) => [l.step, shortDay(l.time, meta), l.text]),
      ),
      heading(t.end),
      table(
        [{ title: s.texts.outcome }, { title: t.answer }, { title: s.texts.history }],
        outcomes.map((o, k) => [
          questionOf(o, s),
          answerText(o, values[k] ?? Number.NaN, s),
          codedAnswer(o, s) ?? s.texts.unknown,
        ]),
      ),
      text(
        t.why(`plenum why ${s.name} --run ${run} --step ${example}${seed === 1 ? '' : ` --seed ${seed}`}`),
      ),
      ...citation(s),
    ],
    data: {
      ...documentHead(s),
      seed,
      run,
      choices: told.choices,
      waits: told.waits,
      units: { day: 'Gregorian day', step: 'number of the choice, from 1' },
      acts: acts.map((a) => ({
        step: a.step,
        day: isoDay(Math.floor(a.time)),
        kind: a.kind,
        sentence: a.sentence,
      })),
      outcomes: outcomes.map((o, k) => ({
        id: o.id,
        kind: o.kind,
        value: answerJson(o, values[k] ?? Number.NaN, s),
      })),
    },
    table: {
      columns: ['step', 'day', 'kind', 'sentence'],
      rows: acts.map((a) => [a.step, isoDay(Math.floor(a.time)), a.kind, a.sentence]),
    },
  };
}

interface ToldAct {
  readonly step: number | null;
  readonly time: number;
  readonly kind: string;
  readonly who: string;
  readonly option: number;
  readonly answers: number;
  readonly sentence: string;
}

function toldActs(s: Subject, scene: Scene, told: RunTold): readonly ToldAct[] {
  const x = scene.state;
  return Array.from({ length: x.counters[Counter.acts] ?? 0 }, (_, k): ToldAct => {
    const row = recordRow(scene, k);
    return {
      step: told.stepOfAct.get(k) ?? null,
      time: x.actTime[k] ?? Number.NaN,
      kind: allActs()[row.kind]?.kind ?? '',
      who: s.names.actor(row.by[0] ?? -1)?.nom ?? '',
      option: row.option,
      answers: x.actAnswers[k] ?? -1,
      sentence: actSentence(row, s.names),
    };
  });
}

interface TextLine {
  readonly step: string;
  readonly time: number;
  readonly text: string;
}

/** The votes of one ballot in one line: who for, who against, who neither. */
function ballotsTogether(acts: readonly ToldAct[], s: Subject): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (let k = 0; k < acts.length; k++) {
    const act = acts[k];
    if (!act) continue;
    const ballot = act.kind === 'vote' ? acts.slice(k, endOfBallot(acts, k)) : [];
    if (ballot.length < 2) {
      lines.push({ step: act.step === null ? '' : String(act.step), time: act.time, text: act.sentence });
      continue;
    }
    const steps = ballot.flatMap((a) => a.step ?? []);
    const step = steps.length === 0 ? '' : `${Math.min(...steps)}–${Math.max(...steps)}`;
    lines.push({ step, time: act.time, text: ballotText(ballot, s) });
    k += ballot.length - 1;
  }
  return lines;
}

function endOfBallot(acts: readonly ToldAct[], from: number): number {
  let to = from;
  while (
    acts[to]?.kind === 'vote' &&
    acts[to]?.answers === acts[from]?.answers &&
    acts[to]?.time === acts[from]?.time
  )
    to++;
  return to;
}

function ballotText(ballot: readonly ToldAct[], s: Subject): string {
  const parts = [VoteOption.yes, VoteOption.no, VoteOption.abstain].map((option, k) => {
    const who = ballot.filter((a) => a.option === option).map((a) => a.who);
    return `${s.texts.one.votes[k]}: ${who.length === 0 ? s.texts.nobody : who.join(', ')}`;
  });
  return `${parts.join('; ')}.`;
}
