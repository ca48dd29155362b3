import type { ColumnType } from '../../ensemble/stored/columns.ts';
import type { Manifest } from '../../ensemble/stored/manifest.ts';
import { isoDay } from '../../episode/index.ts';
import type { Words } from '../../episode/types.ts';
import type { Json } from '../page.ts';
import type { Entry, Extent } from './dictionary.ts';

export type ExportForm = 'parquet' | 'csv' | 'arrow';

/** Where an export comes from, and how large it is. */
export interface Exported {
  readonly manifest: Manifest;
  readonly form: ExportForm;
  /** Names of the files, without their folder. */
  readonly data: string;
  readonly failed: string;
  readonly rows: number;
  readonly failedRuns: number;
  readonly entries: readonly (Entry & Extent)[];
}

const typeNames: Readonly<Record<ColumnType, Words>> = {
  integer: { en: 'whole number', ru: 'целое число' },
  number: { en: 'number', ru: 'число' },
  boolean: { en: 'yes or no', ru: 'да или нет' },
  date: { en: 'date', ru: 'дата' },
  day: { en: 'whole number (day)', ru: 'целое число (день)' },
  id: { en: 'id of a person', ru: 'имя человека в эпизоде' },
  word: { en: 'word', ru: 'слово' },
};

/** The range of a column in the form in which the column writes it. */
function rangeOf(e: Entry & Extent): readonly [Json, Json] | null {
  if (e.range === null) return null;
  const [low, high] = e.range;
  if (e.type === 'boolean') return [low > 0, high > 0];
  return e.type === 'date' ? [isoDay(low), isoDay(high)] : [low, high];
}

/** The dictionary for programs. */
export const dictionaryData = (x: Exported): { readonly [key: string]: Json } => ({
  plenum: x.manifest.plenum,
  document: 'data-dictionary',
  data: x.data,
  episode: { id: x.manifest.episode.id, hash: x.manifest.episode.hash, title: words(x.manifest.title) },
  question: x.manifest.question,
  command: x.manifest.command,
  seed: x.manifest.plan.seed,
  runsPlanned: x.manifest.plan.runs,
  rows: x.rows,
  failedRuns: x.failedRuns,
  row: words(rowMeaning(x.manifest)),
  columns: x.entries.map((e) => ({
    name: e.name,
    type: e.type,
    meaning: words(e.meaning),
    unit: e.unit && words(e.unit),
    range: rangeOf(e),
    values: e.values && [...e.values],
    missing: { count: e.missing, means: e.missingMeans && words(e.missingMeans) },
  })),
});

const words = (w: Words): Json => ({ en: w.en, ru: w.ru });

const rowMeaning = (m: Manifest): Words =>
  m.twins
    ? {
        en: 'one pair of twins: the same luck without and with the change',
        ru: 'пара прогонов: то же везение без изменения и с ним',
      }
    : { en: 'one run', ru: 'один прогон' };

/** The dictionary for reading, in one language. */
export function dictionaryMarkdown(x: Exported, lang: 'en' | 'ru'): string {
  const say = (en: string, ru: string): string => (lang === 'ru' ? ru : en);
  const head = [
    say('Column', 'Столбец'),
    say('Type', 'Тип'),
    say('Meaning', 'Что значит'),
    say('Unit', 'Единица'),
    say('Range', 'Значения'),
    say('Missing', 'Пропуски'),
  ];
  const rows = x.entries.map((e) => [
    `\`${e.name}\``,
    typeNames[e.type][lang],
    e.meaning[lang],
    e.unit?.[lang] ?? '',
    e.values?.join(', ') ?? rangeOf(e)?.map(String).join(' – ') ?? '',
    e.missingMeans === null ? say('none', 'нет') : `${e.missing}: ${e.missingMeans[lang]}`,
  ]);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((c) => c.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Both languages in one file. */
export const dictionaryPaper = (x: Exported): string =>
  [
    `# ${x.manifest.title.en}: data dictionary of ${x.data}`,
    '',
    `A row is ${rowMeaning(x.manifest).en}.`,
    '',
    dictionaryMarkdown(x, 'en'),
    '',
    `# ${x.manifest.title.ru}: словарь данных ${x.data}`,
    '',
    `Строка — ${rowMeaning(x.manifest).ru}.`,
    '',
    dictionaryMarkdown(x, 'ru'),
    '',
  ].join('\n');

const readers: Readonly<Record<ExportForm, readonly [python: string, r: string]>> = {
  csv: ['runs = pandas.read_csv("FILE")', 'runs <- read.csv("FILE", na.strings = "")'],
  parquet: ['runs = pandas.read_parquet("FILE")', 'runs <- arrow::read_parquet("FILE")'],
  arrow: ['runs = pandas.read_feather("FILE")', 'runs <- arrow::read_feather("FILE")'],
};

/** The README beside an export: what it is, how to read it, how to make it again. */
export function readmePaper(x: Exported): string {
  const m = x.manifest;
  const [python, r] = readers[x.form].map((line) => line.replace('FILE', x.data));
  const made = ['```sh', m.command, '```'];
  const reading = ['```python', 'import pandas', `${python}`, '```', '', '```r', `${r}`, '```'];
  const half =
    m.ask === null ? m.title : { en: `${m.title.en}: ${m.ask.en}`, ru: `${m.title.ru}: ${m.ask.ru}` };
  const part = (done: string): string => (x.rows === m.plan.runs ? '' : ` ${done}`);
  return [
    `# ${half.en}`,
    '',
    `\`${x.data}\` has ${x.rows} rows; a row is ${rowMeaning(m).en}.${part(`${m.plan.runs} were planned: the work was not finished when this was written.`)} ${x.failedRuns} failed; \`${x.failed}\` has them. The data dictionary beside says what every column means. An empty cell is a missing value; dates are Gregorian.`,
    '',
    `Made by Plenum ${m.plenum} from the episode ${m.episode.id} (${m.episode.hash}), seed ${m.plan.seed}, with:`,
    '',
    ...made,
    '',
    ...reading,
    '',
    `# ${half.ru}`,
    '',
    `В \`${x.data}\` строк: ${x.rows}; строка — ${rowMeaning(m).ru}.${part(`Задумано было ${m.plan.runs}: когда файл писался, работа не была закончена.`)} Сорвалось: ${x.failedRuns}; они в \`${x.failed}\`. Что значит каждый столбец, сказано рядом, в словаре данных. Пустая ячейка — пропуск; даты — по григорианскому календарю.`,
    '',
    `Создано Plenum ${m.plenum} по эпизоду ${m.episode.id} (${m.episode.hash}), зерно ${m.plan.seed}, командой:`,
    '',
    ...made,
    '',
  ].join('\n');
}
