import { allActs } from '../../acts/index.ts';
import { isoDay } from '../../episode/index.ts';
import type { CompiledOutcome } from '../../questions/outcomes.ts';
import type { RunTold } from '../../questions/why.ts';
import type { Engine } from '../../run/engine.ts';
import { Counter } from '../../world/state.ts';
import { actSentence, recordRow } from '../acts.ts';
import { answerJson, answerText, codedAnswer, questionOf } from '../answers.ts';
import { shortDay } from '../dates.ts';
import { heading, type Page, table, text } from '../page.ts';
import { citation, documentHead, type Subject } from '../subject.ts';
import { nameIn } from './run.ts';

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
  const x = engine.scene.state;
  const acts = Array.from({ length: x.counters[Counter.acts] ?? 0 }, (_, k) => {
    const row = recordRow(x, k);
    const step = told.stepOfAct.get(k);
    return {
      step: step ?? null,
      time: x.actTime[k] ?? Number.NaN,
      kind: allActs()[row.kind]?.kind ?? '',
      sentence: actSentence(row, s.names),
    };
  });
  const { meta } = s.episode;
  const example = acts.find((a) => a.step !== null && a.kind !== 'vote')?.step ?? 1;
  return {
    blocks: [
      { kind: 'title', text: t.title(meta.title[s.lang], run, seed) },
      text(`${t.how} ${t.choices(told.choices, told.waits)}`, 2),
      table(
        [{ title: t.step, align: 'right' }, { title: t.date }, { title: t.act }],
        acts.map((a) => [a.step === null ? '' : String(a.step), shortDay(a.time, meta), a.sentence]),
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
        t.why(`plenum why ${nameIn(s)} --run ${run} --step ${example}${seed === 1 ? '' : ` --seed ${seed}`}`),
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
