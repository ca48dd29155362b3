import type { ActField, Change, KindView } from '../../engine/protocol.ts';

/** What can be changed, in the order in which it is offered. */
export const sorts = [
  'force',
  'forbid',
  'trait',
  'position',
  'salience',
  'tie',
  'belief',
  'line',
  'pressure',
  'resource',
  'rule',
  'add-event',
  'add-meeting',
  'remove-event',
  'remove-meeting',
  'remove-term',
] as const;
export type Sort = (typeof sorts)[number];

export const traitNames = ['attachment', 'ambition', 'caution', 'authority', 'tempo'] as const;
export const ruleParts = ['rule', 'ballot', 'authority', 'quorum'] as const;
export const ruleNames = [
  'majority',
  'majority-of-members',
  'two-thirds',
  'two-thirds-of-members',
  'unanimity',
] as const;

/** Everything that pickers hold; which of it counts depends on the sort. Empty: left open. */
export interface Draft {
  readonly sort: Sort;
  readonly act: string;
  readonly by: readonly string[];
  readonly to: string;
  readonly in: string;
  readonly issue: string;
  readonly office: string;
  readonly organ: string;
  readonly option: string;
  /** Point on the issue's scale that an act stands for; NaN any. */
  readonly point: number;
  /** Person whose trait, position … is set; the one who believes, or trusts. */
  readonly person: string;
  readonly other: string;
  readonly trait: (typeof traitNames)[number];
  readonly body: string;
  readonly part: (typeof ruleParts)[number];
  readonly rule: (typeof ruleNames)[number];
  readonly ballot: 'open' | 'secret';
  readonly pressure: string;
  readonly resource: string;
  /** Event, meeting or term. */
  readonly item: string;
  readonly to_: number;
  /** Day, or NaN: from the start; of a forced act: whenever it can be done first. */
  readonly day: number;
  /** Last day of what is forbidden; NaN: the end. */
  readonly until: number;
  /** What an added event is called. */
  readonly name: string;
}

export const blank: Draft = {
  sort: 'force',
  act: 'resign',
  by: [],
  to: '',
  in: '',
  issue: '',
  office: '',
  organ: '',
  option: '',
  point: Number.NaN,
  person: '',
  other: '',
  trait: 'attachment',
  body: '',
  part: 'rule',
  rule: 'majority',
  ballot: 'open',
  pressure: '',
  resource: '',
  item: '',
  to_: Number.NaN,
  day: Number.NaN,
  until: Number.NaN,
  name: '',
};

type Words = Readonly<Record<string, unknown>>;
const filled = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).filter(([, v]) => v !== '' && v !== undefined && !Number.isNaN(v)),
  );
const one = (list: readonly string[]): unknown =>
  list.length === 1 ? list[0] : list.length === 0 ? undefined : list;

/** The change that a draft comes to, as the format of episodes writes it. `iso` writes a day in the episode's own calendar. */
export function changeOf(d: Draft, kinds: readonly KindView[], iso: (day: number) => string): Change {
  const on = Number.isNaN(d.day) ? undefined : iso(d.day);
  const set = (words: Words): Change => filled({ set: { ...words, to: amountOf(d) }, at: on });
  switch (d.sort) {
    case 'force':
      return filled({ force: moveOf(d, kinds), at: on });
    case 'forbid':
      return filled({
        forbid: moveOf(d, kinds),
        from: on,
        until: Number.isNaN(d.until) ? undefined : iso(d.until),
      });
    case 'trait':
      return set({ trait: `${d.person}.${d.trait}` });
    case 'position':
    case 'salience':
      return set({ [d.sort]: `${d.person}.${d.issue}` });
    case 'tie':
      return set({ tie: `${d.person}.${d.other}` });
    case 'belief':
      return set({ belief: `${d.person || 'public'}.${d.other}.${d.issue}` });
    case 'line':
      return set({ line: `${d.body}.${d.issue}` });
    case 'rule':
      return filled({ set: { rule: `${d.body}.${d.part}`, to: ruleOf(d) } });
    case 'pressure':
      return set({ pressure: d.pressure });
    case 'resource':
      return filled({ set: { resource: d.resource, to: d.other }, at: on });
    case 'add-event':
      return {
        add: {
          event: filled({
            id: `event-${slug(d.name)}`,
            on,
            what: d.name || d.pressure,
            pressure: { [d.pressure]: { set: amountOf(d) } },
          }),
        },
      };
    case 'add-meeting':
      return {
        add: {
          meeting: filled({ id: `meeting-${d.body}-${on ?? 'x'}`, on, body: d.body, agenda: [d.issue] }),
        },
      };
    default:
      return { remove: { [d.sort.slice('remove-'.length)]: d.item } };
  }
}

function moveOf(d: Draft, kinds: readonly KindView[]): Words {
  const has = new Set(kinds.find((k) => k.kind === d.act)?.fields);
  const given = (field: ActField, value: unknown): unknown => (has.has(field) ? value : undefined);
  return filled({
    act: d.act,
    by: one(d.by),
    to: given('to', d.to),
    in: given('in', d.in),
    issue: given('issue', d.issue),
    value: d.issue === '' ? undefined : given('value', d.point),
    office: given('office', d.office),
    organ: given('organ', d.organ),
    option: given('option', d.option),
  });
}

const amountOf = (d: Draft): number | undefined => (Number.isNaN(d.to_) ? undefined : d.to_);

const ruleOf = (d: Draft): unknown =>
  d.part === 'rule' ? d.rule : d.part === 'ballot' ? d.ballot : amountOf(d);

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'x';

/** Is everything chosen without which the sort of change says nothing? The rest is the checker's business. */
export function finished(d: Draft): boolean {
  const all = (...words: readonly string[]): boolean => words.every((w) => w !== '');
  const valued = !Number.isNaN(d.to_);
  switch (d.sort) {
    case 'force':
      return all(d.act) && d.by.length > 0;
    case 'forbid':
      return all(d.act);
    case 'trait':
      return all(d.person) && valued;
    case 'position':
    case 'salience':
      return all(d.person, d.issue) && valued;
    case 'tie':
      return all(d.person, d.other) && valued;
    case 'belief':
      return all(d.other, d.issue) && valued;
    case 'line':
      return all(d.body, d.issue) && valued;
    case 'rule':
      return all(d.body) && (d.part === 'rule' || d.part === 'ballot' || valued);
    case 'pressure':
      return all(d.pressure) && valued;
    case 'resource':
      return all(d.resource, d.other);
    case 'add-event':
      return all(d.name, d.pressure) && valued && !Number.isNaN(d.day);
    case 'add-meeting':
      return all(d.body, d.issue) && !Number.isNaN(d.day);
    default:
      return all(d.item);
  }
}

/** Range of what is set: low, high, step. */
export function scaleOf(
  d: Pick<Draft, 'sort' | 'trait' | 'part'>,
): readonly [low: number, high: number, step: number] {
  if (d.sort === 'tie') return [-1, 1, 0.05];
  if (d.sort === 'trait') return d.trait === 'tempo' ? [0, 10, 0.1] : [0, 1, 0.05];
  if (d.sort === 'salience' || d.sort === 'pressure' || d.sort === 'add-event') return [0, 1, 0.05];
  if (d.sort === 'rule') return d.part === 'quorum' ? [0, 40, 1] : [0, 1, 0.05];
  return [0, 100, 1];
}
