import { actNumber, allActs, procedureNumber } from '../acts/index.ts';
import type { Episode, Match, Measure, Outcome } from '../episode/types.ts';
import { codeOf } from '../run/history/compile.ts';
import { namesOf } from '../world/compile/compile.ts';
import type { Names } from '../world/compile/names.ts';
import type { Scene } from '../world/scene.ts';
import { ActFlag, Counter, type State } from '../world/state.ts';
import type { World } from '../world/world.ts';

export type OutcomeKind = 'yes-no' | 'number' | 'date' | 'who';

/** A question to a record, compiled: run and history answer it alike. Yes is 1, no 0; a date is a day, NaN if never; `who` a person's index, −1 nobody. */
export interface CompiledOutcome {
  readonly id: string;
  readonly kind: OutcomeKind;
  /** When the state is looked at, in days (the end of that day); infinite: the end of the run. */
  readonly at: number;
  readonly value: (s: Scene) => number;
  readonly source: Outcome;
}

export interface CompiledMatch {
  readonly kinds: ReadonlySet<number>;
  readonly by: ReadonlySet<number>;
  readonly to: ReadonlySet<number>;
  readonly body: number;
  readonly issue: number;
  readonly office: number;
  readonly options: readonly string[];
  readonly flag: number;
  readonly atLeast: number;
  readonly atMost: number;
  readonly from: number;
  readonly until: number;
}

/** Compiles every outcome of an episode. Throws a RangeError for an unknown id: the checker should have caught it. */
export function compileOutcomes(e: Episode, world: World): readonly CompiledOutcome[] {
  const n = namesOf(e);
  return e.outcomes.map((o) => compileOutcome(o, n, world));
}

function compileOutcome(o: Outcome, n: Names, w: World): CompiledOutcome {
  const [kind, value] = compileMeasure(o.measure, n, w);
  const at = 'at' in o.measure && o.measure.at < w.ends ? o.measure.at + 1 : Number.POSITIVE_INFINITY;
  return { id: o.id, kind, at, value, source: o };
}

type Compiled = readonly [OutcomeKind, (s: Scene) => number];

function compileMeasure(m: Measure, n: Names, w: World): Compiled {
  switch (m.kind) {
    case 'any':
    case 'count':
    case 'people':
    case 'first':
      return overRecord(m.kind, compileMatch(m.match, n));
    case 'holds':
      return holds(
        n.office.get(m.office) ?? -1,
        m.person === undefined ? -1 : (n.person.get(m.person) ?? -1),
      );
    case 'sits': {
      const body = n.body.get(m.body) ?? -1;
      const people = m.people.map((p) => n.person.get(p) ?? -1);
      return [
        people.length === 1 ? 'yes-no' : 'number',
        (s) => people.reduce((sum, p) => sum + (s.state.seat[body * w.people + p] ? 1 : 0), 0),
      ];
    }
    case 'belongs': {
      const g = n.organisation.get(m.organisation) ?? -1;
      const people = m.people.map((p) => n.person.get(p) ?? -1);
      return [
        people.length === 1 ? 'yes-no' : 'number',
        (s) => people.reduce((sum, p) => sum + (s.state.belongs[g * w.people + p] ? 1 : 0), 0),
      ];
    }
    case 'line': {
      const cell = (n.body.get(m.body) ?? -1) * w.issues + (n.issue.get(m.issue) ?? -1);
      return threshold((s) => s.state.line[cell] ?? Number.NaN, m.atLeast, m.atMost);
    }
    case 'practised': {
      const issue = n.issue.get(m.issue) ?? -1;
      return threshold((s) => practisedLine(s, issue), m.atLeast, m.atMost);
    }
    case 'resource': {
      const r = n.resource.get(m.resource) ?? -1;
      const holder = codeOf(m.holder, n);
      return ['yes-no', (s) => (s.state.resourceHolder[r] === holder ? 1 : 0)];
    }
    case 'open': {
      const kind = procedureNumber(m.procedure);
      return ['yes-no', (s) => (kind >= 0 && s.state.procKind.includes(kind) ? 1 : 0)];
    }
  }
}

/** The line practised: its own if it has one, else the line adopted by the deciding body. */
export function practisedLine(s: Scene, issue: number): number {
  const own = s.state.practised[issue] ?? Number.NaN;
  return Number.isNaN(own)
    ? (s.state.line[(s.world.issueBody[issue] ?? 0) * s.world.issues + issue] ?? Number.NaN)
    : own;
}

