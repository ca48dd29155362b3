import { describe, expect, it } from 'vitest';
import {
  ann,
  apply,
  bob,
  committee,
  congress,
  cyr,
  editor,
  legal,
  menuOf,
  north,
  peace,
  press,
  tempo,
  tinyScene,
} from '../../test/helpers/tiny-world.ts';
import { hashText, mixKey } from '../chance/keys.ts';
import { type Move, newMove } from '../world/record.ts';
import type { Ban, Scene } from '../world/scene.ts';
import { actNumber, allActs } from './index.ts';
import { Mean, meanWidth } from './meaning.ts';
import { keyOfCode, kindKey, Menu, menuCapacity, optionKey } from './menu.ts';

const resign: Partial<Move> = { by: bob, body: committee };
function offer(s: Scene, menu: Menu, kind: string, fields: Partial<Move>): boolean {
  Object.assign(menu.start(actNumber(kind), fields.by ?? bob), fields);
  return menu.offer(s);
}
const anything: Ban = {
  kind: actNumber('resign'),
  by: -1,
  to: -1,
  body: -1,
  issue: -1,
  option: -1,
  from: 0,
  until: 100,
};

describe('offering', () => {
  it('takes what the rules allow, with its meaning in its row', () => {
    const s = tinyScene();
    const menu = new Menu();
    expect(offer(s, menu, 'declare', { by: bob, issue: peace, value: 25 })).toBe(true);
    expect(offer(s, menu, 'resign', resign)).toBe(true);
    expect(offer(s, menu, 'resign', { by: bob, body: congress })).toBe(false);
    expect([menu.size, menu.refused]).toEqual([2, 1]);
    const row = new Float64Array(meanWidth);
    expect(menu.meaning[meanWidth + Mean.posts]).toBeLessThan(0);
    expect(menu.meaning[Mean.said]).toBe(25);
    expect(row).toHaveLength(meanWidth);
    menu.clear();
    expect([menu.size, menu.refused]).toEqual([0, 0]);
  });

  it('a row that was used before is cleared first', () => {
    const s = tinyScene();
    const menu = new Menu();
    menu.meaning.fill(7);
    offer(s, menu, 'resign', resign);
    expect([menu.meaning[Mean.with], menu.meaning[Mean.joins], menu.meaning[Mean.warmth]]).toEqual([
      -1, -1, 0,
    ]);
    expect(menu.meaning[meanWidth]).toBe(7);
  });

  it('the same move offered twice stands once; another target, point or place is another option', () => {
    const s = tinyScene();
    const menu = new Menu();
    expect(offer(s, menu, 'resign', resign)).toBe(true);
    expect(offer(s, menu, 'resign', resign)).toBe(false);
    expect(offer(s, menu, 'resign', { by: bob, office: editor })).toBe(true);
    expect(offer(s, menu, 'resign', resign)).toBe(false);
    expect([menu.size, menu.refused]).toEqual([2, 0]);
  });

  it('a draft begins empty', () => {
    const menu = new Menu();
    Object.assign(menu.draft, {
      to: 3,
      body: 1,
      value: 40,
      flags: 5,
      key: 9,
      proc: 2,
      option: 1,
      thing: 1,
      office: 1,
    });
    expect(menu.start(4, bob)).toEqual({ ...newMove(), kind: 4, by: bob });
  });

  it('taking a row gives back what was offered', () => {
    const s = tinyScene();
    const menu = menuOf(s, bob);
    expect(menu.size).toBeGreaterThan(5);
    for (let k = 0; k < menu.size; k++) {
      const m = menu.take(k, newMove());
      expect(legal(s, m)).toBe(0);
      expect(optionKey(s, m)).toBe(m.key >>> 0);
      const again = new Menu();
      Object.assign(again.draft, m);
      expect(again.offer(s)).toBe(true);
      expect(again.take(0, newMove())).toEqual(m);
      expect(again.meaning.slice(0, meanWidth)).toEqual(
        menu.meaning.slice(k * meanWidth, (k + 1) * meanWidth),
      );
    }
  });

  it('more than it can hold is a fault in an act', () => {
    const s = tinyScene();
    const menu = new Menu();
    for (let k = 0; k < menuCapacity; k++)
      expect(offer(s, menu, 'declare', { by: bob, issue: peace, value: k / 4 })).toBe(true);
    expect(() => offer(s, menu, 'declare', { by: bob, issue: peace, value: 99 })).toThrow(/declare/);
  });
});

