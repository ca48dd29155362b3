import type { Digest } from '../ensemble/digest.ts';
import type { NotablePairs } from '../ensemble/pairs.ts';
import type { Question } from '../episode/index.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Effect } from '../questions/summarise.ts';
import { estimateJson, questionOf } from './answers.ts';
import { causationJson } from './causation.ts';
import { isClear } from './estimates.ts';
import { type Past, pastJson, tooThin } from './from-history.ts';
import { forcedJson } from './forced.ts';
import { interventionTexts } from './interventions.ts';
import type { Page } from './page.ts';
import { partingJson } from './parting.ts';
import { documentHead, type Subject } from './subject.ts';

export interface Asked {
  readonly question: Question;
  readonly result: Digest;
  readonly outcomes: readonly CompiledOutcome[];
  readonly effects: readonly Effect[];
  /** The typical pair and the oddest one; undefined if none differ. */
  readonly pairs: NotablePairs | undefined;
  /** The question starts from history, but was asked of free runs. */
  readonly freed: boolean;
  /** From history: up to when, and how far the record was reproduced. */
  readonly past?: Past | undefined;
}

/** The answer for programs. */
export function askData(s: Subject, a: Asked): Page['data'] {
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
    fromHistory: a.past === undefined ? null : pastJson(a.past),
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
        clear: isClear(e.difference) && !tooThin(a.past),
        flows: {
          both: e.flows.both,
          onlyWith: e.flows.gained,
          onlyWithout: e.flows.lost,
          neither: e.flows.neither,
        },
        causation: tooThin(a.past) ? null : causationJson(e),
        days: e.days === undefined ? null : estimateJson(e.days),
      };
    }),
    parting: partingJson(s, a.result, a.pairs, a.outcomes),
    forced: forcedJson(s, a.result.forced),
    failedRuns: a.result.failed.count,
    failed: a.result.failed.first.map((f) => ({
      run: f.run,
      seed: f.seed,
      step: f.step,
      message: f.message,
    })),
  };
}
