import { describe, expect, it } from 'vitest';
import { openCount } from '../../test/helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  cyr,
  dan,
  eva,
  moveOf,
  peace,
  setTie,
  tempo,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import { openProcedure } from '../world/procedures.ts';
import type { Scene } from '../world/scene.ts';
import { ActFlag } from '../world/state.ts';
import { actNumber, procedureNumber } from './index.ts';
import { clearMeaning, Mean, meanWidth } from './meaning.ts';
import { approachOf, ApproachOption, between, brokerOf, hasApproached, isCovert } from './pacts.ts';
import { Gravity, isSecretSlot, keepSecret, knows, meanSecret, nextConfidant } from './secrets.ts';

/** A secret act of bob's towards cyr, written and kept. */
function secret(
  s: Scene,
  kind = 'approach',
  gravity: number = Gravity.approach,
  by = bob,
  to = cyr,
  alone = false,
): number {
  const m = moveOf(kind, { by, to, issue: peace, value: 25, option: ApproachOption.secret });
  const origin = s.state.counters[0];
  s.state.actKind[origin] = m.kind;
  s.state.counters[0]++;
  return keepSecret(s, m, origin, gravity, alone);
}
const knowers = (s: Scene, slot: number): number[] =>
  [ann, bob, cyr, dan, eva, union].filter((p) => knows(s, slot, p));

describe('a secret', () => {
  it('is known to those who take part; kept to oneself, to the mover alone', () => {
    const s = tinyScene();
    const slot = secret(s);
    expect(isSecretSlot(s, slot)).toBe(true);
    expect(knowers(s, slot)).toEqual([bob, cyr]);
    expect([s.state.procCount[slot], s.state.procDue[slot]]).toEqual([Gravity.approach, 7]);
    expect(knowers(s, secret(s, 'sound', Gravity.slight, dan, eva, true))).toEqual([dan]);
    expect(isSecretSlot(s, -1)).toBe(false);
  });

  it('of the same two about the same grows with its gravity; another sort is another secret', () => {
    const s = tinyScene();
    const slot = secret(s);
    s.state.clock[0] = 4;
    expect(secret(s, 'pact', Gravity.pact, cyr, bob)).toBe(slot);
    expect([s.state.procCount[slot], s.state.procOpened[slot], s.state.procOrigin[slot]]).toEqual([
      Gravity.pact,
      4,
      1,
    ]);
    s.state.clock[0] = 5;
    expect(secret(s, 'approach', Gravity.approach)).toBe(slot);
    expect([s.state.procCount[slot], s.state.procOpened[slot]]).toEqual([Gravity.pact, 4]);
    expect(secret(s, 'sound', Gravity.slight)).not.toBe(slot);
    expect(secret(s, 'approach', Gravity.approach, bob, dan)).not.toBe(slot);
    expect(openCount(s, 'secret')).toBe(3);
  });

  it('of a body there is none', () => {
    const s = tinyScene();
    expect(secret(s, 'approach', Gravity.approach, s.world.people + committee)).toBe(-1);
    expect(openCount(s, 'secret')).toBe(0);
  });

  it('is confided to whom a knower trusts most and who does not know', () => {
    const s = tinyScene();
    s.state.tie.fill(0);
    const slot = secret(s);
    setTie(s, bob, cyr, 0.9);
    setTie(s, bob, dan, 0.4);
    setTie(s, cyr, eva, 0.6);
    setTie(s, ann, dan, 0.8);
    expect(nextConfidant(s, slot, 0.3)).toBe(eva);
    setTie(s, cyr, eva, 0.2);
    expect(nextConfidant(s, slot, 0.3)).toBe(dan);
    expect(nextConfidant(s, slot, 0.5)).toBe(-1);
  });

  it('risks discovery, and then what norms threaten', () => {
    const s = tinyScene({ normFrom: Float64Array.of(0), normTo: Float64Array.of(99) });
    const row = new Float64Array(2 * meanWidth);
    clearMeaning(row, meanWidth);
    row[meanWidth + Mean.sanction] = 0.1;
    meanSecret(s, actNumber('sound'), row, meanWidth);
    expect([row[meanWidth + Mean.sanction], row[Mean.sanction]]).toEqual([0.6, 0]);
    expect(row[meanWidth + Mean.seen]).toBeGreaterThan(0);
    expect(row[meanWidth + Mean.seen]).toBeLessThan(0.5);
    meanSecret(tinyScene(), actNumber('sound'), row, meanWidth);
    expect(row[meanWidth + Mean.sanction]).toBe(0.6);
  });
});

describe('between two people', () => {
  it('what is open between them is found from either side; an approach is answered by whom it was made to', () => {
    const s = tinyScene();
    const kind = procedureNumber('approach');
    const slot = openProcedure(s, kind, moveOf('approach', { by: bob, to: cyr }), 0, 9);
    expect([between(s, kind, bob, cyr), between(s, kind, cyr, bob), between(s, kind, bob, dan)]).toEqual([
      slot,
      slot,
      -1,
    ]);
    expect([approachOf(s, bob, cyr), approachOf(s, cyr, bob)]).toEqual([slot, -1]);
    expect(between(s, procedureNumber('pact'), bob, cyr)).toBe(-1);
  });

  it('an approach or a sounding is remembered', () => {
    const s = tinyScene();
    expect(hasApproached(s, bob, cyr)).toBe(false);
    apply(s, moveOf('sound', { by: bob, to: cyr, issue: tempo, body: committee, value: 25 }));
    expect([hasApproached(s, bob, cyr), hasApproached(s, cyr, bob), hasApproached(s, bob, dan)]).toEqual([
      true,
      false,
      false,
    ]);
    const other = tinyScene();
    apply(other, moveOf('declare', { by: bob, issue: peace, value: 25 }));
    expect(hasApproached(other, bob, cyr)).toBe(false);
  });

  it('whatever is not open is covert; in a record, whatever is not said to be public', () => {
    expect(
      [ApproachOption.secret, ApproachOption.brokered, ApproachOption.open].map((o) => isCovert(o, 0)),
    ).toEqual([true, true, false]);
    expect([isCovert(-1, 0), isCovert(-1, ActFlag.public)]).toEqual([true, false]);
  });

  it('a broker is trusted by both sides: the best of the weaker ties', () => {
    const s = tinyScene();
    s.state.tie.fill(0);
    setTie(s, bob, cyr, 0.9);
    setTie(s, ann, cyr, 0.3);
    setTie(s, bob, dan, 0.5);
    setTie(s, ann, dan, 0.5);
    expect(brokerOf(s, bob, ann)).toBe(dan);
    setTie(s, ann, dan, 0.1);
    expect(brokerOf(s, bob, ann)).toBe(cyr);
    setTie(s, ann, cyr, 0.1);
    expect(brokerOf(s, bob, ann)).toBe(-1);
    // That somebody trusts them is not enough, nor is a collective a messenger.
    setTie(s, cyr, ann, 0.9);
    setTie(s, bob, union, 0.9);
    setTie(s, ann, union, 0.9);
    expect(brokerOf(s, bob, ann)).toBe(-1);
  });
});
