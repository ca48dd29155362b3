import { actKinds, describeProblem, type Episode, type Intervention, loadEpisode } from '../episode/index.ts';
import type { Context } from './context.ts';
import type { Opened } from './episodes.ts';
import { CliError } from './errors.ts';

export interface ChangeFlags {
  readonly force?: readonly string[] | undefined;
  readonly forbid?: readonly string[] | undefined;
  readonly set?: readonly string[] | undefined;
  readonly add?: readonly string[] | undefined;
  readonly remove?: readonly string[] | undefined;
}

const file = 'command-line.yaml';

/**
 * Interventions given as flags. They are written as a question of the episode and read by its own loader, so that the same
 * checks and suggestions apply. Empty without flags.
 */
export function changesOf(opened: Opened, flags: ChangeFlags, context: Context): readonly Intervention[] {
  const t = context.texts;
  const interventions = [
    ...(flags.force ?? []).map((text) => readForce(text) ?? refuse(t.badForce(text))),
    ...(flags.forbid ?? []).map((text) => readForbid(text) ?? refuse(t.badForbid(text))),
    ...(flags.set ?? []).map((text) => readSet(text) ?? refuse(t.badSet(text))),
    ...(flags.add ?? []).map((text) => readAdd(text, opened.episode) ?? refuse(t.badAdd(text))),
    ...(flags.remove ?? []).map((text) => readRemove(text) ?? refuse(t.badRemove(text))),
  ];
  const outcomes = opened.episode.outcomes.map((o) => o.id);
  if (interventions.length === 0) return [];
  const question = {
    id: 'command-line',
    ask: { en: 'command line', ru: 'командная строка' },
    interventions,
    outcomes,
  };
  const loaded = loadEpisode([
    ...opened.files,
    { path: file, text: JSON.stringify({ questions: [question] }) },
  ]);
  const troubles = loaded.problems.filter((p) => p.file === file && p.severity === 'error');
  if (troubles.length > 0) {
    const lines = troubles.map((p) => describeProblem({ ...p, path: p.path.slice(4) }, context.lang));
    throw new CliError(lines.join('\n'));
  }
  return (loaded.episode as Episode).questions.find((q) => q.id === 'command-line')?.interventions ?? [];
}

