import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drive } from '../../test/helpers/drive.ts';
import { menuOf, tinyScene } from '../../test/helpers/tiny-world.ts';
import { clearMove, newMove } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { Counter, procedureCapacity } from '../world/state.ts';
import { actNumber, type ActWords, allActs, type NameForms } from './define.ts';
import { Mean, meanWidth } from './meaning.ts';
import type { Menu } from './menu.ts';

/*
 * What every kind of act must keep to: whatever a record says, applying it neither fails nor breaks the state; whatever is offered
 * has a sensible meaning; procedures end; sentences have no holes.
 */

const anything = fc.record({
  kind: fc.nat(allActs().length - 1),
  by: fc.integer({ min: 0, max: 10 }),
  to: fc.integer({ min: -1, max: 10 }),
  body: fc.integer({ min: -1, max: 1 }),
  issue: fc.integer({ min: -1, max: 1 }),
  office: fc.integer({ min: -1, max: 1 }),
  thing: fc.integer({ min: -1, max: 1 }),
  option: fc.integer({ min: -1, max: 2 }),
  value: fc.constantFrom(Number.NaN, 0, 30, 75, 100),
  answers: fc.integer({ min: -1, max: 5 }),
  company: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
});
type Anything = typeof anything extends fc.Arbitrary<infer T> ? T : never;

/** Applies an act as a record might have it; bodies and branches do what persons cannot, and the other way round. */
function applyAnything(s: Scene, a: Anything): void {
  const definition = allActs()[a.kind];
  const m = clearMove(newMove());
  const { answers, company, ...fields } = a;
  Object.assign(m, fields);
  m.option = definition.options && a.option < definition.options.length ? a.option : -1;
  for (let slot = 0, n = 0; slot < procedureCapacity; slot++)
    if (s.state.procKind[slot] >= 0 && n++ === answers) m.proc = slot;
  s.party.byCount = 0;
  for (const p of company) s.party.by[s.party.byCount++] = p;
  s.party.toCount = 0;
  definition.apply(s, m);
  s.party.byCount = 0;
}

function checkState(s: Scene): void {
  const { world: w, state: x } = s;
  for (let b = 0; b < w.bodies; b++) {
    const list = Array.from(x.memberList.slice(b * w.bodyCapacity, b * w.bodyCapacity + x.memberCount[b]));
    expect(list.toSorted()).toEqual(
      Array.from({ length: w.people }, (_, p) => p).filter((p) => x.seat[b * w.people + p]),
    );
  }
  for (const h of x.holder) expect(h >= -1 && h < w.people).toBe(true);
  for (const v of [...x.strain, ...x.tie.map(Math.abs), ...x.owed.map(Math.abs)])
    expect(v >= 0 && v <= 1).toBe(true);
  for (const v of [...x.publicMean, ...x.branchLean]) expect(v >= 0 && v <= 100).toBe(true);
  expect(x.procKind.filter((k) => k >= 0).length).toBe(x.counters[Counter.procedures]);
}

const said = (a: Anything): string => allActs()[a.kind].kind;

test('any record can be applied, and then runs on to an end', () => {
  fc.assert(
    fc.property(
      fc.array(anything, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.nat(9)),
      (acts, answers) => {
        const s = tinyScene();
        try {
          for (const a of acts) applyAnything(s, a);
          checkState(s);
          const choose = (menu: Menu): number => {
            checkMenu(menu);
            return ((answers.next().value ?? 0) % (menu.size + 1)) - 1;
          };
          drive(s, choose, 1000);
          checkState(s);
        } catch (e) {
          throw new Error(`after ${acts.map(said).join(', ')}`, { cause: e });
        }
      },
    ),
    { numRuns: 800 },
  );
});

test('whatever is offered is legal, means something in range, and leaves no trace until it is chosen', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 8 }), fc.nat(5), (acts, person) => {
      const s = tinyScene();
      for (const a of acts) applyAnything(s, a);
      const before = s.state.bytes.slice();
      const menu = menuOf(s, person);
      expect(Buffer.compare(s.state.bytes, before)).toBe(0);
      checkMenu(menu);
    }),
    { numRuns: 500 },
  );
});

/** Classes in which one may answer something that states no point on its issue. */
const vague = new Set(['pact', 'outside', 'line', 'press', 'secret']);

function checkMenu(menu: Menu): void {
  for (let k = 0; k < menu.size; k++)
    checkMeaning(allActs()[menu.kind[k]].kind, menu.meaning.subarray(k * meanWidth, (k + 1) * meanWidth));
}

function checkMeaning(kind: string, row: Float64Array): void {
  if (vague.has(allActs()[actNumber(kind)].class) && Number.isNaN(row[Mean.value])) return;
  for (const cell of [
    Mean.posts,
    Mean.split,
    Mean.sanction,
    Mean.blame,
    Mean.owed,
    Mean.breach,
    Mean.side,
    Mean.warmth,
  ]) {
    expect(Math.abs(row[cell]), `${kind}: cell ${cell}`).toBeLessThanOrEqual(1);
  }
  for (const cell of [Mean.publicity, Mean.seen, Mean.chance]) {
    expect(row[cell] >= 0 && row[cell] <= 1, `${kind}: cell ${cell} is ${row[cell]}`).toBe(true);
  }
  if (row[Mean.bearing] !== 0 && row[Mean.issue] >= 0)
    expect(row[Mean.bearing] === 8 || !Number.isNaN(row[Mean.value]), `${kind}: value`).toBe(true);
}

test('one kind of act offers at most eight candidates; motions more, one set a body', () => {
  for (let p = 0; p < 6; p++) {
    const menu = menuOf(tinyScene(), p);
    const of = new Map<number, number>();
    for (let k = 0; k < menu.size; k++) of.set(menu.kind[k], (of.get(menu.kind[k]) ?? 0) + 1);
    for (const [kind, n] of of)
      expect(n, allActs()[kind].kind).toBeLessThanOrEqual(allActs()[kind].kind === 'motion' ? 16 : 8);
  }
});

const name = (word: string, many: boolean): NameForms => ({
  nom: word,
  gen: word,
  dat: word,
  acc: word,
  ins: word,
  pre: word,
  many,
});

test('sentences have no holes, with much said and with little', () => {
  for (const act of allActs()) {
    for (const option of act.options ?? [undefined]) {
      for (const many of [false, true]) {
        for (const full of [false, true]) {
          const to = full ? name('To', false) : undefined;
          const words: ActWords = {
            by: name('By', many),
            to,
            body: to,
            office: to,
            thing: to,
            option,
            tally: undefined,
            issue: full ? 'issue' : undefined,
            point: full ? 'point' : undefined,
            adopted: full,
            secret: false,
            reserved: false,
            jointly: full,
          };
          for (const text of [act.sentence.en(words), act.sentence.ru(words)]) {
            expect(text, act.kind).not.toMatch(/undefined|null|NaN| {2}|\s$|^\s|^$/);
          }
        }
      }
    }
    expect(act.because.length, act.kind).toBeGreaterThan(20);
  }
});
