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
  legal,
  meaning,
  menuOf,
  moveOf,
  peace,
  record,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { tieOf } from '../../world/beliefs.ts';
import { markOf, procedureOfAct } from '../../world/procedures.ts';
import type { Scene } from '../../world/scene.ts';
import { Counter, Mark } from '../../world/state.ts';
import { actNumber } from '../define.ts';
import { Threat } from '../demands.ts';
import { ReplyOption } from '../kinds/reply.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';
import { setDeadline } from '../ultimata.ts';
import { Purpose } from '../papers.ts';

const send = (s: Scene, option: number = Threat.remove): number =>
  procedureOfAct(
    s,
    apply(
      s,
      moveOf('ultimatum', { by: ann, to: bob, body: committee, issue: peace, value: 75, option }),
      [ann, eva, dan],
      [bob, cyr],
    ),
  );

const replying =
  (option: number, then: string) =>
  (menu: { size: number; kind: Int32Array; option: Int32Array }): number => {
    for (let k = 0; k < menu.size; k++) {
      if (menu.kind[k] === actNumber('reply') && menu.option[k] === option) return k;
      if (menu.kind[k] === actNumber(then)) return k;
    }
    return -1;
  };

test('those addressed are asked soon; if all comply it is over', () => {
  const s = tinyScene();
  const slot = send(s);
  expect([ann, bob, cyr, dan, eva].map((p) => markOf(s, slot, p))).toEqual([
    Mark.reserved,
    Mark.asked,
    Mark.asked,
    Mark.reserved,
    Mark.reserved,
  ]);
  drive(s, replying(ReplyOption.comply, ''));
  expect(record(s)).toEqual(['ultimatum', 'reply', 'reply']);
  expect(s.state.stance[bob * s.world.issues + peace]).toBe(75);
  expect(s.state.clock[0]).toBeLessThan(1);
});

test('defiance is followed, at the deadline, by enforcement: motions against each who defied', () => {
  const s = tinyScene();
  send(s);
  drive(s, replying(ReplyOption.refuse, 'enforce'), 2.1);
  expect(record(s)).toEqual(['ultimatum', 'reply', 'reply', 'enforce', 'motion', 'motion']);
  const motions = [4, 5];
  expect(motions.map((k) => s.state.actTo[k])).toEqual([bob, cyr]);
  expect(s.state.actOffice[4]).toBe(editor);
});

test('silence to the end makes the issuers back down', () => {
  const s = tinyScene();
  send(s);
  drive(s, () => -1);
  expect(record(s)).toEqual(['ultimatum', 'back-down']);
  expect(s.state.clock[0]).toBeCloseTo(3);
});

test('the recorded deadline holds, and one who was silent may speak until then', () => {
  const s = tinyScene();
  const slot = send(s);
  setDeadline(s, slot, 10);
  drive(s, () => -1, 5);
  expect(rowsOf(menuOf(s, bob), 'reply')).toHaveLength(3);
  expect(rowsOf(menuOf(s, eva), 'reply')).toHaveLength(0);
  drive(s, () => -1);
  expect(s.state.clock[0]).toBeCloseTo(11);
});

test('complying is yielding and averts punishment; refusing risks it, the more votes stand behind the ultimatum', () => {
  const s = tinyScene();
  const slot = send(s);
  const of = (option: number): Float64Array => meaning(s, moveOf('reply', { by: bob, proc: slot, option }));
  const [comply, refuse, evade] = [of(ReplyOption.comply), of(ReplyOption.refuse), of(ReplyOption.evade)];
  expect(comply[Mean.bearing]).toBe(Bearing.yield);
  expect(comply[Mean.said]).toBe(75);
  expect(comply[Mean.sanction]).toBeLessThan(evade[Mean.sanction]);
  expect(refuse[Mean.sanction]).toBeGreaterThan(evade[Mean.sanction]);
  expect([comply[Mean.side], refuse[Mean.side]]).toEqual([1, -1]);
  const weak = tinyScene();
  const alone = procedureOfAct(
    weak,
    apply(
      weak,
      moveOf('ultimatum', {
        by: ann,
        to: bob,
        body: committee,
        issue: peace,
        value: 75,
        option: Threat.remove,
      }),
    ),
  );
  expect(meaning(weak, moveOf('reply', { by: bob, proc: alone, option: 1 }))[Mean.sanction]).toBeLessThan(
    refuse[Mean.sanction],
  );
});

