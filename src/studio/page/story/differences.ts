import type { Line } from './groups.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The days on which a person stands elsewhere in one course than in another; the same groups in both. */
export function apart(line: Line, other: Line): readonly Span[] {
  const spans: Span[] = [];
  for (const a of line.pieces)
    for (const b of other.pieces) {
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      if (from >= to || a.group === b.group) continue;
      const last = spans.at(-1);
      if (last && last.to === from) spans[spans.length - 1] = { ...last, to };
      else spans.push({ from, to });
    }
  return spans;
}

/** How many stand elsewhere, as steps: from each day on, so many. */
export function countApart(
  spans: readonly (readonly Span[])[],
): readonly { readonly day: number; readonly count: number }[] {
  const days = [...new Set(spans.flat().flatMap((s) => [s.from, s.to]))].sort((a, b) => a - b);
  return days.map((day) => ({
    day,
    count: spans.filter((own) => own.some((s) => s.from <= day && day < s.to)).length,
  }));
}
