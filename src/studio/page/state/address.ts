import type { Change, From } from '../../engine/protocol.ts';

export const screens = [
  'shelf',
  'answer',
  'storyline',
  'replay',
  'chamber',
  'positions',
  'ties',
  'cast',
  'ensemble',
  'what-if',
  'why',
  'hangs-on',
  'rivals',
  'ledger',
  'page',
] as const;
export type Screen = (typeof screens)[number];

/** What the address holds: never the data. */
export interface Place {
  readonly episode: string;
  readonly screen: Screen;
  /** Person or body selected, by id; empty for none. */
  readonly person: string;
  /** Act selected: of the record by id, of a run by its number with a #; empty for none. */
  readonly act: string;
  /** Day looked at, days since 1970; NaN for the last. */
  readonly day: number;
  readonly issue: string;
  readonly outcome: string;
  readonly seed: number;
  /** Which course is shown: −1 history, otherwise a run. */
  readonly run: number;
  /** Is the run shown with the changes, or without? */
  readonly changed: boolean;
  readonly changes: readonly Change[];
  /** From where runs start: as the questions among the changes say, from the first day, or from history kept up to a day. */
  readonly from: From;
  /** Claim selected; −1 none. */
  readonly claim: number;
  /** People kept in the storyline, by id, beside the most active. */
  readonly pinned: readonly string[];
  /** Days that the storyline shows: the first, and the one after the last; undefined for all. */
  readonly span: readonly [number, number] | undefined;
  /** Whose beliefs are shown: a person by id, "public", or `nobody`; empty for what a screen shows by itself. */
  readonly observer: string;
}

/** No person has this id. */
export const nobody = '-';

export const nowhere: Place = {
  episode: '',
  screen: 'shelf',
  person: '',
  act: '',
  day: Number.NaN,
  issue: '',
  outcome: '',
  seed: 1,
  run: -1,
  changed: false,
  changes: [],
  from: 'asked',
  claim: -1,
  pinned: [],
  span: undefined,
  observer: '',
};

/** Most characters of an address. */
export const longest = 2000;

const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const isDay = (text: string): boolean => /^-?\d{1,6}-\d\d-\d\d$/.test(text);
const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);

/** "#/november-1917/answer?person=zinoviev&day=1917-11-17"; what is as by default is left out. Days are Gregorian. */
export function addressOf(p: Place): string {
  if (p.episode === '') return '#/';
  const words: [string, string][] = [];
  const put = (key: string, value: string, usual: string): void => {
    if (value !== usual) words.push([key, value]);
  };
  put('person', p.person, '');
  put('act', p.act, '');
  put('day', Number.isNaN(p.day) ? '' : isoOf(p.day), '');
  put('issue', p.issue, '');
  put('outcome', p.outcome, '');
  put('seed', String(p.seed), '1');
  put('run', p.run < 0 ? '' : String(p.run), '');
  put('changed', p.changed ? '1' : '', '');
  put('changes', p.changes.length === 0 ? '' : JSON.stringify(p.changes), '');
  put('from', writeFrom(p.from), 'asked');
  put('claim', p.claim < 0 ? '' : String(p.claim), '');
  put('pinned', p.pinned.join(' '), '');
  put('days', p.span ? `${isoOf(p.span[0])}..${isoOf(p.span[1] - 1)}` : '', '');
  put('observer', p.observer, '');
  const query = words.length === 0 ? '' : `?${new URLSearchParams(words)}`;
  return `#/${encodeURIComponent(p.episode)}/${p.screen}${query}`;
}

/** Reads an address; whatever cannot be read is as by default. Never throws. */
export function readAddress(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [episode = '', screen = ''] = path.split('/').map(decoded);
  if (episode === '') return nowhere;
  const words = new URLSearchParams(query);
  const text = (key: string): string => words.get(key) ?? '';
  const whole = (key: string, usual: number): number =>
    /^\d{1,15}$/.test(text(key)) ? Number(text(key)) : usual;
  return {
    episode,
    screen: screens.find((s) => s === screen) ?? 'answer',
    person: text('person'),
    act: text('act'),
    day: isDay(text('day')) ? dayOf(text('day')) : Number.NaN,
    issue: text('issue'),
    outcome: text('outcome'),
    seed: whole('seed', 1),
    run: whole('run', -1),
    changed: text('changed') === '1',
    changes: changesIn(text('changes')),
    from: readFrom(text('from')),
    claim: whole('claim', -1),
    pinned: text('pinned').split(' ').filter(Boolean),
    span: spanIn(text('days')),
    observer: text('observer'),
  };
}

/** "1917-11-01..1917-11-09", both days shown. */
function spanIn(text: string): Place['span'] {
  const [from = '', to = '', ...more] = text.split('..');
  if (!isDay(from) || !isDay(to) || more.length > 0) return undefined;
  return dayOf(from) < dayOf(to) ? [dayOf(from), dayOf(to) + 1] : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** "asked", "start", or a Gregorian day, as addresses and composed pages have it. */
export const writeFrom = (from: From): string => (typeof from === 'number' ? isoOf(from) : from);

export function readFrom(text: string): From {
  if (text === 'start') return 'start';
  return isDay(text) ? dayOf(text) : 'asked';
}

function changesIn(text: string): readonly Change[] {
  if (text === '') return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read)
      ? read.filter((c): c is Change => typeof c === 'object' && c !== null && !Array.isArray(c))
      : [];
  } catch {
    return [];
  }
}
