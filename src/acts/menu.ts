import { hashText } from '../chance/keys.ts';
import { clearMove, type Move, newMove } from '../world/record.ts';
import type { Scene } from '../world/scene.ts';
import { allActs } from './define.ts';
import { clearMeaning, meanWidth } from './meaning.ts';

/** Most options one occasion may offer; more is a bug in an act's candidates. */
export const menuCapacity = 192;

/** A prohibition in force (from an intervention): -1 matches anything. */
export interface Ban {
  readonly kind: number;
  readonly by: number;
  readonly to: number;
  readonly body: number;
  readonly issue: number;
  readonly option: number;
  readonly from: number;
  readonly until: number;
}

/**
 * The options of one occasion, in flat columns, reused. Row k holds the move and, at k × meanWidth, its meaning.
 * Rows of one kind of act stand together: `kindOf` says where each kind's rows begin.
 */
export class Menu {
  size = 0;
  readonly kind = new Int32Array(menuCapacity);
  readonly by = new Int32Array(menuCapacity);
  readonly to = new Int32Array(menuCapacity);
  readonly body = new Int32Array(menuCapacity);
  readonly issue = new Int32Array(menuCapacity);
  readonly office = new Int32Array(menuCapacity);
  readonly thing = new Int32Array(menuCapacity);
  readonly option = new Int32Array(menuCapacity);
  readonly proc = new Int32Array(menuCapacity);
  readonly flags = new Int32Array(menuCapacity);
  readonly key = new Uint32Array(menuCapacity);
  readonly value = new Float64Array(menuCapacity);
  readonly meaning = new Float64Array(menuCapacity * meanWidth);
  /** The move that an act fills before `offer`. */
  readonly draft: Move = newMove();
  /** Moves refused by the rules while the menu was filled. */
  refused = 0;
  bans: readonly Ban[] = [];

  clear(): void {
    this.size = 0;
    this.refused = 0;
  }

  /** A fresh draft for a kind of act. */
  start(kind: number, by: number): Move {
    const m = clearMove(this.draft);
    m.kind = kind;
    m.by = by;
    return m;
  }

  /** Offers the draft if the rules allow it; returns whether it is a new option. The same move offered twice stands once. */
  offer(s: Scene): boolean {
    const m = this.draft;
    const act = allActs()[m.kind];
    if (act.legal(s, m) !== 0 || this.banned(s, m)) {
      this.refused++;
      return false;
    }
    const k = this.size;
    if (k >= menuCapacity)
      throw new RangeError(`more than ${menuCapacity} options; act "${act.kind}" offers too many`);
    m.key = optionKey(s, m);
    for (let j = k - 1; j >= 0 && this.kind[j] === m.kind; j--) if (this.key[j] === m.key >>> 0) return false;
    this.kind[k] = m.kind;
    this.by[k] = m.by;
    this.to[k] = m.to;
    this.body[k] = m.body;
    this.issue[k] = m.issue;
    this.office[k] = m.office;
    this.thing[k] = m.thing;
    this.option[k] = m.option;
    this.proc[k] = m.proc;
    this.flags[k] = m.flags;
    this.key[k] = m.key;
    this.value[k] = m.value;
    clearMeaning(this.meaning, k * meanWidth);
    act.mean(s, m, this.meaning, k * meanWidth);
    this.size = k + 1;
    return true;
  }

  /** Copies row k into a move. */
  take(k: number, m: Move): Move {
    m.kind = this.kind[k];
    m.by = this.by[k];
    m.to = this.to[k];
    m.body = this.body[k];
    m.issue = this.issue[k];
    m.office = this.office[k];
    m.thing = this.thing[k];
    m.option = this.option[k];
    m.proc = this.proc[k];
    m.flags = this.flags[k];
    m.key = this.key[k];
    m.value = this.value[k];
    return m;
  }

  /** Is the move forbidden by an intervention? */
  banned(s: Scene, m: Move): boolean {
    if (this.bans.length === 0) return false;
    const t = s.state.clock[0];
    for (const b of this.bans) {
      if (t < b.from || t >= b.until) continue;
      if (b.kind !== m.kind) continue;
      if (b.by >= 0 && b.by !== m.by) continue;
      if (b.to >= 0 && b.to !== m.to) continue;
      if (b.body >= 0 && b.body !== m.body) continue;
      if (b.issue >= 0 && b.issue !== m.issue) continue;
      if (b.option >= 0 && b.option !== m.option) continue;
      return true;
    }
    return false;
  }
}

const kindKeys: number[] = [];

/** Key of a kind of act by its number, hashed from its name. */
export function kindKey(kind: number): number {
  for (let k = kindKeys.length; k <= kind; k++) kindKeys.push(hashText(allActs()[k].kind));
  return kindKeys[kind];
}

/** The semantic id of an option: what is done, to whom, where, about what; never where it stands in a list. */
export function optionKey(s: Scene, m: Move): number {
  const w = s.world;
  parts[0] = keyOfCode(s, m.to);
  parts[1] = m.body >= 0 ? w.bodyKey[m.body] : 0;
  parts[2] = m.issue >= 0 ? w.issueKey[m.issue] : 0;
  parts[3] = m.office >= 0 ? w.officeKey[m.office] : 0;
  parts[4] = m.thing >= 0 ? thingKey(s, m) : 0;
  parts[5] = m.value === m.value ? Math.round(m.value * 16) + 1 : 0;
  parts[6] = m.proc >= 0 ? s.state.procKey[m.proc] : 0;
  parts[7] = m.option + 1;
  return mixParts(kindKey(m.kind));
}

const parts = new Int32Array(8);

/** `mixKey` of `parts` one after the other, written out in one loop: every option offered passes through it. */
function mixParts(first: number): number {
  let h = first | 0;
  for (let i = 0; i < 8; i++) {
    let k = Math.imul(parts[i], 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    h ^= k;
    h = (h << 13) | (h >>> 19);
    h = ((Math.imul(h, 5) + 0xe6546b64) | 0) ^ 4;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return h >>> 0;
}

/** Key of the resource or branch that a move is about; organisations and the like go by number. */
function thingKey(s: Scene, m: Move): number {
  const { thing } = allActs()[m.kind];
  if (thing === 'resource') return s.world.resourceKey[m.thing];
  return thing === 'branch' ? s.world.branchKey[m.thing] : m.thing + 1;
}

/** Key of a person, a body or a branch given by code. */
export function keyOfCode(s: Scene, code: number): number {
  const w = s.world;
  if (code < 0) return 0;
  if (code < w.people) return w.personKey[code];
  if (code < w.people + w.bodies) return w.bodyKey[code - w.people];
  return w.branchKey[code - w.people - w.bodies];
}
