/** A directed tie between two of n people, by their places 0 to n−1. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface Seriation {
  /** Places in the order to be drawn. */
  readonly order: readonly number[];
  /** Per place: camp 0 or 1. */
  readonly camps: readonly number[];
}

const steps = 400;

/**
 * Orders people so that those who trust the same and fight the same stand together, and cuts the order into two camps: by the leading eigenvector of the
 * symmetrised ties, centred in rows and columns so that general friendliness does not count (spectral seriation: Atkins, Boman & Hendrickson
 * 1998; two camps as in structural balance: Kunegis et al. 2010). Power iteration from a fixed start; the same ties give the same order.
 */
export function seriate(n: number, links: readonly Link[]): Seriation {
  const w = centred(n, links);
  const shift = Math.max(1e-9, ...w.map((row) => row.reduce((sum, v) => sum + Math.abs(v), 0)));
  let v = Array.from({ length: n }, (_, k) => 1 / (k + 2) - 1 / (n - k + 1.5));
  for (let step = 0; step < steps; step++) {
    const next = w.map((row, i) => row.reduce((sum, x, j) => sum + x * (v[j] ?? 0), shift * (v[i] ?? 0)));
    const length = Math.hypot(...next) || 1;
    v = next.map((x) => x / length);
  }
  // The first named person is always in the first camp, so that the drawing does not flip from day to day.
  const side = (v[0] ?? 0) < 0 ? -1 : 1;
  const rank = v.map((x) => side * x);
  const order = Array.from({ length: n }, (_, k) => k).sort(
    (a, b) => (rank[b] ?? 0) - (rank[a] ?? 0) || a - b,
  );
  return { order, camps: rank.map((x) => (x >= 0 ? 0 : 1)) };
}

function centred(n: number, links: readonly Link[]): number[][] {
  const w = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const { from, to, value } of links) {
    if (from === to) continue;
    w[from]![to]! += value / 2;
    w[to]![from]! += value / 2;
  }
  const means = w.map((row) => row.reduce((a, b) => a + b, 0) / Math.max(1, n));
  const all = means.reduce((a, b) => a + b, 0) / Math.max(1, n);
  return w.map((row, i) => row.map((x, j) => x - (means[i] ?? 0) - (means[j] ?? 0) + all));
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Places of a node-link drawing in a unit square: trust draws together, fights and nearness push apart (Fruchterman & Reingold 1991). Starts from a
 * circle in the order given and uses no chance.
 */
export function forced(n: number, links: readonly Link[], order: readonly number[]): readonly Place[] {
  const place = Array.from({ length: n }, () => ({ x: 0, y: 0 }));
  order.forEach((p, k) => {
    const turn = (2 * Math.PI * k) / Math.max(1, n);
    place[p] = { x: Math.cos(turn), y: Math.sin(turn) };
  });
  const ideal = 1.6 / Math.sqrt(Math.max(1, n));
  for (let step = 0; step < 300; step++) {
    const heat = 0.12 * (1 - step / 300);
    const push = place.map(() => ({ x: 0, y: 0 }));
    const apply = (a: number, b: number, force: number): void => {
      const dx = place[a]!.x - place[b]!.x;
      const dy = place[a]!.y - place[b]!.y;
      const d = Math.max(0.02, Math.hypot(dx, dy));
      push[a]!.x += (dx / d) * force;
      push[a]!.y += (dy / d) * force;
      push[b]!.x -= (dx / d) * force;
      push[b]!.y -= (dy / d) * force;
    };
    const distance = (a: number, b: number): number =>
      Math.max(0.02, Math.hypot(place[a]!.x - place[b]!.x, place[a]!.y - place[b]!.y));
    for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) apply(a, b, (ideal * ideal) / distance(a, b));
    for (const { from, to, value } of links) {
      const d = distance(from, to);
      apply(from, to, value > 0 ? (-value * 0.22 * d * d) / ideal : (-value * 0.5 * ideal * ideal) / d);
    }
    for (let k = 0; k < n; k++) {
      const p = push[k]!;
      // A little gravity keeps those without ties on the sheet.
      p.x -= place[k]!.x * 0.9 * ideal;
      p.y -= place[k]!.y * 0.9 * ideal;
      const length = Math.hypot(p.x, p.y);
      const by = length > 0 ? Math.min(length, heat) / length : 0;
      place[k]!.x += p.x * by;
      place[k]!.y += p.y * by;
    }
  }
  return framed(place);
}

/** Room that a name takes, as shares of the square. */
const nameWidth = 0.14;
const nameHeight = 0.075;

/** Fits places into the square: far ones are drawn in, and where names would cover each other they are pushed apart. */
function framed(place: readonly { x: number; y: number }[]): readonly Place[] {
  const drawn = place.map((p) => {
    const r = Math.hypot(p.x, p.y);
    const by = r > 0 ? Math.sqrt(r) / r : 0;
    return { x: p.x * by, y: p.y * by };
  });
  fit(drawn);
  for (let round = 0; round < 120; round++) separate(drawn);
  fit(drawn);
  return drawn;
}

function separate(place: { x: number; y: number }[]): void {
  for (let a = 0; a < place.length; a++)
    for (let b = 0; b < a; b++) {
      const p = place[a]!;
      const q = place[b]!;
      const x = nameWidth - Math.abs(p.x - q.x);
      const y = nameHeight - Math.abs(p.y - q.y);
      if (x <= 0 || y <= 0) continue;
      const axis = x / nameWidth < y / nameHeight ? 'x' : 'y';
      const way = p[axis] >= q[axis] ? 1 : -1;
      const by = ((axis === 'x' ? x : y) / 2) * way * 0.6;
      p[axis] += by;
      q[axis] -= by;
    }
}

function fit(place: { x: number; y: number }[]): void {
  for (const axis of ['x', 'y'] as const) {
    const low = Math.min(...place.map((p) => p[axis]));
    const high = Math.max(...place.map((p) => p[axis]));
    for (const p of place) p[axis] = high - low < 1e-9 ? 0.5 : (p[axis] - low) / (high - low);
  }
}
