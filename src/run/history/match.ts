import { actNumber, allActs } from '../../acts/index.ts';
import { type Menu, menuCapacity } from '../../acts/menu.ts';
import type { Mind } from '../../choice/mind.ts';
import { ActFlag } from '../../world/state.ts';
import { moved as m } from './moved.ts';
import type { OptionSeen } from './seen.ts';

/** What a record and an option can agree on. `audience`: a body, whichever, or everybody. */
type Field = 'to' | 'body' | 'audience' | 'issue' | 'office' | 'option';

/**
 * What an option must share with the record to stand for it when none agrees in everything: what the model tells apart. A speech
 * means the same before one body as before another; who is attacked, courted or approached is the act, and the point on which that is
 * done is the coder's label. Kinds that are not listed must agree in all that the record states.
 */
const telling: Readonly<Record<string, readonly Field[]>> = {
  declare: ['audience', 'issue'],
  denounce: ['audience', 'to'],
  court: ['to'],
  sound: ['to'],
  approach: ['to'],
  'demand-denial': ['to'],
  concede: ['issue', 'option'],
  demand: ['issue'],
  offer: [],
  'break-talks': [],
  'draft-statement': ['body', 'option'],
  publish: ['issue'],
  recant: [],
  'threaten-force': [],
  ultimatum: ['body', 'issue'],
};

/** Of a motion against or for somebody, too, the matter over which it is put is a label. */
const personal: readonly Field[] = ['body', 'to', 'office', 'option'];

function tellingOf(kind: number): readonly Field[] | undefined {
  if (kind === actNumber('motion')) return m.option > 0 ? personal : undefined;
  return telling[allActs()[kind].kind];
}

/** Points by which the option nearest to the record's position may miss it. */
const furthest = 20;

/** By row of the menu matched last. */
const stands = new Uint8Array(menuCapacity);

/** The options that the record may mean: their summed probability, and the likeliest of them; row −1 if there are none. */
export interface Match {
  readonly row: number;
  readonly probability: number;
  readonly near: boolean;
  /** By row of the menu: 1 if the record may mean it. Shared: holds until the next match. */
  readonly stands: Uint8Array;
}

/**
 * What happened, in the menu: the options that agree with everything the record states, nearest in value; else those of the same kind
 * that share what the model tells apart. What the record leaves open is summed over. A paper whose drafting the record does not name is
 * sought as its drafting, and the statement of one man as his word.
 */
export function matchOptions(mind: Mind, person: number, p: Float64Array): Match {
  const { menu } = mind;
  const exact = sum(menu, p, (k) => (agrees(menu, k, person) ? missOf(menu, k) : Number.NaN));
  if (exact.row >= 0) return exact;
  const kind = drafted();
  const shared = kind === m.kind ? tellingOf(kind) : telling['draft-statement'];
  const near = sum(menu, p, (k) =>
    shared !== undefined && menu.kind[k] === kind && menu.by[k] === person && shares(menu, k, shared)
      ? 0
      : Number.NaN,
  );
  if (near.row >= 0 || m.flags & ActFlag.joint || m.kind !== actNumber('statement'))
    return { ...near, near: true };
  const own = sum(menu, p, (k) =>
    menu.kind[k] === actNumber('declare') && shares(menu, k, telling.declare ?? []) ? 0 : Number.NaN,
  );
  return { ...own, near: true };
}

/** A statement or an ultimatum that no paper carries is one whose drafting was not recorded. */
function drafted(): number {
  const paper = m.kind === actNumber('statement') || m.kind === actNumber('ultimatum');
  return paper && m.proc < 0 ? actNumber('draft-statement') : m.kind;
}

/** Sums the probability of the options that miss the record least; `miss` is NaN for those that do not stand for it. */
function sum(menu: Menu, p: Float64Array, miss: (k: number) => number): Match {
  let least = furthest;
  for (let k = 0; k < menu.size; k++) {
    const d = miss(k);
    if (d < least) least = d;
  }
  let row = -1;
  let probability = 0;
  stands.fill(0);
  for (let k = 0; k < menu.size; k++) {
    const d = miss(k);
    if (!(d <= least + 1e-9 && d < furthest)) continue;
    stands[k] = 1;
    probability += p[k];
    if (row < 0 || p[k] > p[row]) row = k;
  }
  return { row, probability: row < 0 ? Number.NaN : probability, near: false, stands };
}

