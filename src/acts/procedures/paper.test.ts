import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drive } from '../../../test/helpers/drive.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  editor,
  eva,
  meaning,
  menuOf,
  moveOf,
  peace,
  record,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { markOf, procedureOfAct } from '../../world/procedures.ts';
import { Counter, Mark } from '../../world/state.ts';
import { actNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Purpose } from '../papers.ts';

const draft = (option: number, by = bob, value = 25) =>
  moveOf('draft-statement', { by, body: committee, issue: peace, value, option });

/** Picks the first option of a kind (and code), else silence. */
const choosing =
  (...kinds: string[]) =>
  (menu: { size: number; kind: Int32Array; option: Int32Array }): number => {
    for (const kind of kinds)
      for (let k = 0; k < menu.size; k++) if (menu.kind[k] === actNumber(kind)) return k;
    return -1;
  };

test('the drafter invites those he trusts and believes on his side, the most trusted first', () => {
  const s = tinyScene();
  const slot = procedureOfAct(s, apply(s, draft(Purpose.protest)));
  expect([ann, bob, cyr, dan, eva].map((p) => markOf(s, slot, p))).toEqual([
    Mark.none,
    Mark.yes,
    Mark.asked,
    Mark.none,
    Mark.none,
  ]);
  // dan, at 50, is as near to the line as to the paper; once he is believed at 40 he is asked too, after cyr.
  const t = tinyScene();
  t.state.publicMean[dan * t.world.issues + peace] = 40;
  apply(t, draft(Purpose.protest));
  const asked: number[] = [];
  drive(t, (_menu, person) => asked.push(person) * 0);
  expect(asked).toEqual([cyr, dan, bob]);
  expect(record(t)).toEqual(['draft-statement', 'sign', 'sign', 'statement']);
});

test('a paper that only its drafter signs is dropped', () => {
  const s = tinyScene();
  apply(s, draft(Purpose.protest));
  drive(s, choosing('decline', 'statement'));
  expect(record(s)).toEqual(['draft-statement', 'decline']);
  expect(s.state.counters[Counter.procedures]).toBe(0);
});

test('a joint resignation takes along those who signed without reservation', () => {
  const s = tinyScene();
  s.state.publicMean[dan * s.world.issues + peace] = 40;
  apply(s, draft(Purpose.resign));
  drive(s, (menu, person) => (person === dan ? 1 : choosing('sign', 'statement')(menu)));
  expect(record(s)).toEqual(['draft-statement', 'sign', 'sign', 'statement', 'resign', 'resign', 'resign']);
  const seat = (p: number): number => s.state.seat[committee * s.world.people + p];
  expect([bob, cyr, dan].map(seat)).toEqual([0, 0, 1]);
  expect(s.state.holder[editor]).toBe(-1);
});

test('what signing means: going, for a resignation; staying, with a reservation', () => {
  const s = tinyScene();
  const slot = procedureOfAct(s, apply(s, draft(Purpose.resign)));
  const full = meaning(s, moveOf('sign', { by: cyr, proc: slot, option: 0 }));
  const reserved = meaning(s, moveOf('sign', { by: cyr, proc: slot, option: 1 }));
  expect([full[Mean.bearing], reserved[Mean.bearing]]).toEqual([Bearing.leave, Bearing.voice]);
  expect(full[Mean.posts]).toBeLessThan(0);
  expect(reserved[Mean.posts]).toBe(0);
  expect(full[Mean.joins]).toBe(slot);
  expect(full[Mean.split]).toBeGreaterThan(reserved[Mean.split]);
});

test('those at ease with the line draft nothing but ultimata, those against it everything else', () => {
  const s = tinyScene();
  const options = (p: number): number[] => {
    const menu = menuOf(s, p);
    return rowsOf(menu, 'draft-statement').map((k) => menu.option[k]);
  };
  expect(options(bob)).toEqual([Purpose.resign, Purpose.ultimatum, Purpose.protest]);
  expect(options(ann)).toEqual([Purpose.ultimatum]);
});

test('a recorded statement without a draft stands by itself, and its signatories are heard', () => {
  const s = tinyScene();
  s.state.publicMean[dan * s.world.issues + peace] = 90;
  apply(s, moveOf('statement', { by: bob, body: committee, issue: peace, value: 25 }), [bob, dan]);
  expect(s.state.publicMean[dan * s.world.issues + peace]).toBeLessThan(90);
  expect(s.state.counters[Counter.procedures]).toBe(0);
});

test('papers end, whatever is answered', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(ann, bob, dan),
      fc.constantFrom(0, 25, 75),
      fc.infiniteStream(fc.nat(6)),
      (option, by, value, answers) => {
        const s = tinyScene();
        for (let p = 0; p < s.world.people; p++)
          for (let e = s.world.edgeStart[p]; e < s.world.edgeStart[p + 1]; e++)
            s.state.tie[e] = Math.abs(s.state.tie[e]);
        apply(s, draft(option, by, value));
        drive(s, (menu) => ((answers.next().value ?? 0) % (menu.size + 1)) - 1);
        expect(s.state.counters[Counter.procedures]).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});
