import { ruleText } from '../acts/rules.ts';
import type { EnsembleResult } from '../ensemble/plan.ts';
import { isoDay, type Question } from '../episode/index.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import { quantiles } from '../questions/statistics.ts';
import type { Effect } from '../questions/summarise.ts';
import { estimateJson, questionOf } from './answers.ts';
import { isClear } from './estimates.ts';
import { type Past, pastJson, tooThin } from './from-history.ts';
import { interventionTexts } from './interventions.ts';
import type { Page } from './page.ts';
import { documentHead, type Subject } from './subject.ts';

export interface Asked {
  readonly question: Question;
  readonly result: EnsembleResult;
  readonly outcomes: readonly CompiledOutcome[];
  readonly effects: readonly Effect[];
  /** The question starts from history, but was asked of free runs. */
  readonly freed: boolean;
  /** From history: up to when, and how far the record was reproduced. */
  readonly past?: Past | undefined;
}

/** The answer for programs. */
export function askData(s: Subject, a: Asked): Page['data'] {
  const days = a.result.parted.filter((d) => !Number.isNaN(d));
  const [middle] = quantiles(days, [0.5]);
  return {
    ...documentHead(s),
    seed: a.result.seed,
    runs: a.result.runs,
    fingerprint: a.result.fingerprint,
    question: {
      id: a.question.id,
      ask: a.question.ask[s.lang],
      changes: [...interventionTexts(a.question.interventions, s)],
      ofFreeRuns: a.freed,
    },
    fromHistory: a.past === undefined ? null : pastJson(a.past, a.result),
    units: {
      shares: '0 to 1, of the runs',
      interval: '95 %, paired for differences',
      days: 'days later with the change',
    },
    effects: a.effects.map((e, k): Page['data'] => {
      const o = a.outcomes[k];
      return {
        id: e.id,
        kind: e.kind,
        ask: o ? questionOf(o, s) : e.id,
        without: estimateJson(e.without),
        with: estimateJson(e.with),
        difference: estimateJson(e.difference),
        clear: isClear(e.difference) && !tooThin(a.past, a.result),
        flows: {
          both: e.flows.both,
          onlyWith: e.flows.gained,
          onlyWithout: e.flows.lost,
          neither: e.flows.neither,
        },
        days: e.days === undefined ? null : estimateJson(e.days),
      };
    }),
    pairsThatDiffer: days.length,
    medianDayOfParting: middle === undefined || Number.isNaN(middle) ? null : isoDay(Math.floor(middle)),
    forced: {
      carriedOut: a.result.forced.carriedOut,
      refused: a.result.forced.refused,
      rules: a.result.forced.rules.map(([rule, times]) => ({ rule: ruleText(rule, s.lang), times })),
    },
    failed: a.result.failed.map((f) => ({ run: f.run, seed: f.seed, step: f.step, message: f.message })),
  };
}
