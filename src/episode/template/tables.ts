import { schemaComment } from '../json-schema.ts';
import type { Plain } from '../load/tree.ts';
import type { TextFile } from '../patch/target.ts';
import { inlineText } from '../patch/text.ts';
import { type Row, readTable } from './csv.ts';
import { slugOf } from './slug.ts';

export interface TableOptions {
  readonly id: string;
  readonly title?: string;
  readonly calendar?: 'julian' | 'gregorian';
  readonly starts?: string;
  readonly ends?: string;
}

/**
 * Three spreadsheets as a first episode. People: id, name, name_ru, short, gender, organisation. Positions: person, issue, value.
 * Ties: from, to, value, mutual. All but the names are optional; source, confidence and note are taken over everywhere.
 * People may be named by id or by name. Everybody gets a seat in one body, "committee", to be renamed by hand.
 */
export function fromTables(
  peopleCsv: string,
  positionsCsv: string,
  tiesCsv: string,
  options: TableOptions,
): readonly TextFile[] {
  const people = readTable(peopleCsv).filter((row) => idOf(row) !== undefined);
  const ids = giveIds(people);
  const positions = readTable(positionsCsv);
  const issues = [...new Set(positions.map((row) => row.get('issue') ?? 'issue'))];
  return [
    { path: 'episode.yaml', text: episodeText(people, issues, ids, options) },
    { path: 'people.yaml', text: peopleText(people, ids) },
    { path: 'positions.yaml', text: positionsText(positions, ids) },
    { path: 'ties.yaml', text: tiesText(readTable(tiesCsv), ids) },
    { path: 'sources.json', text: sourcesText([...positions, ...readTable(tiesCsv)]) },
  ];
}

const nameOf = (row: Row): string | undefined =>
  row.get('name') ?? row.get('name_en') ?? row.get('name_ru') ?? row.get('id');
const idOf = (row: Row): string | undefined => row.get('id') ?? row.get('short') ?? nameOf(row);

/** The id of every row of the table of people, and what a name in another table means. */
interface Ids {
  readonly ofRow: ReadonlyMap<Row, string>;
  readonly byName: ReadonlyMap<string, string>;
}

/** Ids made of two names may coincide; the later ones get a number. */
function giveIds(people: readonly Row[]): Ids {
  const ofRow = new Map<Row, string>();
  const byName = new Map<string, string>();
  const used = new Set<string>(['committee']);
  for (const row of people) {
    const base = slugOf(idOf(row) ?? '');
    let id = base;
    for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
    used.add(id);
    ofRow.set(row, id);
    for (const key of ['id', 'name', 'name_en', 'name_ru', 'short']) {
      const name = row.get(key);
      if (name !== undefined && !byName.has(name)) byName.set(name, id);
    }
  }
  return { ofRow, byName };
}

const personId = (ids: Ids, name: string | undefined): string =>
  ids.byName.get(name ?? '') ?? slugOf(name ?? '');

const line = (value: Plain): string => inlineText(value, { json: false, flow: true });

function episodeText(
  people: readonly Row[],
  issues: readonly string[],
  ids: Ids,
  options: TableOptions,
): string {
  const organisations = [...new Set(people.flatMap((row) => row.get('organisation') ?? []))];
  const known = issues.length > 0 ? issues : ['issue'];
  return [
    schemaComment,
    'plenum: 1',
    'episode:',
    `  id: ${slugOf(options.id)}`,
    `  title: ${line(options.title ?? options.id)}`,
    `  calendar: ${options.calendar ?? 'gregorian'}`,
    `  starts: ${options.starts ?? '2000-01-01'}   # the first day of every run`,
    `  ends: ${options.ends ?? '2000-12-31'}`,
    ...(organisations.length > 0
      ? ['organisations:', ...organisations.map((name) => `  ${slugOf(name)}: {name: ${line(name)}}`)]
      : []),
    'bodies:',
    `  committee: {name: Committee, seats: ${Math.max(1, people.length)}, rule: majority, confidence: judgement}`,
    'issues:',
    ...known.map(
      (name) =>
        `  ${slugOf(name)}: {name: ${line(name)}, body: committee, scale: {0: none of it, 100: all of it}}`,
    ),
    'terms:',
    ...people.map(
      (row) => `  - {person: ${ids.ofRow.get(row) ?? ''}, body: committee, confidence: judgement}`,
    ),
    '',
  ]
    .join('\n')
    .replace('terms:\n\n', '')
    .replace(/terms:\n$/, '');
}

