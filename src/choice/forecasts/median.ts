import type { Scene } from '../../world/scene.ts';
import {
  panelAt,
  panelBelow,
  panelFilling,
  panelMean,
  panelMedian,
  panelMember,
  panelNear,
  panelNearSize,
  panelOf,
  panelSize,
  panelTotal,
  panelVotes,
  panelWidth,
} from './panel.ts';

/** Points within which a corner of the distribution function counts as reached. */
const edge = 0.01;
/** Half-width, in points, over which a member's weight is spread: the median moves smoothly when he does. */
const smooth = 8;

let at = new Float64Array(64);
let votes = new Float64Array(64);

/**
 * The smoothed weighted median of where a body's voting members stand, as `viewer` believes (-1: as the public does).
 * `without` leaves out one person (-1 nobody); `moved` stands at `movedTo` instead (-1 nobody). NaN for an empty body. O(members).
 */
export function bodyMedian(
  s: Scene,
  viewer: number,
  body: number,
  issue: number,
  without = -1,
  moved = -1,
  movedTo = 0,
): number {
  const r = panelOf(s, viewer, body, issue);
  const base = r * panelWidth();
  const n = panelSize[r];
  if (n === 0) return Number.NaN;
  let median = panelMedian[r];
  if (median !== median)
    median = panelMedian[r] = smoothedMedian(
      panelAt,
      panelVotes,
      base,
      base + n,
      panelTotal[r],
      panelMean[r],
    );
  if (without < 0 && moved < 0) return median;
  if (
    lastFilling === panelFilling[r] &&
    lastWithout === without &&
    lastMoved === moved &&
    lastMovedTo === movedTo
  )
    return lastMedian;
  lastMedian = nearby(r, without, moved, movedTo, median);
  if (lastMedian !== lastMedian) lastMedian = changed(r, without, moved, movedTo);
  lastFilling = panelFilling[r];
  lastWithout = without;
  lastMoved = moved;
  lastMovedTo = movedTo;
  return lastMedian;
}

/** What was asked last: options to the same person ask the same. */
let lastFilling = 0;
let lastWithout = -1;
let lastMoved = -1;
let lastMovedTo = 0;
let lastMedian = 0;

/** Lists the members whose weight is not wholly above or below while the median moves by less than `smooth`. */
function listNear(r: number, median: number): void {
  const base = r * panelWidth();
  let near = 0;
  let below = 0;
  for (let k = base; k < base + panelSize[r]; k++) {
    if (panelAt[k] <= median - 2 * smooth) below += panelVotes[k];
    else if (panelAt[k] < median + 2 * smooth) panelNear[base + near++] = k;
  }
  panelNearSize[r] = near;
  panelBelow[r] = below;
}

/** As `changed`, looking only at those near the median of all; NaN if the new one lies too far from it. */
function nearby(r: number, without: number, moved: number, movedTo: number, median: number): number {
  if (panelNearSize[r] < 0) listNear(r, median);
  const base = r * panelWidth();
  const who = without >= 0 ? without : moved;
  let own = base;
  while (own < base + panelSize[r] && panelMember[own] !== who) own++;
  if (own === base + panelSize[r]) return median;
  const weight = panelVotes[own];
  const total = panelTotal[r] - (moved < 0 ? weight : 0);
  let sure = panelBelow[r] - (panelAt[own] <= median - 2 * smooth ? weight : 0);
  let extra = 0;
  if (moved >= 0 && movedTo <= median - 2 * smooth) sure += weight;
  else if (moved >= 0 && movedTo < median + 2 * smooth) extra = weight;
  const last = base + panelNearSize[r];
  let m = median;
  for (let it = 0; it < 10; it++) {
    let below = sure;
    let slope = 0;
    let inside = false;
    for (let i = base; i < last; i++) {
      const k = panelNear[i];
      const gap = m - panelAt[k];
      if (gap <= -smooth || k === own) continue;
      if (gap >= smooth) below += panelVotes[k];
      else {
        below += panelVotes[k] * (gap / (2 * smooth) + 0.5);
        slope += panelVotes[k];
        if (gap > edge - smooth && gap < smooth - edge) inside = true;
      }
    }
    const gap = m - movedTo;
    if (extra > 0 && gap > -smooth) {
      below += gap >= smooth ? extra : extra * (gap / (2 * smooth) + 0.5);
      if (gap < smooth) slope += extra;
      if (gap < smooth - edge && gap > edge - smooth) inside = true;
    }
    const miss = below - total / 2;
    // Between two camps of equal weight many points are medians: then the mean decides, and it has to be known.
    if (!inside) return Number.NaN;
    const next = m - (miss * 2 * smooth) / slope;
    // Also where the slope is 0.
    if (!(Math.abs(next - median) <= smooth)) return Number.NaN;
    if (Math.abs(next - m) < 1e-3) return next;
    m = next;
  }
  return Number.NaN;
}

