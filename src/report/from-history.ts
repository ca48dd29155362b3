import type { GivenCounts } from '../ensemble/plan.ts';
import { isoDay } from '../episode/index.ts';
import type { Inferred } from '../questions/abduction/infer.ts';
import { canTell, effectiveFloor } from '../questions/abduction/intervals.ts';
import { dayText } from './dates.ts';
import { formatNumber } from './numbers.ts';
import type { Json } from './page.ts';
import type { Subject } from './subject.ts';

/** What an answer from history has to say besides the answer. */
export interface Past {
  /** Last day given. */
  readonly until: number;
  /** By step of the record given: the act's id, and whether it is an act of its own (joint ones have several steps). */
  readonly steps: readonly string[];
  /** Runs without the change that answer all the outcomes asked as history did. */
  readonly reproduced: number;
  /** How well the particles stand for what is known. */
  readonly inferred: Inferred;
  /** How the acts given came about, over all runs. */
  readonly given: GivenCounts | undefined;
  readonly runs: number;
  /** Are the runs pairs of twins? */
  readonly twins: boolean;
}

/** Is the luck inferred too thin to tell anything? False for free runs. */
export const tooThin = (past: Past | undefined): boolean =>
  past !== undefined && !canTell(past.inferred.effective);

/** "Cannot tell", and why. */
export const thinText = (s: Subject, { inferred }: Past): string =>
  s.texts.past.thin(
    formatNumber(inferred.effective, s.lang, 1),
    formatNumber(effectiveFloor, s.lang),
    formatNumber(inferred.particles.length, s.lang),
  );

export function pastTexts(s: Subject, past: Past): readonly string[] {
  const t = s.texts.past;
  const i = past.inferred;
  const one = (v: number, digits = 0): string => formatNumber(v, s.lang, digits);
  const day = (d: number): string => dayText(d, s.episode.meta, s.lang);
  const imposed = imposedActs(past);
  const acts = new Set(past.steps).size;
  return [
    t.given(one(acts), acts, day(past.until), day(past.until + 1)),
    t.luck(one(i.particles.length), one(i.effective, 1), one(effectiveFloor)),
    t.moves(one(i.resamplings), one(i.accepted), one(i.proposed), one(i.ancestors, 1)),
    imposed.length === 0
      ? t.nothingImposed
      : t.imposed(
          one(imposed.length),
          imposed.length,
          named(
            imposed.map((a) => a.id),
            t.more,
          ),
        ),
    t.reproduced(one(past.reproduced), one(past.runs)),
    ...(past.twins ? [t.fresh(one(perRun(past, past.given?.fresh), 1))] : []),
  ];
}

const perRun = (past: Pick<Past, 'runs'>, n = 0): number => n / Math.max(1, past.runs);

const shown = 8;

const named = (ids: readonly string[], more: (n: number) => string): string =>
  ids.length <= shown ? ids.join(', ') : `${ids.slice(0, shown).join(', ')} ${more(ids.length - shown)}`;

/** Acts imposed in at least half of the runs, in the order of the record, with the share of runs. */
export function imposedActs(
  past: Pick<Past, 'given' | 'steps' | 'runs'>,
): readonly { readonly id: string; readonly share: number }[] {
  const most = new Map<string, number>();
  past.given?.imposed.forEach((n, k) => {
    const id = past.steps[k] ?? '';
    most.set(id, Math.max(most.get(id) ?? 0, perRun(past, n)));
  });
  return [...most].filter(([, share]) => share >= 0.5).map(([id, share]) => ({ id, share }));
}

/** The same for programs. */
export function pastJson(past: Past): Json {
  const i = past.inferred;
  return {
    until: isoDay(past.until),
    leavesHistory: isoDay(past.until + 1),
    acts: new Set(past.steps).size,
    particles: i.particles.length,
    effectiveSampleSize: i.effective,
    floor: effectiveFloor,
    cannotTell: tooThin(past),
    ancestors: i.ancestors,
    smallestBeforeResampling: i.smallest,
    resamplings: i.resamplings,
    movesAccepted: i.accepted,
    movesProposed: i.proposed,
    logEvidence: i.evidence,
    imposed: imposedActs(past).map((a) => ({ act: a.id, shareOfRuns: a.share })),
    answersAsHistory: { runs: past.reproduced, of: past.runs },
    freshActsPerTwin: past.twins ? perRun(past, past.given?.fresh) : null,
    occasionsConditionedPerRun: perRun(past, past.given?.conditioned),
  };
}
