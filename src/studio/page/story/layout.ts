import type { Line, Piece } from './groups.ts';

/*
 * A storyline (Tanahashi & Ma 2012; Liu et al. 2013, StoryFlow): together is adjacent, apart is distant, a line is straight unless its
 * group changes. Every group has a band of its own, as high as its largest gathering, and within it every stay keeps one row, so nobody
 * moves because somebody else does. Which row is chosen so that lines cross and wind little: barycentres, swept a few times.
 */

/** A stretch in one group. Days; the last not included. */
export interface Stay {
  readonly group: number;
  readonly from: number;
  readonly to: number;
  /** Row from the top of the drawing. */
  readonly row: number;
}

export interface PlacedLine {
  readonly person: number;
  readonly stays: readonly Stay[];
  readonly pieces: readonly Piece[];
}

export interface Band {
  readonly group: number;
  /** Row of its heading; its lines begin one row below. */
  readonly top: number;
  /** Rows for lines; 0 where nobody ever is: such a band is left out. */
  readonly rows: number;
}

export interface StoryLayout {
  readonly bands: readonly Band[];
  readonly lines: readonly PlacedLine[];
  /** Rows of the whole drawing. */
  readonly rows: number;
}

interface Open {
  readonly line: number;
  readonly group: number;
  readonly from: number;
  readonly to: number;
  /** Row in the drawing that this one should be like; undefined if there is none. */
  readonly liked: number | undefined;
  slot: number;
}

/** Rows between the last line of a band and the heading of the next. */
const gap = 0.5;
const sweeps = 6;

/** Stretches in one group, from pieces that may also differ in how they are drawn. */
export function staysOf(line: Line): readonly Omit<Stay, 'row'>[] {
  const stays: Omit<Stay, 'row'>[] = [];
  for (const { group, from, to } of line.pieces) {
    const last = stays.at(-1);
    if (last && last.group === group) stays[stays.length - 1] = { ...last, to };
    else stays.push({ group, from, to });
  }
  return stays;
}

/** Most lines that are ever in each group at once. */
export function capacities(lines: readonly Line[], groups: number): readonly number[] {
  const most = new Array<number>(groups).fill(0);
  const stays = lines.flatMap(staysOf);
  for (const s of stays) {
    const together = stays.filter((o) => o.group === s.group && o.from <= s.from && s.from < o.to).length;
    most[s.group] = Math.max(most[s.group] ?? 0, together);
  }
  return most;
}

export interface Given {
  /** Rows that each band must have at least, so that two drawings share their bands. */
  readonly room?: readonly number[];
  /** A drawing made before: whoever is in the same group at the same time gets the same row, where it is free. */
  readonly like?: StoryLayout | undefined;
}

/** Lays lines out in bands from the top down. */
export function layOut(lines: readonly Line[], groups: number, given: Given = {}): StoryLayout {
  const rows = capacities(lines, groups).map((n, g) => Math.max(n, given.room?.[g] ?? 0));
  const bands = bandsOf(rows);
  const top = (group: number): number => (bands.find((b) => b.group === group)?.top ?? 0) + 1;
  const perLine = lines.map((line, k) =>
    staysOf(line).map(
      (s): Open => ({
        line: k,
        group: s.group,
        from: s.from,
        to: s.to,
        slot: 0,
        liked: likedRow(given.like, line.person, s),
      }),
    ),
  );
  settle(perLine, rows, top);
  const last = bands.at(-1);
  return {
    bands,
    rows: last ? last.top + 1 + last.rows + gap : 0,
    lines: lines.map((line, k) => ({
      person: line.person,
      pieces: line.pieces,
      stays: (perLine[k] ?? []).map((s) => ({
        group: s.group,
        from: s.from,
        to: s.to,
        row: top(s.group) + s.slot,
      })),
    })),
  };
}

function likedRow(like: StoryLayout | undefined, person: number, s: Omit<Stay, 'row'>): number | undefined {
  const line = like?.lines.find((l) => l.person === person);
  return line?.stays.find((o) => o.group === s.group && o.from < s.to && s.from < o.to)?.row;
}

function bandsOf(rows: readonly number[]): readonly Band[] {
  const bands: Band[] = [];
  let top = 0;
  rows.forEach((n, group) => {
    if (n === 0) return;
    bands.push({ group, top, rows: n });
    top += 1 + n + gap;
  });
  return bands;
}

/** Gives every stay its row within its band: sweeps by barycentre, the best kept. */
function settle(perLine: readonly Open[][], rows: readonly number[], top: (g: number) => number): void {
  const tops = rows.map((_, g) => top(g));
  const y = (s: Open): number => (tops[s.group] ?? 0) + s.slot;
  const changes = changesOf(perLine);
  const middle = (s: Open): number => top(s.group) + ((rows[s.group] ?? 1) - 1) / 2;
  const all = perLine.flat();
  let wish = (s: Open, at: number): number => {
    const line = perLine[s.line] ?? [];
    const around = [line[at - 1], line[at + 1]].filter((o) => o !== undefined).map(middle);
    return around.length === 0 ? middle(s) : around.reduce((a, b) => a + b, 0) / around.length;
  };
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const wishes = new Map<Open, number>();
    for (const line of perLine) line.forEach((s, at) => wishes.set(s, s.liked ?? wish(s, at)));
    for (let g = 0; g < rows.length; g++) seat(all, g, rows[g] ?? 0, top(g), wishes);
    const cost = crossings(changes, y) + 0.1 * travel(perLine, y);
    if (cost < least) [best, least] = [all.map((s) => s.slot), cost];
    const seen = new Map(all.map((s) => [s, y(s)]));
    wish = (s, at) => {
      const line = perLine[s.line] ?? [];
      const around = [line[at - 1], line[at + 1]].filter((o) => o !== undefined).map((o) => seen.get(o) ?? 0);
      return around.length === 0 ? (seen.get(s) ?? 0) : around.reduce((a, b) => a + b, 0) / around.length;
    };
  }
  all.forEach((s, k) => {
    s.slot = best[k] ?? 0;
  });
  polish(all, rows, () => crossings(changes, y) + 0.1 * travel(perLine, y));
}

