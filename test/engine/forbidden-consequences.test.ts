import { describe, expect, it } from 'vitest';
import { actNumber, allActs } from '../../src/acts/index.ts';
import { Threat } from '../../src/acts/demands.ts';
import { MotionOption } from '../../src/acts/kinds/motion.ts';
import type { Scene } from '../../src/world/scene.ts';
import { Counter } from '../../src/world/state.ts';
import { drive } from '../helpers/drive.ts';
import { manners } from '../helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  dan,
  editor,
  eva,
  moveOf,
  peace,
  record,
  secretary,
  tinyScene,
} from '../helpers/tiny-world.ts';

const people = 6;
const branch = (h: number): number => people + 2 + h;

/** Acts that set procedures going; what follows from them is what a question may forbid. */
const openings: Readonly<Record<string, (s: Scene) => void>> = {
  'an offer to resign': (s) => apply(s, moveOf('offer-resign', { by: bob, office: editor })),
  'a threat to resign': (s) => apply(s, moveOf('threaten-resign', { by: bob, body: committee })),
  'an application': (s) => {
    apply(s, moveOf('resign', { by: bob, body: committee }));
    apply(s, moveOf('apply-readmission', { by: bob, to: people + committee, body: committee }));
  },
  'an ultimatum': (s) =>
    apply(
      s,
      moveOf('ultimatum', {
        by: ann,
        to: bob,
        body: committee,
        issue: peace,
        value: 75,
        option: Threat.remove,
      }),
      [ann, eva, dan],
      [bob, cyr],
    ),
  'a call for a congress': (s) => {
    apply(s, moveOf('call-congress', { by: bob, body: congress, issue: peace, value: 25 }));
    for (const h of [0, 1, 2])
      apply(s, moveOf('call-congress', { by: branch(h), body: congress, issue: peace, value: 25 }));
  },
  'a joint resignation': (s) =>
    apply(s, moveOf('draft-statement', { by: bob, body: committee, issue: peace, value: 25, option: 1 })),
  'a motion to remove': (s) =>
    apply(
      s,
      moveOf('motion', { by: bob, to: ann, body: committee, office: secretary, option: MotionOption.remove }),
    ),
  'a motion on the line': (s) =>
    apply(s, moveOf('motion', { by: bob, body: committee, issue: peace, value: 25, option: 0 })),
  'a commission': (s) =>
    apply(
      s,
      moveOf('commission', { by: people + committee, to: bob, body: committee, issue: peace, value: 50 }),
    ),
  departures: (s) => {
    s.state.strain[0] = 1;
    apply(s, moveOf('exit', { by: bob }));
  },
};

const ban = (kind: number): Scene['bans'][number] => ({
  kind,
  by: -1,
  to: -1,
  body: -1,
  issue: -1,
  option: -1,
  from: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
});

describe('what a question forbids does not follow from anything, and what led to it ends', () => {
  it.each(Object.keys(openings))('%s', (name) => {
    const follows = new Set<string>();
    for (const manner of manners) {
      const free = tinyScene();
      openings[name]?.(free);
      const opened = free.state.counters[Counter.acts] ?? 0;
      const steps = drive(free, manner);
      for (const kind of record(free).slice(opened)) follows.add(kind);
      for (const act of allActs()) {
        const s = tinyScene();
        openings[name]?.(s);
        s.bans = [ban(actNumber(act.kind))];
        // Not a day for ever: a step more here and there, for a decision that is waited for in vain.
        expect(drive(s, manner), `${name} without ${act.kind}`).toBeLessThan(steps + 60);
        expect(record(s).slice(opened), `${name} without ${act.kind}`).not.toContain(act.kind);
        expect(s.state.counters[Counter.procedures]).toBe(0);
      }
    }
    // Something follows, so something has been forbidden.
    expect(follows.size).toBeGreaterThan(0);
  });

  it('a ban on one person or one body leaves the others alone', () => {
    const s = tinyScene();
    apply(s, moveOf('draft-statement', { by: bob, body: committee, issue: peace, value: 25, option: 1 }));
    s.bans = [{ ...ban(actNumber('resign')), by: cyr }];
    drive(s, () => 0);
    const x = s.state;
    const gone = [...x.actKind.keys()]
      .filter((k) => k < (x.counters[Counter.acts] ?? 0) && x.actKind[k] === actNumber('resign'))
      .map((k) => x.actBy[k]);
    expect(gone).toContain(bob);
    expect(gone).not.toContain(cyr);
    expect(x.seat[committee * people + cyr]).toBe(1);
  });

  it('a verdict that is forbidden excludes nobody', () => {
    const s = tinyScene();
    s.state.branchLean.fill(80);
    apply(s, moveOf('call-congress', { by: bob, body: congress, issue: peace, value: 25 }));
    apply(s, moveOf('call-congress', { by: people + committee, body: congress, issue: peace, value: 25 }));
    s.bans = [ban(actNumber('verdict'))];
    drive(s, () => -1);
    expect(s.state.seat[committee * people + bob]).toBe(1);
    expect(s.state.convened[congress]).toBe(0);
  });
});
