import type { Executor } from '../../ensemble/plan.ts';
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
import { adoptPrepared } from './prepared.ts';
import type { EnsembleView, Services } from './protocol.ts';
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
  return {
    open: (_, files, keep) => open(files, keep),
    adopt: (_, files, prepared) => {
      const adopted = adoptPrepared(files, prepared);
      ready = adopted.ready;
      history = adopted.opened.outcomes.map((o) => o.history);
    },
    course: (_, name) => tellCourse(need(), name),
    day: (_, name, day, observer) => lookAt(need(), name, day, observer),
    why: (_, name, at) => explain(need(), name, at),
    changes: (_, changes) => tellChanges(need(), changes),
    vocabulary: () => actVocabulary(),
    edit: (_, files, edits) => {
      const patched = patchEpisode(files, edits);
      return { files: patched.files, changed: patched.changed, opened: open(patched.files, true) };
    },
    ask: (call, options) =>
      askEnsemble(need(), history, options, {
        ...means,
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
    ties: (_, name) => tieSpells(need(), name),
    about: (_, hash) => aboutEpisode(need(), hash),
  };
}