function refuse(message: string): never {
  throw new CliError(message, 2);
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const keys = new Set([
  'to',
  'in',
  'issue',
  'value',
  'office',
  'organ',
  'option',
  'from',
  'until',
  'by',
  'when',
]);
const kinds: ReadonlySet<string> = new Set(actKinds);

interface Words {
  readonly plain: readonly string[];
  readonly date: string | undefined;
  readonly fields: ReadonlyMap<string, string>;
}

function wordsOf(text: string): Words | undefined {
  const plain: string[] = [];
  const fields = new Map<string, string>();
  let date: string | undefined;
  for (const word of text.trim().split(/\s+/)) {
    const pair = /^([a-z]+)=(.+)$/.exec(word);
    if (pair && keys.has(pair[1] ?? '')) fields.set(pair[1] ?? '', pair[2] ?? '');
    else if (day.test(word)) date = word;
    else plain.push(word);
  }
  return { plain, date, fields };
}

const names = (text: string): string | readonly string[] => (text.includes(',') ? text.split(',') : text);

function moveOf(
  act: string,
  by: string | undefined,
  fields: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const move: Record<string, unknown> = { act };
  if (by !== undefined) move['by'] = names(by);
  for (const [key, value] of fields) {
    if (key === 'from' || key === 'until' || key === 'when') continue;
    move[key] = key === 'value' ? Number(value) : key === 'to' || key === 'by' ? names(value) : value;
  }
  return move;
}

/** "kamenev exit 1917-11-04", "kamenev,rykov resign in=cc when=ultimatum"; without a day as soon as the rules allow. */
function readForce(text: string): object | undefined {
  const words = wordsOf(text);
  if (words?.plain.length !== 2) return undefined;
  return {
    force: moveOf(words.plain[1] ?? '', words.plain[0], words.fields),
    ...datedBy(words.date),
    ...occasionOf(words.fields.get('when')),
  };
}

const datedBy = (date: string | undefined): object => (date === undefined ? {} : { at: date });

/** "ultimatum" or "cc:ultimatum": the day of the first such act. */
function occasionOf(text: string | undefined): object {
  if (text === undefined) return {};
  const [who, act] = text.includes(':') ? text.split(':') : [undefined, text];
  return { when: who === undefined ? { act } : { act, by: names(who) } };
}

/** "ultimatum", "kamenev resign in=cc", with a date for that day only, or from= and until=. */
function readForbid(text: string): object | undefined {
  const words = wordsOf(text);
  const [first = '', second] = words?.plain ?? [];
  if (!words || words.plain.length < 1 || words.plain.length > 2) return undefined;
  const move =
    second === undefined
      ? moveOf(first, undefined, words.fields)
      : kinds.has(second) || !kinds.has(first)
        ? moveOf(second, first, words.fields)
        : moveOf(first, second, words.fields);
  const span = Object.fromEntries(
    ['from', 'until'].flatMap((key) => (words.fields.has(key) ? [[key, words.fields.get(key)]] : [])),
  );
  return { forbid: move, ...(words.date === undefined ? {} : { at: words.date }), ...span };
}

/** "trait.kamenev.attachment=0.2", with "@1917-11-02" from a day on. */
function readSet(text: string): object | undefined {
  const found = /^\s*([a-z]+)\.([\w.-]+)\s*=\s*([^@\s]+)(?:@(\d{4}-\d{2}-\d{2}))?\s*$/.exec(text);
  if (!found) return undefined;
  const [, kind = '', name = '', value = '', at] = found;
  const to = /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return { set: { [kind]: name, to }, ...(at === undefined ? {} : { at }) };
}

const onDay = /^(.*?)(?:\s*@\s*(\d{4}-\d{2}-\d{2}))?$/;

/** "event pulkovo", "meeting june-meeting", "term zinoviev.cc@1917-11-01". */
function readRemove(text: string): object | undefined {
  const [, rest = '', at] = onDay.exec(text.trim()) ?? [];
  const [what = '', id, ...more] = rest.split(/\s+/);
  if (id === undefined || more.length > 0 || !['event', 'meeting', 'term'].includes(what)) return undefined;
  return { remove: { [what]: id }, ...datedBy(what === 'term' ? at : undefined) };
}

/** "term kamenev sovnarkom", "term kamenev cc role=candidate@1917-11-01"; "event 1917-11-02 kerensky=+0.3"; "meeting cc 1917-11-02 government". */
function readAdd(text: string, episode: Episode): object | undefined {
  const [what = '', ...words] = text.trim().split(/\s+/);
  if (what === 'term') return readTerm(words.join(' '), episode);
  if (what === 'event') return readEvent(words);
  return what === 'meeting' ? readMeeting(words) : undefined;
}

function readTerm(text: string, episode: Episode): object | undefined {
  const [, rest = '', at] = onDay.exec(text) ?? [];
  const [person, place, role, ...more] = rest.split(/\s+/);
  if (person === undefined || place === undefined || more.length > 0) return undefined;
  if (role !== undefined && !role.startsWith('role=')) return undefined;
  const where = episode.offices.some((o) => o.id === place) ? { office: place } : { body: place };
  const as = role === undefined ? {} : { role: role.slice('role='.length) };
  return { add: { term: { person, ...where, ...as } }, ...datedBy(at) };
}

/** The pressures of an event: "+0.3" adds, "0.3" sets. */
function readEvent([date = '', ...changes]: readonly string[]): object | undefined {
  const found = changes.map((c) => /^([\w-]+)=([+-]?)(\d*\.?\d+)$/.exec(c));
  if (!day.test(date) || found.length === 0 || found.includes(null)) return undefined;
  const pressure = Object.fromEntries(
    found.flatMap((f) =>
      f ? [[f[1] ?? '', f[2] ? { add: Number(`${f[2]}${f[3]}`) } : { set: Number(f[3]) }]] : [],
    ),
  );
  const words = changes.join(', ');
  const event = { id: `added-${date}`, on: date, what: { en: words, ru: words }, pressure };
  return { add: { event: { ...event, confidence: 'judgement' } } };
}

function readMeeting([body, date = '', ...agenda]: readonly string[]): object | undefined {
  if (body === undefined || !day.test(date) || agenda.length === 0) return undefined;
  const meeting = { id: `added-${body}-${date}`, body, on: date, agenda, confidence: 'judgement' };
  return { add: { meeting } };
}
