import type { Episode } from '../../episode/types.ts';
import { type Dispute, distanceOf, reckon, rivals } from '../../rivals/reckoning.ts';
import { powerOf } from '../../rivals/power.ts';
import type { Actor } from '../../rivals/actor.ts';
import type { Scene } from '../../world/scene.ts';
import { engineAt } from './course.ts';
import type { Ready } from './opened.ts';
import type { BodyPowerView, RivalsView } from './protocol.ts';
import { ruleShown, votesNeeded } from './rules.ts';

const history = { kind: 'history' } as const;

/** What the classic models make of every issue at the end of a day of history (the day before the first: at the start), and how far that is from the line adopted in the end. */
export function tellRivals(ready: Ready, day: number): RivalsView {
  const { episode: e, world: w } = ready;
  const { scene } = engineAt(ready, history, day);
  const end = engineAt(ready, history, w.ends).scene;
  const seen = e.issues.map((_, i) => disputeOf(e, scene, i));
  const reckoned = reckon(seen.map((s) => s.dispute));
  const issues = reckoned.map((r, i) => {
    const body = w.issueBody[i] ?? 0;
    const { unknown } = seen[i]!;
    const adopted = end.state.line[body * w.issues + i] ?? Number.NaN;
    const voted = e.record.some(
      (a) =>
        a.kind === 'resolution' && a.issue === r.issue && a.in === w.bodyId[body] && a.mode === 'occurred',
    );
    return { ...r, body: w.bodyId[body] ?? '', adopted, voted, unknown };
  });
  const adopted = issues.map((i) => i.adopted);
  return {
    day,
    issues,
    scores: rivals.map((model) => ({
      model,
      ...distanceOf(
        issues.map((i) => i.values[model]),
        adopted,
      ),
    })),
    bodies: e.bodies.flatMap((_, b) => powerIn(scene, b) ?? []),
  };
}

/** Those who vote in the deciding body and whose position is coded; `unknown` has the others. */
function disputeOf(
  e: Episode,
  { world: w, state: x }: Scene,
  i: number,
): { readonly dispute: Dispute; readonly unknown: readonly string[] } {
  const body = w.issueBody[i] ?? 0;
  const issue = w.issueId[i] ?? '';
  const coded = new Set(e.positions.filter((p) => p.issue === issue).map((p) => p.person));
  const voting = Array.from({ length: w.people }, (_, p) => p).filter(
    (p) => x.seat[body * w.people + p] === 1,
  );
  const actors = voting
    .filter((p) => coded.has(w.personId[p] ?? ''))
    .map((p): Actor => {
      const votes = Math.max(1, Math.round(w.size[p] ?? 1));
      return {
        id: w.personId[p] ?? '',
        position: x.work[p * w.issues + i] ?? Number.NaN,
        salience: x.workSalience[p * w.issues + i] ?? 0,
        capability: votes * (x.authority[p] ?? 0),
        votes,
      };
    });
  const unknown = voting.flatMap((p) => {
    const id = w.personId[p] ?? '';
    return coded.has(id) ? [] : [id];
  });
  return { dispute: { issue, actors, line: x.line[body * w.issues + i] ?? Number.NaN }, unknown };
}

/** Voting power in a body in which somebody sits, if all come and vote; undefined where nobody does. */
function powerIn({ world: w, state: x }: Scene, b: number): BodyPowerView | undefined {
  const people = Array.from({ length: w.people }, (_, p) => p).filter((p) => x.seat[b * w.people + p] === 1);
  const rule = w.rule[b];
  if (people.length === 0 || !rule) return undefined;
  const votes = people.map((p) => Math.max(1, Math.round(w.size[p] ?? 1)));
  const total = votes.reduce((sum, v) => sum + v, 0);
  const quota = Math.max(1, votesNeeded(rule, total, total, Math.max(total, w.bodySeats[b] ?? 0)));
  const power = powerOf(votes, quota);
  return {
    body: w.bodyId[b] ?? '',
    rule: ruleShown(rule),
    quota,
    total,
    members: people.map((p, k) => ({
      id: w.personId[p] ?? '',
      votes: votes[k] ?? 1,
      banzhaf: power[k]?.banzhaf ?? 0,
      absolute: power[k]?.absolute ?? 0,
      shapley: power[k]?.shapley ?? 0,
    })),
  };
}
