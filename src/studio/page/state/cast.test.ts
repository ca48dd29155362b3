import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Episode } from '../../../episode/types.ts';
import { tellCourse } from '../../engine/course.ts';
import { openFiles } from '../../engine/opened.ts';
import type { Course } from '../../engine/protocol.ts';
import { holdersOver, lawOf, membersOver, nested, seatsOver, termOf } from './cast.ts';

const folder = join(import.meta.dirname, '../../../../episodes/november-1917');
let e: Episode;
let history: Course;
const body = (id: string) => e.bodies.findIndex((b) => b.id === id);
const person = (id: string) => e.people.findIndex((p) => p.id === id);

beforeAll(() => {
  const files = readdirSync(folder)
    .filter((f) => /\.(ya?ml|json)$/.test(f))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const { ready } = openFiles(files);
  e = ready!.episode;
  history = tellCourse(ready!, { kind: 'history' });
});

describe('seats over a course', () => {
  it('end where an act of the record ends them, and lead to the coded term', () => {
    const [seat] = seatsOver(e, history, body('cc')).filter((t) => t.person === person('kamenev'));
    const resigned = history.acts.find(
      (a) => a.kind === 'resign' && a.by.includes('kamenev') && a.body === 'cc',
    )!;
    expect(seat).toMatchObject({ role: 'member', from: e.meta.starts });
    expect(seat!.to).toBe(Math.floor(resigned.time));
    expect(termOf(e, { body: 'cc' }, seat!)?.id).toBe('kamenev.cc');
  });

  it('tell members from candidates', () => {
    const stasova = seatsOver(e, history, body('cc')).filter((t) => t.person === person('stasova'));
    expect(stasova.map((t) => t.role)).toEqual(['candidate']);
  });

  it('count those who vote', () => {
    const steps = membersOver(seatsOver(e, history, body('cc')));
    expect(steps[0]).toEqual({ day: e.meta.starts, count: 22 });
    expect(steps.at(-1)?.count).toBe(0);
    expect(steps.at(-2)!.count).toBeLessThan(22);
  });
});

describe('offices over a course', () => {
  it('cover every day, vacant or held', () => {
    e.offices.forEach((_, o) => {
      const tenures = holdersOver(e, history, o);
      expect(tenures[0]?.from).toBe(e.meta.starts);
      expect(tenures.at(-1)?.to).toBe(e.meta.ends + 1);
      tenures.forEach((t, k) => {
        if (k > 0) expect(t.from).toBe(tenures[k - 1]?.to);
      });
    });
  });
});

describe('bodies', () => {
  it('stand below their superiors, each once', () => {
    const order = nested(e);
    expect(order).toHaveLength(e.bodies.length);
    for (const { body: b, depth } of order) {
      const above = order.find((o) => o.body.id === b.superior);
      expect(depth).toBe(above ? above.depth + 1 : 0);
      if (above) expect(order.indexOf(above)).toBeLessThan(order.findIndex((o) => o.body.id === b.id));
    }
  });

  it('count by the rule that is coded', () => {
    expect(lawOf({ kind: 'share', share: 0.5, of: 'members', strict: true })).toEqual({
      share: 0.5,
      base: 2,
      strict: true,
      count: 0,
    });
    expect(lawOf({ kind: 'count', count: 7 }).count).toBe(7);
  });
});