/** The median of a panel without one member, or with one moved. */
function changed(r: number, without: number, moved: number, movedTo: number): number {
  const base = r * panelWidth();
  const n = panelSize[r];
  if (n > at.length) {
    at = new Float64Array(2 * n);
    votes = new Float64Array(2 * n);
  }
  let m = 0;
  let total = 0;
  let sum = 0;
  for (let k = base; k < base + n; k++) {
    const j = panelMember[k];
    if (j === without) continue;
    at[m] = j === moved ? movedTo : panelAt[k];
    votes[m] = panelVotes[k];
    total += votes[m];
    sum += votes[m] * at[m];
    m++;
  }
  return m === 0 ? Number.NaN : smoothedMedian(at, votes, 0, m, total, sum / total);
}

/**
 * Newton's method, kept in bounds by bisection, on the piecewise-linear distribution function: exact to 10⁻³ points. Between two camps of
 * equal weight that function is flat; of that gap the point nearest to the mean, `start`, is taken.
 */
function smoothedMedian(
  at: Float64Array,
  weight: Float64Array,
  from: number,
  to: number,
  total: number,
  start: number,
): number {
  let low = 0;
  let high = 100;
  let m = start;
  for (let it = 0; it < 20; it++) {
    let below = 0;
    let slope = 0;
    for (let k = from; k < to; k++) {
      const gap = m - at[k];
      if (gap >= smooth) below += weight[k];
      else if (gap > -smooth) {
        below += weight[k] * (gap / (2 * smooth) + 0.5);
        slope += weight[k];
      }
    }
    const miss = below - total / 2;
    if (miss === 0) return nearestMedian(at, weight, from, to, total, m, start);
    if (miss > 0) high = m;
    else low = m;
    const newton = slope > 0 ? m - (miss * 2 * smooth) / slope : -1;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - m) < 1e-3) {
      // Who has come from the start without passing the median has met the nearest one.
      if (miss < 0 === start < next) return next;
      return nearestMedian(at, weight, from, to, total, next, start);
    }
    m = next;
  }
  return nearestMedian(at, weight, from, to, total, m, start);
}

/** The median m, or if it lies in or at the end of a gap between two camps of equal weight, the point of that gap nearest to the mean. */
function nearestMedian(
  at: Float64Array,
  weight: Float64Array,
  from: number,
  to: number,
  total: number,
  m: number,
  mean: number,
): number {
  let first = 0;
  let last = 100;
  let below = 0;
  for (let k = from; k < to; k++) {
    const gap = m - at[k];
    if (gap >= smooth - edge) {
      below += weight[k];
      if (at[k] + smooth > first) first = at[k] + smooth;
    } else if (gap > edge - smooth) return m;
    else if (at[k] - smooth < last) last = at[k] - smooth;
  }
  if (below * 2 !== total || first > last) return m;
  return mean < first ? first : mean > last ? last : mean;
}
