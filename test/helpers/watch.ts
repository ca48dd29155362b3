import { allActs, allProcedures, actNumber } from '../../src/acts/index.ts';
import { assemblyOf } from '../../src/acts/assemblies.ts';
import { absentVote, isConvened, votesIn } from '../../src/world/assembly.ts';
import { tallyOf } from '../../src/world/record.ts';
import { motionOptions } from '../../src/acts/kinds/motion.ts';
import { considerationCount, considerations, K } from '../../src/choice/considerations/index.ts';
import { type Chooser, drawing, type Occasion } from '../../src/run/chooser.ts';
import type { Engine } from '../../src/run/engine.ts';
import { ActFlag, Counter, procedureCapacity } from '../../src/world/state.ts';

/** What was so when a ballot opened, by the act that opened its motion. */
interface Sitting {
  readonly members: number;
  readonly present: number;
  readonly voters: Map<number, number>;
  readonly body: number;
  readonly option: number;
}

/**
 * A chooser that looks at the whole state before every choice and reports what must never be so, then leaves the choice to
 * another. Broken invariants are collected, each once, with the day on which it was first seen.
 */
export class Watch implements Chooser {
  readonly broken = new Map<string, string>();
  /** Choices looked at. */
  looks = 0;
  /** Days that the longest-lived procedure of each kind has been open. */
  readonly oldest = new Map<string, number>();
  /** Considerations seen outside −1…1, and how far. */
  readonly beyond = new Map<string, number>();
  adopted = 0;
  private readonly inner: Chooser;
  private readonly every: number;
  private readonly sittings = new Map<number, Sitting>();
  private seenActs = 0;

  /** @param every look at the whole state only at every so many-th choice */
  constructor(inner: Chooser = drawing, every = 1) {
    this.inner = inner;
    this.every = every;
  }

  /** Before each run. */
  begin(): void {
    this.sittings.clear();
    this.seenActs = 0;
  }

  choose = (g: Engine, o: Occasion): number => {
    this.looks++;
    if (this.looks % this.every === 0) this.look(g);
    if (o.kind === 2) this.ballot(g, o);
    this.menu(g, o);
    return this.inner.choose(g, o);
  };

  private miss(g: Engine, what: string, more = ''): void {
    if (!this.broken.has(what))
      this.broken.set(
        what,
        `day ${((g.scene.state.clock[0] ?? 0) - g.scene.world.starts).toFixed(2)} ${more}`,
      );
  }

  /** Everything that must hold at any moment. Called at the end of a run too. */
  look(g: Engine): void {
    this.numbers(g);
    this.seats(g);
    this.procedures(g);
    this.acts(g);
  }

  private numbers(g: Engine): void {
    const x = g.scene.state;
    const within = (
      name:
        | 'position'
        | 'work'
        | 'salience'
        | 'workSalience'
        | 'attachment'
        | 'ambition'
        | 'caution'
        | 'authority'
        | 'tie'
        | 'defer'
        | 'owed'
        | 'strain'
        | 'publicMean'
        | 'branchLean'
        | 'bodyAuthority',
      low: number,
      high: number,
    ): void => {
      for (const v of x[name])
        if (!(v >= low && v <= high)) this.miss(g, `${name} outside ${low}…${high}`, String(v));
    };
    for (const f of ['position', 'work', 'publicMean', 'branchLean'] as const) within(f, 0, 100);
    for (const f of [
      'salience',
      'workSalience',
      'attachment',
      'ambition',
      'caution',
      'authority',
      'defer',
      'strain',
      'bodyAuthority',
    ] as const)
      within(f, 0, 1);
    for (const f of ['tie', 'owed'] as const) within(f, -1, 1);
    for (const v of x.publicSpread) if (!(v >= 0 && v < 200)) this.miss(g, 'public spread', String(v));
    for (let k = 0; k < x.beliefMean.length; k++) {
      const mean = x.beliefMean[k] ?? 0;
      const spread = x.beliefSpread[k] ?? -1;
      if (Number.isNaN(mean)) continue;
      if (!(mean >= 0 && mean <= 100)) this.miss(g, 'a belief outside 0…100', String(mean));
      if (!(spread >= 0 && spread < 200)) this.miss(g, 'the spread of a belief', String(spread));
    }
    for (const f of ['line', 'stance', 'practised'] as const)
      for (const v of x[f])
        if (!Number.isNaN(v) && !(v >= 0 && v <= 100)) this.miss(g, `${f} outside 0…100`, String(v));
  }

