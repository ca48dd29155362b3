/** Puts marks that would overlap into lanes above one another: lane 0 first. Returns the lane of each, in the order given. */
export function lanesOf(xs: readonly number[], width: number): readonly number[] {
  const order = xs.map((x, k) => ({ x, k })).sort((a, b) => a.x - b.x || a.k - b.k);
  const ends: number[] = [];
  const lanes = new Array<number>(xs.length).fill(0);
  for (const { x, k } of order) {
    let lane = ends.findIndex((end) => end <= x);
    if (lane < 0) lane = ends.length;
    ends[lane] = x + width;
    lanes[k] = lane;
  }
  return lanes;
}

/** `count` values that stand for all, each for as many; numbers only. */
export function standIns(values: ArrayLike<number>, count: number): readonly number[] {
  const sorted = Array.from(values)
    .filter((v) => !Number.isNaN(v))
    .sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  return Array.from(
    { length: count },
    (_, k) => sorted[Math.floor(((k + 0.5) * sorted.length) / count)] ?? 0,
  );
}
