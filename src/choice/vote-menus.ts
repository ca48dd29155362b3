import { actNumber } from '../acts/define.ts';
import { VoteOption } from '../acts/kinds/vote.ts';
import { Bearing, Mean, meanWidth } from '../acts/meaning.ts';
import { considerationCount } from './considerations/index.ts';
import { beginOccasion, evaluateOption } from './evaluate.ts';
import type { Mind } from './mind.ts';

/**
 * Yes and no of every voter of one ballot: what the two mean and their fixed considerations, found once when the ballot is opened and put back on
 * the menu when each voter reckons.
 */
export class VoteMenus {
  private readonly mind: Mind;
  /** By voter: how many options he has, their meaning and their fixed considerations. */
  private offered: Uint8Array;
  private meanings: Float64Array;
  private rows: Float64Array;
  private readonly keys = new Uint32Array(2);
  private slot = -1;
  private issue = -1;
  /** Has anybody a mark in the procedure (from an earlier attempt)? */
  private marked = false;

  constructor(mind: Mind, capacity: number) {
    this.mind = mind;
    this.offered = new Uint8Array(capacity);
    this.meanings = new Float64Array(capacity * 2 * meanWidth);
    this.rows = new Float64Array(capacity * 2 * considerationCount);
  }

  /** Begins with the motion in this slot, for so many voters. */
  open(slot: number, voters: number): void {
    const { world: w, state: x } = this.mind.scene;
    this.slot = slot;
    this.issue = x.procIssue[slot];
    this.marked = false;
    for (let k = slot * w.people; k < (slot + 1) * w.people; k++) if (x.mark[k] !== 0) this.marked = true;
    if (voters <= this.offered.length) return;
    const size = 2 * voters;
    this.offered = new Uint8Array(size);
    this.meanings = new Float64Array(size * 2 * meanWidth);
    this.rows = new Float64Array(size * 2 * considerationCount);
  }

  /** Puts yes and no on the menu; how many of them the rules allow. */
  offer(j: number, person: number): number {
    const { scene: s, menu } = this.mind;
    menu.clear();
    for (const option of [VoteOption.yes, VoteOption.no] as const) {
      const m = menu.start(actNumber('vote'), person);
      m.body = s.state.procBody[this.slot];
      m.issue = this.issue;
      m.value = s.state.procValue[this.slot];
      m.proc = this.slot;
      m.option = option;
      menu.offer(s);
    }
    this.offered[j] = menu.size;
    return menu.size;
  }

  /** Utility of a row without policy, conviction, company and prospect: what neither his position nor the others' votes change. */
  fixedPart(person: number, row: number): number {
    const { mind } = this;
    const { meaning } = mind.menu;
    const at = row * meanWidth;
    meaning[at + Mean.bearing] = Bearing.none;
    const said = meaning[at + Mean.said];
    const value = meaning[at + Mean.value];
    meaning[at + Mean.said] = meaning[at + Mean.value] = Number.NaN;
    // While nobody has voted there is no company to look for.
    meaning[at + Mean.joins] = this.marked ? this.slot : -1;
    if (row === 0) beginOccasion(mind, person);
    evaluateOption(mind, person, row);
    meaning[at + Mean.joins] = this.slot;
    meaning[at + Mean.said] = said;
    meaning[at + Mean.value] = value;
    return mind.utility[row];
  }

  /** Keeps the two rows of voter j as they are now. */
  keep(j: number): void {
    const { menu, matrix } = this.mind;
    for (let k = 0; k < 2 * meanWidth; k++) this.meanings[j * 2 * meanWidth + k] = menu.meaning[k];
    for (let k = 0; k < 2 * considerationCount; k++) this.rows[j * 2 * considerationCount + k] = matrix[k];
    this.keys[0] = menu.key[0];
    this.keys[1] = menu.key[1];
  }

  /** Puts them back on the menu. Only who votes differs from voter to voter. */
  restore(j: number, person: number): void {
    const { scene: s, menu, matrix } = this.mind;
    if (this.offered[j] !== 2) {
      this.offer(j, person);
      return;
    }
    menu.clear();
    for (let row = 0; row < 2; row++) {
      menu.kind[row] = actNumber('vote');
      menu.by[row] = person;
      menu.to[row] = menu.office[row] = menu.thing[row] = -1;
      menu.body[row] = s.state.procBody[this.slot];
      menu.issue[row] = this.issue;
      menu.option[row] = row === 0 ? VoteOption.yes : VoteOption.no;
      menu.proc[row] = this.slot;
      menu.flags[row] = 0;
      menu.key[row] = this.keys[row];
      menu.value[row] = s.state.procValue[this.slot];
    }
    menu.size = 2;
    for (let k = 0; k < 2 * meanWidth; k++) menu.meaning[k] = this.meanings[j * 2 * meanWidth + k];
    for (let k = 0; k < 2 * considerationCount; k++) matrix[k] = this.rows[j * 2 * considerationCount + k];
  }
}
