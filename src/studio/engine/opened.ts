import { type EpisodeInput, type Loaded, loadEpisode } from '../../episode/index.ts';
import type { Episode } from '../../episode/types.ts';
import type { Words } from '../../episode/types.ts';
import { type Replayed, replayEpisode } from '../../questions/history.ts';
import { type CompiledOutcome, compileOutcomes } from '../../questions/outcomes.ts';
import { answerText } from '../../report/answers.ts';
import { type Subject, subjectOf } from '../../report/subject.ts';
import { version } from '../../version.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { World } from '../../world/world.ts';
import { filming } from './frames.ts';
import { problemView } from './problem-view.ts';
import type { Frames, Opened, OutcomeView, StudioFile } from './protocol.ts';

/** An episode made ready for questions: what the services share until its files change. */
export interface Ready {
  readonly files: readonly StudioFile[];
  readonly episode: Episode;
  readonly world: World;
  readonly outcomes: readonly CompiledOutcome[];
  readonly subjects: { readonly en: Subject; readonly ru: Subject };
  /** The record replayed, once for all who ask, and the states of its days. */
  readonly past: { readonly replayed: Replayed; readonly frames: Frames };
  /** Reads further questions against the episode. */
  readonly readMore: NonNullable<Loaded['readMore']>;
}

/** The same thing said in both languages. */
export const both = (ready: Pick<Ready, 'subjects'>, say: (s: Subject) => string): Words => ({
  en: say(ready.subjects.en),
  ru: say(ready.subjects.ru),
});

export interface Opening {
  readonly opened: Opened;
  /** Absent where errors forbid running. */
  readonly ready?: Ready;
  /** There with `ready`. */
  readonly input?: EpisodeInput | undefined;
}

/** Reads and checks an episode's files; the replayed record's answers come along where it can be run. */
export function openFiles(files: readonly StudioFile[]): Opening {
  const loaded = loadEpisode(files);
  const problems = loaded.problems.map(problemView);
  const { episode, readMore, input } = loaded;
  if (!episode || !readMore || !loaded.ok) {
    const shown = episode === undefined ? {} : { episode };
    return { opened: { ok: false, problems, outcomes: [], version, ...shown } };
  }
  const ready = makeReady(files, episode, readMore);
  return { opened: { ok: true, problems, episode, outcomes: outcomesOf(ready), version }, ready, input };
}

/** The record is replayed when somebody first asks about it. */
export function makeReady(
  files: readonly StudioFile[],
  episode: Episode,
  readMore: Ready['readMore'],
): Ready {
  const world = compileWorld(episode);
  let past: Ready['past'] | undefined;
  return {
    files,
    episode,
    world,
    readMore,
    get past() {
      past ??= replayFilmed(episode);
      return past;
    },
    outcomes: compileOutcomes(episode, world),
    subjects: { en: subjectOf(episode, '', '', '', 'en'), ru: subjectOf(episode, '', '', '', 'ru') },
  };
}

/** Days without acts look like the day before; pressures that fade are seen at the next act. */
function replayFilmed(episode: Episode): Ready['past'] {
  const film = filming();
  const { starts, ends } = episode.meta;
  let day = starts;
  const replayed = replayEpisode(episode, undefined, (engine, seen) => {
    day = Math.max(day, seen ? Math.floor(seen.act.time) : starts);
    film.take(engine.scene, day);
  });
  film.take(replayed.engine.scene, ends);
  return { replayed, frames: film.frames() };
}

function outcomesOf(ready: Ready): readonly OutcomeView[] {
  const { replayed } = ready.past;
  return ready.outcomes.map((o, k) => {
    const history = replayed.outcomes[k] ?? Number.NaN;
    return {
      id: o.id,
      kind: o.kind,
      ask: o.source.ask,
      history,
      historyText: both(ready, (s) => answerText(o, history, s)),
    };
  });
}