function peopleText(people: readonly Row[], ids: Ids): string {
  const entries = people.map((row) => `  ${ids.ofRow.get(row) ?? ''}: ${line(personOf(row))}`);
  return [schemaComment, entries.length > 0 ? 'people:' : 'people: {}', ...entries, ''].join('\n');
}

function personOf(row: Row): Plain {
  const name = nameOf(row) ?? '';
  const ru = row.get('name_ru');
  const gender = row.get('gender')?.toLowerCase();
  const organisation = row.get('organisation');
  return {
    name: ru === undefined || ru === name ? name : { en: name, ru },
    ...(row.has('short') ? { short: row.get('short') ?? '' } : {}),
    ...(gender === 'm' || gender === 'f' ? { gender } : {}),
    ...(organisation === undefined ? {} : { organisation: slugOf(organisation) }),
    ...(row.has('note') ? { note: row.get('note') ?? '' } : {}),
  };
}

function positionsText(rows: readonly Row[], ids: Ids): string {
  const byPerson = new Map<string, string[]>();
  for (const row of rows) {
    const person = personId(ids, row.get('person'));
    const entry = `    ${slugOf(row.get('issue') ?? 'issue')}: ${line(claimOf(row))}`;
    byPerson.set(person, [...(byPerson.get(person) ?? []), entry]);
  }
  const entries = [...byPerson].flatMap(([person, lines]) => [`  ${person}:`, ...lines]);
  return [schemaComment, entries.length > 0 ? 'positions:' : 'positions: {}', ...entries, ''].join('\n');
}

function tiesText(rows: readonly Row[], ids: Ids): string {
  const entries = rows.map((row) => {
    const claim = claimOf(row) as { readonly [key: string]: Plain };
    const mutual = /^(1|yes|true|да)$/i.test(row.get('mutual') ?? '') ? { mutual: true } : {};
    return `  - ${line({ from: personId(ids, row.get('from')), to: personId(ids, row.get('to')), ...claim, ...mutual })}`;
  });
  return [schemaComment, entries.length > 0 ? 'ties:' : 'ties: []', ...entries, ''].join('\n');
}

/** A table says nothing of where a number comes from unless it has the columns for it. */
function claimOf(row: Row): Plain {
  const text = (row.get('value') ?? '0').replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  const value = /^[-+]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text;
  const source = row.get('source');
  const confidence = row.get('confidence') ?? (source === undefined ? 'judgement' : undefined);
  return {
    value,
    ...(source === undefined ? {} : { source: anchorText(source) }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(row.has('note') ? { note: row.get('note') ?? '' } : {}),
  };
}

/** The first word of a source is its id; it is made fit to be one. */
function anchorText(source: string): string {
  const [first = '', ...rest] = source.split(/\s+/);
  return [slugOf(first), ...rest].join(' ');
}

function sourcesText(rows: readonly Row[]): string {
  const ids = new Set(
    rows.flatMap((row) =>
      row.has('source') ? [anchorText(row.get('source') ?? '').split(' ')[0] ?? ''] : [],
    ),
  );
  const items = [...ids].map(
    (id) => `  ${JSON.stringify({ id, type: 'document', title: `${id} (to be described)` })}`,
  );
  return items.length === 0 ? '[]\n' : `[\n${items.join(',\n')}\n]\n`;
}
