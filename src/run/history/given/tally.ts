import { uniformAt } from '../../../chance/draws.ts';
import { mixKey } from '../../../chance/keys.ts';
import { PURPOSE } from '../../../chance/purposes.ts';
import type { Luck } from '../../../choice/choose.ts';
import { neither, no, type Roll, voteOf, yes } from './votes.ts';

/** Largest number of votes for which names are drawn from the exact law of the count. */
const mostExact = 40;
/** Tries at drawing votes that come to the recorded outcome in larger assemblies. */
const tries = 400;

/** Does a count of votes for and against agree with the record? */
export type Agrees = (yes: number, no: number) => boolean;

/**
 * Draws the votes left open (`fixed` −1) given a count: names given a tally, as a conditional Bernoulli scheme with three outcomes, by
 * the law of the count (Poisson-binomial, abstentions included) and backwards from it. Returns the probability of the count, 0 if it
 * cannot come about; then votes are left as chance alone gives them. NaN: the assembly is too large for the law, and the votes were
 * found by trying.
 */
export function drawNames(luck: Luck, r: Roll, agrees: Agrees): number {
  let votes = 0;
  for (let at = 0; at < r.n; at++) votes += r.weight[at];
  return votes <= mostExact ? drawExactly(luck, r, agrees, votes) : drawByTrying(luck, r, agrees);
}

let law = new Float64Array(0);

function drawExactly(luck: Luck, r: Roll, agrees: Agrees, votes: number): number {
  const width = votes + 1;
  const layer = width * width;
  if (law.length < (r.n + 1) * layer) law = new Float64Array((r.n + 1) * layer);
  fillLaw(r, width, layer);
  const last = r.n * layer;
  let total = 0;
  for (let y = 0; y <= votes; y++)
    for (let n = 0; n <= votes - y; n++) if (agrees(y, n)) total += law[last + y * width + n];
  if (!(total > 0)) {
    for (let at = 0; at < r.n; at++)
      r.vote[at] = r.fixed[at] >= 0 ? r.fixed[at] : voteOf(luck, undefined, r, at);
    return 0;
  }
  let u = uniformAt(luck.run, PURPOSE.tally, r.key[0], r.n, luck.seedLow, luck.seedHigh) * total;
  let y = -1;
  let n = -1;
  for (let a = 0; a <= votes && u >= 0; a++)
    for (let b = 0; b <= votes - a && u >= 0; b++)
      if (agrees(a, b) && law[last + a * width + b] > 0) {
        u -= law[last + a * width + b];
        y = a;
        n = b;
      }
  walkBack(luck, r, width, layer, y, n);
  return total;
}

/** law[i][y, n]: probability that the first i come to y for and n against. Votes fixed beforehand are certain. */
function fillLaw(r: Roll, width: number, layer: number): void {
  law.fill(0, 0, (r.n + 1) * layer);
  law[0] = 1;
  for (let i = 0; i < r.n; i++) {
    const [p, q, rest] = chances(r, i);
    const w = r.weight[i];
    const here = i * layer;
    const next = here + layer;
    for (let y = 0; y < width; y++)
      for (let n = 0; n < width - y; n++) {
        const mass = law[here + y * width + n];
        if (mass === 0) continue;
        law[next + y * width + n] += mass * rest;
        if (p > 0 && y + w < width) law[next + (y + w) * width + n] += mass * p;
        if (q > 0 && n + w < width) law[next + y * width + n + w] += mass * q;
      }
  }
}

const three: [number, number, number] = [0, 0, 0];
function chances(r: Roll, i: number): readonly [number, number, number] {
  const known = r.fixed[i];
  three[0] = known < 0 ? r.p[i] : known === yes ? 1 : 0;
  three[1] = known < 0 ? r.q[i] : known === no ? 1 : 0;
  three[2] = known < 0 ? Math.max(0, 1 - r.p[i] - r.q[i]) : known === neither ? 1 : 0;
  return three;
}

/** From the last voter to the first: each one's vote given the count of those up to him. */
function walkBack(
  luck: Luck,
  r: Roll,
  width: number,
  layer: number,
  countYes: number,
  countNo: number,
): void {
  let y = countYes;
  let n = countNo;
  for (let i = r.n - 1; i >= 0; i--) {
    const [p, q, rest] = chances(r, i);
    const w = r.weight[i];
    const here = i * layer;
    const a = y >= w ? p * law[here + (y - w) * width + n] : 0;
    const b = n >= w ? q * law[here + y * width + n - w] : 0;
    const c = rest * law[here + y * width + n];
    const u = uniformAt(luck.run, PURPOSE.tally, r.key[i], 0, luck.seedLow, luck.seedHigh) * (a + b + c);
    r.vote[i] = u < a ? yes : u < a + b ? no : neither;
    if (r.vote[i] === yes) y -= w;
    else if (r.vote[i] === no) n -= w;
  }
}

function drawByTrying(luck: Luck, r: Roll, agrees: Agrees): number {
  for (let attempt = 0; attempt < tries; attempt++) {
    let y = 0;
    let n = 0;
    for (let i = 0; i < r.n; i++) {
      r.vote[i] = tried(luck, r, i, attempt);
      if (r.vote[i] === yes) y += r.weight[i];
      else if (r.vote[i] === no) n += r.weight[i];
    }
    if (agrees(y, n)) return Number.NaN;
  }
  return 0;
}

function tried(luck: Luck, r: Roll, i: number, attempt: number): number {
  if (r.fixed[i] >= 0) return r.fixed[i];
  const u = uniformAt(luck.run, mixKey(PURPOSE.tally, attempt), r.key[i], 1, luck.seedLow, luck.seedHigh);
  return u < r.p[i] ? yes : u < r.p[i] + r.q[i] ? no : neither;
}