  private seats(g: Engine): void {
    const { world: w, state: x } = g.scene;
    for (let b = 0; b < w.bodies; b++) {
      const n = x.memberCount[b] ?? 0;
      const list = [...x.memberList.subarray(b * w.bodyCapacity, b * w.bodyCapacity + n)];
      const seated = [...Array(w.people).keys()].filter((p) => x.seat[b * w.people + p] !== 0);
      if (new Set(list).size !== n || [...list].sort((a, c) => a - c).join() !== seated.join())
        this.miss(g, `members of ${w.bodyId[b]} and its list differ`);
    }
    for (let o = 0; o < w.offices; o++) {
      const holder = x.holder[o] ?? -2;
      if (holder < -1 || holder >= w.people) this.miss(g, `office ${w.officeId[o]} is held by ${holder}`);
    }
    for (const r of x.resourceHolder)
      if (r < -1 || r >= w.people + w.bodies) this.miss(g, 'a resource is held by nobody there is');
    for (const v of x.seat) if (v > 2) this.miss(g, 'a seat of no kind');
  }

  private procedures(g: Engine): void {
    const { scene: s } = g;
    const x = s.state;
    let open = 0;
    for (let slot = 0; slot < procedureCapacity; slot++) {
      const kind = x.procKind[slot] ?? -1;
      if (kind < 0) continue;
      open++;
      const name = allProcedures()[kind]?.kind ?? '?';
      if (!Number.isFinite(x.procDue[slot] ?? Number.NaN)) this.miss(g, `procedure ${name} is never due`);
      const age = (x.clock[0] ?? 0) - (x.procOpened[slot] ?? 0);
      this.oldest.set(name, Math.max(age, this.oldest.get(name) ?? 0));
    }
    if (open !== x.counters[Counter.procedures]) this.miss(g, 'the count of open procedures');
  }

  private acts(g: Engine): void {
    const { state: x, world: w } = g.scene;
    const n = x.counters[Counter.acts] ?? 0;
    if (n > x.actKind.length) this.miss(g, 'too many acts');
    for (let k = this.seenActs; k < n; k++) {
      const kind = x.actKind[k] ?? -1;
      if (!allActs()[kind]) this.miss(g, `act ${k} is of no kind`);
      if (k > 0 && (x.actTime[k] ?? 0) < (x.actTime[k - 1] ?? 0)) this.miss(g, 'the record runs backwards');
      if ((x.actAnswers[k] ?? -1) >= k) this.miss(g, 'an act answers a later one');
      if ((x.actBy[k] ?? 0) < 0 || (x.actBy[k] ?? 0) >= w.people + w.bodies + w.branches)
        this.miss(g, `a ${allActs()[kind]?.kind} by nobody there is`);
      if (kind === actNumber('resolution')) this.resolution(g, k);
      if (kind === actNumber('vote')) this.vote(g, k);
    }
    this.seenActs = n;
  }

  private ballot(g: Engine, o: Occasion): void {
    const { world: w, state: x } = g.scene;
    const body = x.procBody[o.slot] ?? -1;
    const origin = x.procOrigin[o.slot] ?? -1;
    let sitting = this.sittings.get(origin);
    if (!sitting) {
      // Worked out afresh: who has a seat in any of the bodies, and who of them takes part.
      const a = assemblyOf(g.scene, o.slot);
      const all = [...Array(w.people).keys()].filter((p) => votesIn(g.scene, a, p));
      const there = all.filter((p) => !x.away[p] || absentVote(g.scene, a));
      if (!isConvened(g.scene, a)) this.miss(g, 'a joint sitting with a body that has not been convened');
      for (const b of a.bodies)
        if (!there.some((p) => x.seat[b * w.people + p]))
          this.miss(g, 'a joint sitting without one of its bodies');
      const votes = (list: readonly number[]): number => list.reduce((sum, p) => sum + (w.size[p] ?? 0), 0);
      sitting = {
        members: votes(all),
        present: votes(there),
        body,
        option: x.procOption[o.slot] ?? 0,
        voters: new Map(there.map((p) => [p, w.size[p] ?? 0])),
      };
      this.sittings.set(origin, sitting);
      if (sitting.present < (w.quorum[body] ?? 0)) this.miss(g, 'a ballot without a quorum');
      if (!x.convened[body]) this.miss(g, `a ballot in ${w.bodyId[body]}, which has not been convened`);
    }
    if (!sitting.voters.has(o.person)) this.miss(g, 'somebody votes who has no seat or is away');
    if (x.procTo[o.slot] === o.person && !w.ownCase[body]) this.miss(g, 'somebody votes on his own case');
  }

