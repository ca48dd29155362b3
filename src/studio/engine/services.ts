import type { Executor } from '../../ensemble/plan.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { newEpisode, patchEpisode } from '../../episode/index.ts';
import { aboutEpisode } from './about.ts';
import { agreementOf } from './agreement.ts';
import { askEnsemble } from './ask.ts';
import { tellChanges } from './changes.ts';
import { claimText, editsOf, tryEdits } from './claims.ts';
import { compareWith } from './compare.ts';
import { tellCourse } from './course.ts';
import { lookAt } from './day.ts';
import { hangingSizes, tellHanging } from './hanging.ts';
import { tellLines } from './lines.ts';
import { miniature } from './miniature.ts';
import { openFiles, type Ready } from './opened.ts';
import { type Infer, keepingPasts } from './pasts.ts';
import { adoptPrepared } from './prepared.ts';
import type { CourseName, EnsembleView, Services } from './protocol.ts';
import { queued } from './queue.ts';
import { explain } from './reasons.ts';
import { tellRivals } from './rivals.ts';
import { tellUntil } from './until.ts';
import { actVocabulary } from './vocabulary.ts';
import { recode } from './recode.ts';
import { changeTerm } from './terms.ts';
import { tieSpells } from './ties.ts';

export interface Means {
  readonly executor: Executor;
  readonly workers: number;
  /** Milliseconds, for telling how long something took. */
  readonly clock: () => number;
  /** Where the luck of history is inferred; in this thread where it is left out. */
  readonly infer?: Infer | undefined;
}

/** What every call gets beside its arguments. */
export interface Call {
  readonly signal: AbortSignal;
  readonly onPartial: (value: unknown) => void;
}

type Serving = {
  readonly [K in keyof Services]: (
    call: Call,
    ...args: Parameters<Services[K]>
  ) => ReturnType<Services[K]> | Promise<ReturnType<Services[K]>>;
};

/** Everything the page can ask, on one opened episode at a time. */
export function serving(given: Means): Serving {
  const means: Means = { ...given, executor: queued(given.executor) };
  const pasts = keepingPasts(given.infer);
  let ready: Ready | undefined;
  let history: readonly number[] = [];
  const need = (): Ready => {
    if (!ready) throw new RangeError('no episode is open, or it has errors: mend them first');
    return ready;
  };
  const open: Services['open'] = (files, keep = false) => {
    const opening = openFiles(files);
    // Texts that an edit broke are told of; what is asked meanwhile is asked of the last sound ones.
    if (opening.ready || !keep) {
      ready = opening.ready;
      history = opening.opened.outcomes.map((o) => o.history);
    }
    return opening.opened;
  };
  /** A run from history is built again from the luck inferred: that is at hand where its ensemble has been run, else it is waited for. */
  const withLuck = <T>(call: Call, name: CourseName, tell: (inferred?: Inferred) => T): T | Promise<T> =>
    name.kind === 'history' || name.until === undefined
      ? tell()
      : pasts.of(need(), name.seed, name.until, call.signal).then(tell);
  return {
    open: (_, files, keep) => open(files, keep),
    adopt: (_, files, prepared) => {
      const adopted = adoptPrepared(files, prepared);
      ready = adopted.ready;
      history = adopted.opened.outcomes.map((o) => o.history);
    },
    course: (call, name) => withLuck(call, name, (luck) => tellCourse(need(), name, luck)),
    day: (call, name, day, observer) =>
      withLuck(call, name, (luck) => lookAt(need(), name, day, observer, luck)),
    why: (call, name, at) => withLuck(call, name, (luck) => explain(need(), name, at, luck)),
    changes: (_, changes) => tellChanges(need(), changes),
    vocabulary: () => actVocabulary(),
    edit: (_, files, edits) => {
      const patched = patchEpisode(files, edits);
      return { files: patched.files, changed: patched.changed, opened: open(patched.files, true) };
    },
    ask: (call, options) =>
      askEnsemble(need(), history, options, {
        ...means,
        pasts,
        signal: call.signal,
        onPartial: (view: EnsembleView) => call.onPartial(view),
      }),
    rivals: (_, day) => tellRivals(need(), day),
    lines: (call, options) => tellLines(need(), options, means, call),
    hangsOn: (call, options) => tellHanging(need(), options, means, call),
    hangsOnSizes: () => hangingSizes(need()),
    untilWhen: (call, options) => tellUntil(need(), options, means, call),
    claimText: (_, claim) => claimText(need(), claim),
    claimEdits: (_, claim, text) => editsOf(need(), claim, text),
    tryEdits: (_, edits) => tryEdits(need(), edits),
    agreement: () => agreementOf(need().episode),
    compare: (_, files) => compareWith(need().episode, files),
    miniature: (_, files) => miniature(files),
    template: (_, id) => newEpisode(id),
    recode: (_, claim, to, note) => recode(need(), claim, to, note),
    reterm: (_, term, change) => changeTerm(need(), term, change),
    ties: (call, name) => withLuck(call, name, (luck) => tieSpells(need(), name, luck)),
    about: (_, hash) => aboutEpisode(need(), hash),
  };
}