test('whoever refuses falls out with all who put it, half so if he evades, not at all if he complies', () => {
  const lost = (option: number): readonly number[] => {
    const s = tinyScene();
    const slot = send(s);
    const before = [ann, eva, dan].map((p) => tieOf(s, p, bob));
    apply(s, moveOf('reply', { by: bob, proc: slot, option }));
    return [ann, eva, dan].map((p, k) => Math.round(100 * ((before[k] ?? 0) - tieOf(s, p, bob))));
  };
  expect(lost(ReplyOption.refuse)).toEqual([20, 20, 20]);
  expect(lost(ReplyOption.evade)).toEqual([10, 10, 10]);
  expect(lost(ReplyOption.comply)).toEqual([0, 0, 0]);
});

test('only those addressed reply, once; only issuers enforce', () => {
  const s = tinyScene();
  const slot = send(s);
  expect(legal(s, moveOf('reply', { by: dan, proc: slot, option: 0 }))).toBe(Rule.notAddressed);
  expect(legal(s, moveOf('enforce', { by: bob, proc: slot }))).toBe(Rule.noPower);
  expect(legal(s, moveOf('enforce', { by: eva, proc: slot }))).toBe(Rule.allowed);
  apply(s, moveOf('reply', { by: bob, proc: slot, option: 1 }));
  expect(legal(s, moveOf('reply', { by: bob, proc: slot, option: 0 }))).toBe(Rule.answered);
  expect(legal(s, moveOf('reply', { by: bob, option: 0 }))).toBe(Rule.noProcedure);
});

test('an ultimatum on paper needs a majority of the votes, or the chair; it goes to those who show dissent', () => {
  const s = tinyScene();
  apply(
    s,
    moveOf('draft-statement', {
      by: eva,
      body: committee,
      issue: peace,
      value: 75,
      option: Purpose.ultimatum,
    }),
  );
  drive(s, () => 0, 3);
  expect(record(s)).toEqual(['draft-statement', 'sign']);
  const t = tinyScene();
  apply(
    t,
    moveOf('draft-statement', {
      by: ann,
      body: committee,
      issue: peace,
      value: 75,
      option: Purpose.ultimatum,
    }),
  );
  drive(t, (menu) => (menu.kind[0] === actNumber('reply') ? -1 : 0), 1);
  expect(record(t)).toEqual(['draft-statement', 'sign', 'ultimatum']);
  const slot = procedureOfAct(t, 2);
  expect([bob, cyr, dan].map((p) => markOf(t, slot, p))).toEqual([Mark.silent, Mark.silent, Mark.silent]);
});

test('a minority that threatens to go puts its demand to the body, and goes when it fails', () => {
  const s = tinyScene();
  apply(
    s,
    moveOf('draft-statement', {
      by: bob,
      body: committee,
      issue: peace,
      value: 25,
      option: Purpose.ultimatum,
    }),
  );
  // Everybody else votes against the demand.
  drive(s, (menu, person) =>
    menu.kind[0] === actNumber('sign') ||
    menu.kind[0] === actNumber('ultimatum') ||
    menu.kind[0] === actNumber('enforce')
      ? 0
      : person === bob
        ? 0
        : 1,
  );
  expect(record(s)).toEqual([
    'draft-statement',
    'sign',
    'ultimatum',
    'motion',
    'resolution',
    'enforce',
    'resign',
    'resign',
    'resign',
  ]);
});

test('ultimata end, whatever is answered', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 }),
      fc.boolean(),
      fc.infiniteStream(fc.nat(6)),
      (option, toBody, answers) => {
        const s = tinyScene();
        apply(
          s,
          moveOf('ultimatum', {
            by: ann,
            to: toBody ? s.world.people + committee : bob,
            body: committee,
            issue: peace,
            value: 50,
            option,
          }),
          [ann, eva],
          toBody ? [] : [bob, cyr, dan],
        );
        drive(s, (menu) => ((answers.next().value ?? 0) % (menu.size + 1)) - 1);
        expect(s.state.counters[Counter.procedures]).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});