describe('prohibitions', () => {
  const allowed = (ban: Partial<Ban>, day = 10, kind = 'demand'): boolean => {
    const s = tinyScene();
    s.state.clock[0] = day;
    const menu = new Menu();
    s.bans = [{ ...anything, kind: actNumber(kind), ...ban }];
    // The union demands 25 on peace of the committee.
    return offer(s, menu, 'demand', {
      by: 5,
      to: s.world.people + committee,
      body: committee,
      issue: peace,
      value: 25,
      option: 0,
    });
  };

  it('without one the demand is legal; one on its kind forbids it, one on another does not', () => {
    expect(allowed({}, 10, 'resign')).toBe(true);
    expect(allowed({})).toBe(false);
  });

  it('from its first day until its last', () => {
    expect([9, 10, 19, 20].map((day) => allowed({ from: 10, until: 20 }, day))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['by', 5, ann],
    ['to', 6, 5],
    ['body', committee, congress],
    ['issue', peace, tempo],
    ['option', 0, 1],
  ] as const)('for one %s and no other', (field, same, other) => {
    expect(allowed({ [field]: same })).toBe(false);
    expect(allowed({ [field]: other })).toBe(true);
  });

  it('what is forbidden counts as refused', () => {
    const s = tinyScene();
    const menu = new Menu();
    s.bans = [{ ...anything, by: cyr }, anything];
    expect(offer(s, menu, 'resign', resign)).toBe(false);
    expect(menu.refused).toBe(1);
  });
});

describe('the name of an option', () => {
  const s = tinyScene();
  const move = (fields: Partial<Move>): Move => ({
    ...newMove(),
    kind: actNumber('court'),
    by: bob,
    ...fields,
  });

  it('changes with everything that it says, and not with who says it or how', () => {
    const slot = 0;
    s.state.procKey[slot] = 12345;
    const variants: Partial<Move>[] = [
      {},
      { to: ann },
      { to: cyr },
      { to: s.world.people + committee },
      { to: s.world.people + s.world.bodies + north },
      { body: committee },
      { body: congress },
      { issue: peace },
      { issue: tempo },
      { office: editor },
      { thing: 0 },
      { thing: 1 },
      { value: 0 },
      { value: 25 },
      { value: 25.1 },
      { option: 0 },
      { option: 1 },
      { proc: slot },
    ];
    const keys = variants.map((v) => optionKey(s, move(v)));
    expect(new Set(keys).size).toBe(variants.length);
    expect(optionKey(s, move({ to: ann, by: cyr, flags: 3, key: 77 }))).toBe(optionKey(s, move({ to: ann })));
    expect(optionKey(s, { ...move({ to: ann }), kind: actNumber('denounce') })).not.toBe(
      optionKey(s, move({ to: ann })),
    );
    for (const k of keys) expect(k === k >>> 0).toBe(true);
  });

  it('is the parts mixed one after the other', () => {
    const m = move({ to: ann, body: committee, issue: peace, value: 25, option: 2 });
    const { personKey, bodyKey, issueKey } = s.world;
    const parts = [personKey[ann], bodyKey[committee], issueKey[peace], 0, 0, 25 * 16 + 1, 0, 3];
    expect(optionKey(s, m)).toBe(parts.reduce((h, part) => mixKey(h, part), hashText('court')) >>> 0);
  });

  it('rests on ids, not on numbers: of a resource or branch, where the kind of act has one', () => {
    const of = (kind: string, thing: number): number =>
      optionKey(s, { ...newMove(), kind: actNumber(kind), thing });
    const resource = allActs().find((a) => a.thing === 'resource');
    const branch = allActs().find((a) => a.thing === 'branch');
    if (!resource || !branch) throw new Error('no act has a thing');
    const other = tinyScene({
      resourceKey: Uint32Array.from(s.world.resourceKey, (k) => k + 1),
      branchKey: Uint32Array.from(s.world.branchKey, (k) => k + 1),
    });
    for (const { kind } of [resource, branch])
      expect(optionKey(other, { ...newMove(), kind: actNumber(kind), thing: press })).not.toBe(
        of(kind, press),
      );
    expect(optionKey(other, { ...newMove(), kind: actNumber('exit'), thing: 0 })).toBe(of('exit', 0));
  });

  it('of a person, a body, a branch or nobody', () => {
    const { personKey, bodyKey, branchKey, people, bodies } = s.world;
    expect(keyOfCode(s, -1)).toBe(0);
    expect(keyOfCode(s, 0)).toBe(personKey[0]);
    expect(keyOfCode(s, people - 1)).toBe(personKey[people - 1]);
    expect(keyOfCode(s, people)).toBe(bodyKey[0]);
    expect(keyOfCode(s, people + bodies - 1)).toBe(bodyKey[bodies - 1]);
    expect(keyOfCode(s, people + bodies)).toBe(branchKey[0]);
    expect(kindKey(actNumber('resign'))).toBe(hashText('resign'));
    expect(kindKey(0)).toBe(hashText(allActs()[0].kind));
  });
});

it('whatever a menu offers can be done, and then stands in the record', () => {
  for (const person of [ann, bob, cyr]) {
    const size = menuOf(tinyScene(), person).size;
    for (let k = 0; k < size; k++) {
      const s = tinyScene();
      const m = menuOf(s, person).take(k, newMove());
      const at = apply(s, m);
      expect(s.state.actKind[at]).toBe(m.kind);
      // Some acts of a person are his body’s.
      expect([person, s.world.people + m.body]).toContain(s.state.actBy[at]);
    }
  }
});