/** Does an option agree with all that the record states, but for the value? */
function agrees(menu: Menu, k: number, person: number): boolean {
  if (menu.kind[k] !== m.kind || menu.by[k] !== person) return false;
  if (m.to >= 0 && menu.to[k] >= 0 && menu.to[k] !== m.to && !(m.flags & ActFlag.joint)) return false;
  if (((m.flags & ActFlag.reserved) !== 0) !== isReserved(menu.kind[k], menu.option[k], menu.flags[k]))
    return false;
  if (m.body >= 0 && menu.body[k] !== m.body) return false;
  if (m.issue >= 0 && menu.issue[k] >= 0 && menu.issue[k] !== m.issue) return false;
  if (m.office >= 0 && menu.office[k] !== m.office) return false;
  if (m.thing >= 0 && menu.thing[k] !== m.thing) return false;
  return !(m.option >= 0 && menu.option[k] >= 0 && menu.option[k] !== m.option);
}

/** Points between an option's value and the record's; 0 where either has none. */
const missOf = (menu: Menu, k: number): number =>
  m.value === m.value && menu.value[k] === menu.value[k] ? Math.abs(menu.value[k] - m.value) : 0;

function shares(menu: Menu, k: number, fields: readonly Field[]): boolean {
  for (const field of fields) {
    if (field === 'to' && m.to >= 0 && menu.to[k] !== m.to) return false;
    if (field === 'body' && m.body >= 0 && menu.body[k] !== m.body) return false;
    if (field === 'audience' && m.body >= 0 !== menu.body[k] >= 0) return false;
    if (field === 'issue' && m.issue >= 0 && menu.issue[k] !== m.issue) return false;
    if (field === 'office' && m.office >= 0 && menu.office[k] !== m.office) return false;
    if (field === 'option' && m.option >= 0 && menu.option[k] !== m.option) return false;
  }
  return !fields.includes('issue') || missOf(menu, k) < furthest;
}

/** Does an option stand for doing it with a reservation? */
const isReserved = (kind: number, option: number, flags: number): boolean =>
  (flags & ActFlag.reserved) !== 0 || allActs()[kind].options?.[option] === 'reserved';

/** What the record leaves open (the body of a motion, the procedure) is taken from the option it matches. */
export function borrow(menu: Menu, row: number): void {
  if (m.to < 0) m.to = menu.to[row] ?? -1;
  if (m.body < 0 && menu.kind[row] === m.kind) m.body = menu.body[row] ?? -1;
  if (m.issue < 0) m.issue = menu.issue[row] ?? -1;
  if (m.office < 0) m.office = menu.office[row] ?? -1;
  if (m.thing < 0) m.thing = menu.thing[row] ?? -1;
  if (m.option < 0 && menu.kind[row] === m.kind) m.option = menu.option[row] ?? -1;
  if (m.proc < 0) m.proc = menu.proc[row] ?? -1;
  if (m.value !== m.value) m.value = menu.value[row] ?? Number.NaN;
  m.key = menu.key[row] ?? 0;
}

const most = 6;

/** The likeliest options of the menu, waiting included. */
export function likeliest(mind: Mind): readonly OptionSeen[] {
  const { menu, probability } = mind;
  const all: OptionSeen[] = [];
  for (let k = 0; k <= menu.size; k++) {
    const wait = k === menu.size;
    all.push({
      row: wait ? -1 : k,
      kind: wait ? -1 : menu.kind[k],
      to: wait ? -1 : menu.to[k],
      body: wait ? -1 : menu.body[k],
      issue: wait ? -1 : menu.issue[k],
      office: wait ? -1 : menu.office[k],
      option: wait ? -1 : menu.option[k],
      value: wait ? Number.NaN : menu.value[k],
      probability: probability[k] ?? 0,
    });
  }
  return all.sort((a, b) => b.probability - a.probability || a.row - b.row).slice(0, most);
}
