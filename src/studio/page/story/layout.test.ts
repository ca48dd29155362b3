import { describe, expect, it } from 'vitest';
import type { Line } from './groups.ts';
import { capacities, crossingsOf, layOut, stayAt, type StoryLayout } from './layout.ts';

/** "0*3 1*2": three days in group 0, then two in group 1. */
function line(person: number, text: string): Line {
  let day = 0;
  const pieces = text.split(' ').map((word) => {
    const [group = 0, days = 1] = word.split('*').map(Number);
    const from = day;
    day += days;
    return { from, to: day, group, said: true, inside: true };
  });
  return { person, pieces };
}

const rowOn = (layout: StoryLayout, person: number, day: number): number =>
  stayAt(layout.lines.find((l) => l.person === person)!, day)!.row;

/** Pseudo-random lines from a small congruence, the same in every run. */
function many(people: number, groups: number, days: number): readonly Line[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  return Array.from({ length: people }, (_, p) => {
    const words: string[] = [];
    for (let left = days; left > 0; ) {
      const length = Math.min(left, 1 + next(days / 2));
      words.push(`${next(groups)}*${length}`);
      left -= length;
    }
    return line(p, words.join(' '));
  });
}

describe('the layout of a storyline', () => {
  const lines = many(20, 5, 60);
  const layout = layOut(lines, 5);

  it('puts nobody on another’s row', () => {
    for (let day = 0; day < 60; day++) {
      const rows = lines.map((l) => rowOn(layout, l.person, day));
      expect(new Set(rows).size).toBe(20);
    }
  });

  it('draws together those who are together, apart those who are not', () => {
    for (let day = 0; day < 60; day += 7) {
      for (const l of lines) {
        const piece = l.pieces.find((p) => p.from <= day && day < p.to)!;
        const band = layout.bands.find((b) => b.group === piece.group)!;
        const row = rowOn(layout, l.person, day);
        expect(row).toBeGreaterThanOrEqual(band.top + 1);
        expect(row).toBeLessThan(band.top + 1 + band.rows);
      }
    }
    const [first, second] = layout.bands;
    expect(second!.top).toBeGreaterThan(first!.top + first!.rows);
  });

  it('moves nobody who does not change groups', () => {
    const still = layOut(
      [line(0, '0*60'), ...many(12, 3, 60).map((l) => ({ ...l, person: l.person + 1 }))],
      3,
    );
    expect(still.lines[0]!.stays).toHaveLength(1);
    for (const l of layout.lines)
      for (const [k, s] of l.stays.entries()) if (k > 0) expect(s.group).not.toBe(l.stays[k - 1]!.group);
  });

  it('keeps a stay together when only the way of drawing changes', () => {
    const loud = line(0, '0*5 0*5');
    expect(layOut([loud], 1).lines[0]!.stays).toHaveLength(1);
  });

  it('leaves out groups in which nobody ever is', () => {
    expect(layOut([line(0, '2*4')], 4).bands.map((b) => b.group)).toEqual([2]);
  });

  it('puts whoever goes down next to the lower band, so that nothing is crossed', () => {
    const simple = [line(0, '0*5 1*5'), line(1, '0*10'), line(2, '0*10'), line(3, '1*10')];
    expect(crossingsOf(layOut(simple, 2))).toBe(0);
  });

  it('crosses less than lines kept in the order of the file', () => {
    const fixed = layOut(lines, 5, { like: inFileOrder(lines, 5) });
    expect(crossingsOf(layout)).toBeLessThan(crossingsOf(fixed));
  });

  it('shares bands and rows with a drawing made before', () => {
    const history = [line(0, '0*10'), line(1, '0*10'), line(2, '1*10')];
    const run = [line(0, '0*10'), line(1, '0*4 1*6'), line(2, '1*10')];
    const before = layOut(history, 2, { room: capacities(run, 2) });
    const after = layOut(run, 2, { room: capacities(history, 2), like: before });
    expect(after.bands).toEqual(before.bands);
    for (const person of [0, 1, 2]) expect(rowOn(after, person, 0)).toBe(rowOn(before, person, 0));
  });

  it('does not depend on anything but the lines', () => {
    expect(layOut(many(20, 5, 60), 5)).toEqual(layout);
  });
});

/** A drawing whose rows follow the file: what the sweeps have to beat. */
function inFileOrder(lines: readonly Line[], groups: number): StoryLayout {
  const plain = layOut(lines, groups);
  const top = (g: number): number => plain.bands.find((b) => b.group === g)?.top ?? 0;
  return {
    ...plain,
    lines: plain.lines.map((l) => ({
      ...l,
      stays: l.stays.map((s) => ({ ...s, row: top(s.group) + 1 + l.person })),
    })),
  };
}
