import { allActs } from '../../acts/index.ts';
import { ruleText } from '../../acts/rules.ts';
import type { Words } from '../../episode/types.ts';
import type { Replayed } from '../../questions/history.ts';
import { actSentence, historicalSentence, recordRow } from '../../report/acts.ts';
import { dayText } from '../../report/dates.ts';
import { isScored, optionText } from '../../report/replay-lines.ts';
import type { Subject } from '../../report/subject.ts';
import { kindName } from '../../report/texts/kinds.ts';
import type { ReplayedAct } from '../../run/history/replay.ts';
import { actorId } from '../../world/actor-id.ts';
import type { Scene } from '../../world/scene.ts';
import { Counter } from '../../world/state.ts';
import { both, type Ready } from './opened.ts';
import type { ActView } from './protocol.ts';

const known = (ids: readonly (string | undefined)[]): readonly string[] =>
  ids.filter((id) => id !== undefined);

const dateOf = (ready: Ready, time: number): Words =>
  both(ready, (s) => dayText(Math.floor(time), s.episode.meta, s.lang));

const kindOf = (kind: string): Words => ({ en: kindName(kind, 'en'), ru: kindName(kind, 'ru') });

/** The acts of a run, from the state at its end. `stepOf` has the choice that led to an act. */
export function runActs(ready: Ready, scene: Scene, stepOf: ReadonlyMap<number, number>): readonly ActView[] {
  const x = scene.state;
  const w = scene.world;
  return Array.from({ length: x.counters[Counter.acts] ?? 0 }, (_, k): ActView => {
    const row = recordRow(scene, k);
    const kind = allActs()[row.kind];
    const time = x.actTime[k] ?? Number.NaN;
    return {
      index: k,
      time,
      earliest: Math.floor(time),
      latest: Math.floor(time),
      date: dateOf(ready, time),
      kind: kind?.kind ?? '',
      kindName: kindOf(kind?.kind ?? ''),
      by: known(row.by.map((code) => actorId(w, code))),
      to: known(row.to.map((code) => actorId(w, code))),
      body: w.bodyId[row.body],
      issue: w.issueId[row.issue],
      option: kind?.options?.[row.option],
      value: row.value,
      sentence: both(ready, (s) => actSentence(row, s.names)),
      step: stepOf.get(k),
    };
  });
}

/** The acts of the record, one entry an act, with what the model thought of them. */
export function recordActs(ready: Ready, replayed: Replayed): readonly ActView[] {
  const groups = new Map<string, ReplayedAct[]>();
  for (const a of replayed.acts) groups.set(a.act.id, [...(groups.get(a.act.id) ?? []), a]);
  return [...groups.values()].map((shares, index) => recordAct(ready, shares, index));
}

function recordAct(ready: Ready, shares: readonly ReplayedAct[], index: number): ActView {
  const [first] = shares;
  if (!first) throw new Error('an act without shares');
  const { act } = first;
  const { source } = act;
  const scored = shares.filter(isScored);
  const least = scored.reduce<ReplayedAct | undefined>((a, b) => (a && a.bits >= b.bits ? a : b), undefined);
  const named = (s: Subject): string =>
    first.seen === 'chosen'
      ? ''
      : `${s.texts.seen[first.seen]}${first.rule === 0 ? '' : `: ${ruleText(first.rule, s.lang)}`}`;
  return {
    index,
    id: act.id,
    time: act.time,
    earliest: source.date.earliest,
    latest: source.date.latest,
    date: dateOf(ready, act.time),
    kind: source.kind,
    kindName: kindOf(source.kind),
    by: source.by,
    to: source.to,
    body: source.in,
    issue: source.issue,
    option: source.option,
    value: act.value,
    sentence: both(ready, (s) => historicalSentence(act, s.names)),
    seen: first.seen,
    seenText: both(ready, named),
    probability: least?.probability,
    bits: scored.length === 0 ? undefined : scored.reduce((sum, a) => sum + a.bits, 0),
    instead: least ? likelier(ready, least) : [],
    claim: source.claimId,
  };
}

/** What the model thought likelier than what happened, the likeliest first; at most four. */
function likelier(ready: Ready, a: ReplayedAct): ActView['instead'] {
  return a.options
    .filter((o) => o.probability > a.probability)
    .slice(0, 4)
    .map((o) => ({ text: both(ready, (s) => optionText(s, a.person, o)), probability: o.probability }));
}