  private vote(g: Engine, k: number): void {
    const { state: x } = g.scene;
    const sitting = this.sittings.get(x.actAnswers[k] ?? -1);
    if (sitting && !sitting.voters.has(x.actBy[k] ?? -1)) this.miss(g, 'a vote by somebody without a seat');
  }

  /** The threshold, worked out afresh from the votes written in the record. */
  private resolution(g: Engine, k: number): void {
    const { world: w, state: x } = g.scene;
    const flags = x.actFlags[k] ?? 0;
    const sitting = this.sittings.get(x.actAnswers[k] ?? -1);
    if (!sitting || !(flags & (ActFlag.adopted | ActFlag.rejected))) return;
    const { yes = 0, no = 0, abstain = 0 } = tallyOf(x, k) ?? {};
    if (yes + no + abstain > sitting.present + 1e-9)
      this.miss(
        g,
        'more votes than members present',
        `${yes}+${no}+${abstain} of ${sitting.present} in ${w.bodyId[sitting.body]}`,
      );
    const power = motionOptions[sitting.option] ?? 'line';
    const rule =
      (sitting.option > 0 ? w.powers[sitting.body]?.get(power) : undefined) ?? w.rule[sitting.body];
    if (!rule) return;
    const of = rule.base === 0 ? yes + no : rule.base === 1 ? yes + no + abstain : sitting.members;
    const reached =
      rule.count > 0
        ? yes >= rule.count
        : rule.strict
          ? yes > rule.share * of
          : yes > 0 && yes >= rule.share * of - 1e-9;
    const adopted = (flags & ActFlag.adopted) !== 0;
    if (adopted) this.adopted++;
    if (adopted !== reached)
      this.miss(
        g,
        adopted ? 'adopted below its threshold' : 'rejected at its threshold',
        `${yes}:${no}:${abstain} of ${of}, ${JSON.stringify(rule)}`,
      );
  }

  /** One acts for oneself, for a body in which one sits, for a branch whose secretary one is, or in whose body one sits. */
  private actsFor(g: Engine, person: number, by: number): boolean {
    const { world: w, state: x } = g.scene;
    if (by < w.people) return by === person;
    if (by < w.people + w.bodies) return x.seat[(by - w.people) * w.people + person] !== 0;
    const branch = by - w.people - w.bodies;
    const head = x.branchHead[branch] ?? -1;
    const body = w.branchBody[branch] ?? -1;
    return head >= 0 ? head === person : body >= 0 && x.seat[body * w.people + person] !== 0;
  }

  private menu(g: Engine, o: Occasion): void {
    const { menu, utility, matrix } = g.mind;
    const keys = new Set<number>();
    for (let k = 0; k < menu.size; k++) {
      const name = allActs()[menu.kind[k] ?? -1]?.kind ?? '?';
      if (!Number.isFinite(utility[k] ?? Number.NaN)) this.miss(g, `the utility of ${name} is not a number`);
      if (keys.has(menu.key[k] ?? 0)) this.miss(g, `two options of ${name} share a key`);
      keys.add(menu.key[k] ?? 0);
      if (!this.actsFor(g, o.person, menu.by[k] ?? -1))
        this.miss(g, `an option of ${name} is somebody else's`);
      if (k > 0 && menu.kind[k] !== menu.kind[k - 1] && o.nested)
        for (let j = 0; j < k - 1; j++)
          if (menu.kind[j] === menu.kind[k]) this.miss(g, `rows of ${name} do not stand together`);
      for (let c = 0; c < considerationCount; c++) {
        const v = matrix[k * considerationCount + c] ?? Number.NaN;
        if (c === K.base || (v >= -1.0000001 && v <= 1.0000001)) continue;
        this.beyond.set(
          `${considerations[c]?.id} of ${name}`,
          Math.max(Math.abs(v), this.beyond.get(`${considerations[c]?.id} of ${name}`) ?? 0),
        );
      }
    }
  }
}

/** A fixed stream of numbers in 0…1 for choosers that do not use the model's luck. */
export function stream(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Picks blindly among the options: on one's own initiative seldom, in answers and votes mostly. */
export function blind(seed: number, initiative: number): Chooser {
  const next = stream(seed);
  return {
    choose: (g, o) => {
      const { size } = g.mind.menu;
      if (next() > (o.kind === 0 ? initiative : 0.85) || size === 0) return -1;
      return Math.min(size - 1, Math.floor(next() * size));
    },
  };
}
