import { assemblyOf, isRecused } from '../acts/assemblies.ts';
import { absentVote, countsAt } from '../world/assembly.ts';
import type { Scene } from '../world/scene.ts';

/** Who votes in one ballot, by seat: persons, and blocs as groups of equal votes. Allocates nothing unless it is larger than any before. */
export class Electorate {
  n = 0;
  /** Person by seat. */
  voter: Int32Array;
  /** Seats and votes per seat of each voter: 1 and 1 for a person. */
  seats: Uint16Array;
  weight: Uint16Array;
  /** Seat by person, −1 none. */
  readonly seatOf: Int32Array;

  constructor(people: number, capacity: number) {
    this.seatOf = new Int32Array(people).fill(-1);
    this.voter = new Int32Array(capacity);
    this.seats = new Uint16Array(capacity);
    this.weight = new Uint16Array(capacity);
  }

  /** Everybody who votes on the motion in this slot, once: the host's members, then those of the bodies that sit with it who have no seat yet. */
  assemble(s: Scene, slot: number): void {
    const { world: w, state: x } = s;
    const a = assemblyOf(s, slot);
    for (let j = 0; j < this.n; j++) this.seatOf[this.voter[j]] = -1;
    this.n = 0;
    const all = absentVote(s, a);
    for (let i = 0; i < a.bodies.length; i++) {
      const first = a.bodies[i] * w.bodyCapacity;
      for (let k = first; k < first + x.memberCount[a.bodies[i]]; k++) {
        const p = x.memberList[k];
        if ((all || !x.away[p]) && countsAt(s, a, i, p) && !isRecused(s, slot, p)) this.seat(s, p);
      }
    }
  }

  private seat(s: Scene, p: number): void {
    if (this.n >= this.voter.length) this.grow();
    const j = this.n++;
    this.voter[j] = p;
    this.seatOf[p] = j;
    const size = s.world.size[p];
    // A bloc of cohesion c votes in about size^(1−c) groups.
    const cohesion = s.state.cohesion[p];
    const groups = size <= 1 ? 1 : Math.max(1, Math.min(size, Math.round(size * (1 - cohesion) + 1)));
    this.seats[j] = groups;
    this.weight[j] = Math.max(1, Math.round(size / groups));
  }

  /** Votes of all who are there. */
  votes(): number {
    let votes = 0;
    for (let j = 0; j < this.n; j++) votes += this.seats[j] * this.weight[j];
    return votes;
  }

  private grow(): void {
    const size = 2 * this.voter.length;
    const { voter, seats, weight } = this;
    this.voter = new Int32Array(size);
    this.seats = new Uint16Array(size);
    this.weight = new Uint16Array(size);
    this.voter.set(voter);
    this.seats.set(seats);
    this.weight.set(weight);
  }
}
