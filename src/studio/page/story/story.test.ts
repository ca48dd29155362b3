import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Episode } from '../../../episode/types.ts';
import { actKinds } from '../../../episode/index.ts';
import type { ActView, Course } from '../../engine/protocol.ts';
import { openFiles } from '../../engine/opened.ts';
import { tellCourse } from '../../engine/course.ts';
import { mostActive } from '../state/story.ts';
import { apart, countApart } from './differences.ts';
import { byBody, byOption } from './groups.ts';
import { layOut } from './layout.ts';
import { strokesOf } from './paths.ts';
import { classes, classOf, clustered } from './story-marks.ts';

const folder = join(import.meta.dirname, '../../../../episodes/november-1917');
let e: Episode;
let history: Course;
let run: Course;

beforeAll(() => {
  const files = readdirSync(folder)
    .filter((f) => /\.(ya?ml|json)$/.test(f))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const { ready } = openFiles(files);
  e = ready!.episode;
  history = tellCourse(ready!, { kind: 'history' });
  run = tellCourse(ready!, { kind: 'run', seed: 1, run: 3, changes: [] });
});

describe('groups', () => {
  it('follow everybody from the first day to the last, without gaps', () => {
    const people = mostActive(e, history, 20);
    for (const { lines } of [byOption(e, history, people, 0), byBody(e, run, people, 0)])
      for (const l of lines) {
        expect(l.pieces[0]?.from).toBe(e.meta.starts);
        expect(l.pieces.at(-1)?.to).toBe(e.meta.ends + 1);
        l.pieces.forEach((p, k) => {
          expect(p.to).toBeGreaterThan(p.from);
          if (k > 0) expect(p.from).toBe(l.pieces[k - 1]?.to);
        });
      }
  });

  it('by body: Zinoviev leaves the Central Committee in history', () => {
    const who = e.people.findIndex((p) => p.id === 'zinoviev');
    const issue = e.issues.findIndex((i) => i.id === 'government');
    const [line] = byBody(e, history, [who], issue).lines;
    expect(line!.pieces[0]).toMatchObject({ group: 0, inside: true });
    expect(line!.pieces.some((p) => p.group !== 0 && !p.inside)).toBe(true);
  });

  it('by option: whoever has no coded position stands apart from all points of the scale', () => {
    const issue = e.issues.findIndex((i) => i.id === 'press');
    const without = e.people.findIndex(
      (p) =>
        !e.positions.some((q) => q.person === p.id && q.issue === 'press') &&
        !e.stances.some((s) => s.person === p.id && s.issue === 'press'),
    );
    const { groups, lines } = byOption(e, history, [without], issue);
    expect(groups[lines[0]!.pieces[0]!.group]?.key).toBe('unknown');
  });
});

describe('differences', () => {
  it('a course does not differ from itself', () => {
    const people = mostActive(e, history, 16);
    const { lines } = byOption(e, history, people, 0);
    expect(lines.flatMap((l) => apart(l, l))).toEqual([]);
  });

  it('are the days on which the group is another', () => {
    const piece = (from: number, to: number, group: number) => ({
      from,
      to,
      group,
      said: true,
      inside: true,
    });
    const a = { person: 0, pieces: [piece(0, 4, 0), piece(4, 10, 1)] };
    const b = { person: 0, pieces: [piece(0, 6, 0), piece(6, 10, 1)] };
    expect(apart(a, b)).toEqual([{ from: 4, to: 6 }]);
    expect(countApart([apart(a, b), [{ from: 5, to: 8 }]])).toEqual([
      { day: 4, count: 1 },
      { day: 5, count: 2 },
      { day: 6, count: 1 },
      { day: 8, count: 0 },
    ]);
  });
});

describe('marks', () => {
  const act = (time: number, kind: string, latest = time): ActView =>
    ({ time, kind, earliest: time, latest, index: 0 }) as unknown as ActView;

  it('gather what would overlap, and show the gravest of it', () => {
    const found = clustered([act(1, 'declare'), act(1.2, 'resign'), act(5, 'motion')], 1);
    expect(found.map((c) => [c.class, c.acts.length])).toEqual([
      ['resign', 2],
      ['motion', 1],
    ]);
  });

  it('are soft only where a date is not known', () => {
    const [sure, vague] = clustered([act(1, 'declare'), act(1.5, 'sign'), act(9, 'motion', 14)], 1);
    expect(sure!.earliest).toBeNaN();
    expect([vague!.earliest, vague!.latest]).toEqual([9, 14]);
  });

  it('have a class for every kind of act, and few without a shape of their own', () => {
    const other = actKinds.filter((k) => classOf(k) === 'other');
    expect(actKinds.every((k) => classes.includes(classOf(k)))).toBe(true);
    expect(other.length).toBeLessThan(actKinds.length / 4);
  });
});

describe('strokes', () => {
  it('are straight while the group stays, and join end to end', () => {
    const people = mostActive(e, history, 16);
    const grouping = byOption(e, history, people, 0);
    for (const line of layOut(grouping.lines, grouping.groups.length).lines) {
      const strokes = strokesOf(
        line,
        (d) => d - e.meta.starts,
        (r) => r,
      );
      expect(strokes).toHaveLength(line.pieces.length);
      const bends = strokes.filter((s) => s.d.includes('C')).length;
      expect(bends).toBe(line.stays.length - 1);
    }
  });
});