const meets = (a: Open, b: Open): boolean => a.from < b.to && b.from < a.to;

/** Tries every stay on the other rows of its band, changing places with whoever is there, and keeps what costs less. */
function polish(all: readonly Open[], rows: readonly number[], cost: () => number): void {
  let least = cost();
  for (const s of all) {
    if (s.liked !== undefined) continue;
    const others = all.filter((o) => o.group === s.group && o !== s);
    for (let slot = 0; slot < (rows[s.group] ?? 0); slot++) {
      const old = s.slot;
      const there = others.filter((o) => o.slot === slot && meets(o, s));
      const [other] = there;
      if (slot === old || there.length > 1 || other?.liked !== undefined) continue;
      if (other && others.some((o) => o.slot === old && o !== other && meets(o, other))) continue;
      s.slot = slot;
      if (other) other.slot = old;
      const now = cost();
      if (now < least - 1e-9) least = now;
      else {
        s.slot = old;
        if (other) other.slot = slot;
      }
    }
  }
}

/**
 * Rows for the stays of one group, in the order of time. Those that begin together are spread by their wishes, each on a free row: as many
 * rows as ever stay at once always suffice, since the stays are intervals.
 */
function seat(
  all: readonly Open[],
  group: number,
  rows: number,
  top: number,
  wishes: ReadonlyMap<Open, number>,
): void {
  const stays = all.filter((s) => s.group === group).sort((a, b) => a.from - b.from || a.line - b.line);
  for (let k = 0; k < stays.length; ) {
    const from = stays[k]?.from ?? 0;
    const batch: Open[] = [];
    while (stays[k]?.from === from) batch.push(stays[k++]!);
    const taken = new Set(stays.filter((s) => s.from < from && s.to > from).map((s) => s.slot));
    const free = Array.from({ length: rows }, (_, r) => r).filter((r) => !taken.has(r));
    batch.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || a.line - b.line);
    assign(batch, free, (s) => (wishes.get(s) ?? 0) - top);
  }
}

/** Stays in the order of their wishes get free rows in the same order, each the nearest that leaves enough for the rest. */
function assign(batch: readonly Open[], free: readonly number[], wish: (s: Open) => number): void {
  let next = 0;
  batch.forEach((s, k) => {
    const last = free.length - (batch.length - k);
    let at = next;
    while (at < last && Math.abs((free[at + 1] ?? 0) - wish(s)) < Math.abs((free[at] ?? 0) - wish(s))) at++;
    s.slot = free[at] ?? 0;
    next = at + 1;
  });
}

/** A change of group, and where every other line is just before and just after it. */
interface Change {
  readonly before: Open;
  readonly after: Open;
  readonly others: readonly (readonly [was: Open, is: Open])[];
}

/** All changes. They do not depend on rows, so they are found once for many drawings. */
function changesOf(perLine: readonly (readonly Open[])[]): readonly Change[] {
  const at = (line: readonly Open[], day: number): Open | undefined =>
    line.find((s) => s.from <= day && day < s.to);
  return perLine.flatMap((line, a) =>
    line.slice(1).map((after, k): Change => {
      const others = perLine.flatMap((other, b) => {
        const was = a === b ? undefined : at(other, after.from - 1e-6);
        const is = a === b ? undefined : at(other, after.from);
        return was && is ? [[was, is] as const] : [];
      });
      return { before: line[k] ?? after, after, others };
    }),
  );
}

/** How often two lines change sides where one of them changes its group; half where both do, since each of the two counts it. */
function crossings(changes: readonly Change[], y: (s: Open) => number): number {
  let count = 0;
  for (const { before, after, others } of changes) {
    const from = y(before);
    const to = y(after);
    for (const [was, is] of others) if ((from - y(was)) * (to - y(is)) < 0) count += was === is ? 1 : 0.5;
  }
  return count;
}

const travel = (perLine: readonly (readonly Open[])[], y: (s: Open) => number): number =>
  perLine.reduce(
    (sum, line) =>
      line.reduce((one, s, k) => one + (k === 0 ? 0 : Math.abs(y(s) - y(line[k - 1] ?? s))), sum),
    0,
  );

/** Crossings of a finished drawing; for tests and for comparing heuristics. */
export function crossingsOf(layout: StoryLayout): number {
  const perLine = layout.lines.map((line, k) =>
    line.stays.map(
      (s): Open => ({ line: k, group: s.group, from: s.from, to: s.to, liked: undefined, slot: s.row }),
    ),
  );
  return crossings(changesOf(perLine), (s) => s.slot);
}

/** The stay of a line on a day. */
export const stayAt = (line: PlacedLine, day: number): Stay | undefined =>
  line.stays.find((s) => s.from <= day && day < s.to) ?? line.stays.at(-1);