function threshold(
  read: (s: Scene) => number,
  atLeast: number | undefined,
  atMost: number | undefined,
): Compiled {
  if (atLeast === undefined && atMost === undefined) return ['number', read];
  return [
    'yes-no',
    (s) => {
      const v = read(s);
      return v >= (atLeast ?? -1e9) && v <= (atMost ?? 1e9) ? 1 : 0;
    },
  ];
}

function holds(office: number, person: number): Compiled {
  if (person >= 0) return ['yes-no', (s) => (s.state.holder[office] === person ? 1 : 0)];
  return ['who', (s) => s.state.holder[office] ?? -1];
}

/** Compiles what a measure or an occasion looks for. */
export function compileMatch(m: Match, n: Names): CompiledMatch {
  return {
    kinds: new Set(m.acts.map(actNumber)),
    by: new Set(m.by.map((id) => codeOf(id, n))),
    to: new Set(m.to.map((id) => codeOf(id, n))),
    body: m.in === undefined ? -1 : (n.body.get(m.in) ?? -2),
    issue: m.issue === undefined ? -1 : (n.issue.get(m.issue) ?? -2),
    office: m.office === undefined ? -1 : (n.office.get(m.office) ?? -2),
    options: m.options,
    flag: m.outcome === 'adopted' ? ActFlag.adopted : m.outcome === 'rejected' ? ActFlag.rejected : 0,
    atLeast: m.atLeast ?? -1e9,
    atMost: m.atMost ?? 1e9,
    from: m.from ?? -1e9,
    until: (m.until ?? 1e9) + 1,
  };
}

function overRecord(kind: 'any' | 'count' | 'people' | 'first', m: CompiledMatch): Compiled {
  switch (kind) {
    case 'any':
      return ['yes-no', (s) => (firstAct(s, m) >= 0 ? 1 : 0)];
    case 'first':
      return [
        'date',
        (s) => {
          const k = firstAct(s, m);
          return k < 0 ? Number.NaN : Math.floor(s.state.actTime[k] ?? Number.NaN);
        },
      ];
    case 'count':
      return [
        'number',
        (s) => {
          let total = 0;
          for (let k = 0; k < acts(s.state); k++) if (fits(s.world, s.state, k, m)) total++;
          return total;
        },
      ];
    case 'people':
      return [
        'number',
        (s) => {
          const who = new Set<number>();
          for (let k = 0; k < acts(s.state); k++)
            if (fits(s.world, s.state, k, m)) who.add(s.state.actBy[k] ?? -1);
          return who.size;
        },
      ];
  }
}

const acts = (x: State): number => x.counters[Counter.acts] ?? 0;

/** The first act that fits; −1 if there is none. */
export function firstAct(s: Scene, m: CompiledMatch): number {
  for (let k = 0; k < acts(s.state); k++) if (fits(s.world, s.state, k, m)) return k;
  return -1;
}

/** The body an act was done in; an act about a post belongs to the post's body. */
function bodyOfAct(w: World, x: State, k: number): number {
  const body = x.actBody[k] ?? -1;
  const office = x.actOffice[k] ?? -1;
  return body >= 0 || office < 0 ? body : (w.officeBody[office] ?? -1);
}

function fits(w: World, x: State, k: number, m: CompiledMatch): boolean {
  const kind = x.actKind[k] ?? -1;
  if (!m.kinds.has(kind)) return false;
  if (m.by.size > 0 && !m.by.has(x.actBy[k] ?? -1)) return false;
  if (m.to.size > 0 && !m.to.has(x.actTo[k] ?? -1)) return false;
  if (m.body !== -1 && bodyOfAct(w, x, k) !== m.body) return false;
  if (m.issue !== -1 && x.actIssue[k] !== m.issue) return false;
  if (m.office !== -1 && x.actOffice[k] !== m.office) return false;
  if (m.flag !== 0 && !((x.actFlags[k] ?? 0) & m.flag)) return false;
  const t = x.actTime[k] ?? 0;
  if (t < m.from || t >= m.until) return false;
  const v = x.actValue[k] ?? Number.NaN;
  if (m.atLeast > -1e9 && !(v >= m.atLeast)) return false;
  if (m.atMost < 1e9 && !(v <= m.atMost)) return false;
  return m.options.length === 0 || m.options.includes(optionName(kind, x.actOption[k] ?? -1));
}

const optionName = (kind: number, option: number): string => allActs()[kind]?.options?.[option] ?? '';
