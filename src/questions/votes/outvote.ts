import { shown } from '../../acts/demands.ts';
import type { Scene } from '../../world/scene.ts';
import { type BlocReach, blocReach } from '../statistics/outvoting.ts';
import { ruleFor } from './held.ts';

/** Who leans which way on one alternative to the line. */
export interface Leaning {
  readonly for: readonly number[];
  readonly against: readonly number[];
  /** Nearer to neither by `nearer` points. */
  readonly undecided: readonly number[];
  /** Votes of the three. */
  readonly votes: readonly [forIt: number, against: number, undecided: number];
  readonly reach: BlocReach;
}

/** Could an alternative have been carried against the line on a day? */
export interface Alternative {
  readonly issue: number;
  readonly body: number;
  readonly line: number;
  /** A named point of the scale, 0–100. */
  readonly point: number;
  /** As they privately stand. */
  readonly privately: Leaning;
  /** As they show themselves, or are publicly taken to stand. */
  readonly publicly: Leaning;
}

/** Who is nearer to one of two points by less than this is undecided. */
export const nearer = 5;

/**
 * The next named point on either side of each line in force, and who would have outvoted whom if everybody voted for what is nearer to him. The
 * undecided are counted apart. Bodies of more than 400 votes are left out.
 */
export function alternatives(s: Scene): readonly Alternative[] {
  const { world: w, state: x } = s;
  const found: Alternative[] = [];
  for (let issue = 0; issue < w.issues; issue++) {
    const body = w.issueBody[issue] ?? -1;
    const line = x.line[body * w.issues + issue] ?? Number.NaN;
    if (body < 0 || !x.convened[body] || Number.isNaN(line)) continue;
    const voters = votersOf(s, body);
    const votes = voters.reduce((sum, p) => sum + (w.size[p] ?? 1), 0);
    if (voters.length === 0 || votes > 400) continue;
    for (const point of beside(w.points[issue] ?? [], line)) {
      const cell = (p: number): number => p * w.issues + issue;
      const lean = (stand: (p: number) => number): Leaning => leaning(s, voters, body, line, point, stand);
      found.push({
        issue,
        body,
        line,
        point,
        privately: lean((p) => x.work[cell(p)] ?? Number.NaN),
        publicly: lean((p) => shown(s, p, issue)),
      });
    }
  }
  return found;
}

/** The next named points below and above a line. */
function beside(points: ArrayLike<number>, line: number): readonly number[] {
  const sorted = Array.from(points).sort((a, b) => a - b);
  const below = sorted.filter((p) => p < line - nearer).at(-1);
  const above = sorted.find((p) => p > line + nearer);
  return [below, above].filter((p) => p !== undefined);
}

/** Members with a vote, in the order of their seats. */
function votersOf(s: Scene, body: number): readonly number[] {
  const { world: w, state: x } = s;
  const members = Array.from(
    x.memberList.subarray(body * w.bodyCapacity, body * w.bodyCapacity + (x.memberCount[body] ?? 0)),
  );
  return members.filter((p) => x.seat[body * w.people + p] === 1);
}

function leaning(
  s: Scene,
  voters: readonly number[],
  body: number,
  line: number,
  point: number,
  stand: (person: number) => number,
): Leaning {
  const pull = (p: number): number => {
    const at = stand(p);
    return Number.isNaN(at) ? 0 : Math.abs(at - line) - Math.abs(at - point);
  };
  const size = (list: readonly number[]): readonly number[] =>
    list.map((p) => Math.max(1, Math.round(s.world.size[p] ?? 1)));
  const yes = voters.filter((p) => pull(p) >= nearer);
  const no = voters.filter((p) => pull(p) <= -nearer);
  const undecided = voters.filter((p) => Math.abs(pull(p)) < nearer);
  const sum = (list: readonly number[]): number => size(list).reduce((total, n) => total + n, 0);
  const rule = ruleFor(s, body, 0, sum(voters));
  const reach = blocReach({ bloc: size(yes), opposed: size(no), undecided: size(undecided), rule });
  return { for: yes, against: no, undecided, votes: [sum(yes), sum(no), sum(undecided)], reach };
}
