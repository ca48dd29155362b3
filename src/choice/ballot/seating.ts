import { type Electorate, isBinary, seatsOf, shiftedNeed, weightOf } from './count.ts';

/**
 * The seats of an electorate in a row, and for every position the scores from which the result is still open:
 * below `low` yes has lost, from `need` on it has won. Only open scores are ever stored.
 */
export class Seating {
  /** Number of seats. */
  count = 0;
  /** Score that yes needs. */
  need = 0;
  /** Largest score one seat can add. */
  step = 0;
  binary = true;
  /** Yes cannot lose / cannot win, whatever anybody does. */
  settled = false;
  /** Entry of the electorate in each seat. */
  owner: Int32Array = new Int32Array(0);
  /** 1 if the seat is the first of its entry. */
  first: Uint8Array = new Uint8Array(0);
  /** What each entry's seats add when they abstain, and when they vote for. */
  abstainStep: Int32Array = new Int32Array(0);
  yesStep: Int32Array = new Int32Array(0);
  /** Open scores after the first k seats, `low[k]` to `high[k]`, k = 0 … count; empty if low > high. */
  low: Int32Array = new Int32Array(1);
  high: Int32Array = new Int32Array(1);

  /** Seats a new electorate. Allocates only when it is larger than any before. */
  seat(electorate: Electorate): void {
    this.binary = isBinary(electorate);
    this.need = shiftedNeed(electorate, this.binary);
    this.count = 0;
    for (let j = 0; j < electorate.n; j++) this.count += seatsOf(electorate, j);
    this.grow(electorate.n, this.count);
    const total = this.assign(electorate);
    this.settled = this.need <= 0 || this.need > total;
    this.bound(total);
  }

  private grow(entries: number, seats: number): void {
    if (entries > this.yesStep.length) {
      this.abstainStep = new Int32Array(entries);
      this.yesStep = new Int32Array(entries);
    }
    if (seats <= this.owner.length) return;
    this.owner = new Int32Array(seats);
    this.first = new Uint8Array(seats);
    this.low = new Int32Array(seats + 1);
    this.high = new Int32Array(seats + 1);
  }

  private assign(electorate: Electorate): number {
    const { up, down } = electorate.rule;
    let position = 0;
    let total = 0;
    this.step = 0;
    for (let j = 0; j < electorate.n; j++) {
      const weight = weightOf(electorate, j);
      const step = this.binary ? weight : (up + down) * weight;
      this.yesStep[j] = step;
      this.abstainStep[j] = this.binary ? 0 : down * weight;
      if (step > this.step) this.step = step;
      const end = position + seatsOf(electorate, j);
      for (let k = position; k < end; k++) {
        this.owner[k] = j;
        this.first[k] = k === position ? 1 : 0;
      }
      total += step * (end - position);
      position = end;
    }
    return total;
  }

  private bound(total: number): void {
    let reached = 0;
    for (let k = 0; k <= this.count; k++) {
      this.low[k] = Math.max(0, this.need - (total - reached));
      this.high[k] = Math.min(this.need - 1, reached);
      if (k < this.count) reached += this.yesStep[this.owner[k]];
    }
  }
}
