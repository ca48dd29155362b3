// Counts the mutants in Stryker's results and writes docs/mutation.md.
import { readFileSync } from 'node:fs';

export const rooms = ['chance', 'choice', 'acts', 'episode'];

const verdicts = {
  Killed: 'killed',
  Timeout: 'timedOut',
  RuntimeError: 'killed',
  Survived: 'survived',
  NoCoverage: 'uncovered',
};

const none = () => ({ all: 0, judged: 0, killed: 0, timedOut: 0, survived: 0, uncovered: 0, static: 0 });

/** `all` mutants, of which those drawn have a verdict; what was made only because it lies within a drawn one has none. */
function count(mutants, all) {
  const n = { ...none(), all };
  for (const { status } of mutants) {
    if (status === 'Ignored') n.static++;
    if (!(status in verdicts)) continue;
    n.judged++;
    n[verdicts[status]]++;
  }
  return n;
}

const sum = (a, b) => Object.fromEntries(Object.keys(a).map((k) => [k, a[k] + b[k]]));
const caught = (n) => n.killed + n.timedOut;
const percent = (x) => `${(100 * x).toFixed(0)} %`;
const score = (n) => (n.judged === 0 ? '' : percent(caught(n) / n.judged));

/** Wilson's 95 % interval of a share; none where every mutant was judged. */
function interval(n, sampled) {
  if (!sampled || n.judged === 0) return '';
  const z = 1.959964;
  const p = caught(n) / n.judged;
  const middle = (p + (z * z) / (2 * n.judged)) / (1 + (z * z) / n.judged);
  const half =
    (z * Math.sqrt((p * (1 - p)) / n.judged + (z / (2 * n.judged)) ** 2)) / (1 + (z * z) / n.judged);
  return `${(100 * (middle - half)).toFixed(0)}–${(100 * (middle + half)).toFixed(0)} %`;
}

const place = (file, { location: { start }, mutatorName, replacement, status }) =>
  `${file}:${start.line}:${start.column} ${mutatorName} → ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 70)} (${status})`;

/** What no test noticed, one a line, with its place. */
export function survivors(result) {
  const left = Object.entries(result.files).flatMap(([file, { mutants }]) =>
    mutants.filter((m) => m.status === 'Survived' || m.status === 'NoCoverage').map((m) => place(file, m)),
  );
  const n = countAll(result);
  return [...left, `${caught(n)} of ${n.judged} noticed (${score(n)}); there are ${n.all}`];
}

const countAll = ({ files, population }) =>
  Object.entries(population)
    .map(([file, all]) => count(files[file]?.mutants ?? [], all))
    .reduce(sum, none());

/** Files whose text is no longer that which was mutated. */
const changed = ({ files }) =>
  Object.entries(files).filter(([file, { source }]) => source !== readOr(file)).length;
function readOr(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const cells = (n) => [n.all, n.static, n.judged, n.killed, n.timedOut, n.survived, n.uncovered, score(n)];
const row = (list) => `| ${list.join(' | ')} |`;

function roomRow([room, result]) {
  if (!result) return row([`\`${room}\``, 'not measured', ...new Array(columns.length + 1).fill('')]);
  const n = countAll(result);
  const { size, seed } = result.config.draw;
  const how = size ? `sample of ${size}, seed ${seed}` : 'all';
  const stale = changed(result);
  const since = stale > 0 ? `; of these files ${stale} changed since` : '';
  return row([`\`${room}\``, how + since, ...cells(n), interval(n, size)]);
}

const columns = ['mutants', 'at load', 'judged', 'killed', 'timed out', 'survived', 'not reached', 'score'];

function fileRows([room, { files, population }]) {
  const rows = Object.entries(population)
    .map(([file, all]) => [file.replace(`src/${room}/`, ''), count(files[file]?.mutants ?? [], all)])
    .filter(([, n]) => n.judged > 0);
  return [
    `## ${room}`,
    '',
    row(['file', ...columns]),
    row(['---', ...columns.map(() => '---:')]),
    ...rows.map(([file, n]) => row([file, ...cells(n)])),
    '',
  ];
}

const preface = `# Mutation tests

A mutant is the program with one small thing wrong: a condition turned round, a plus made a minus, a statement left out. It is *killed*
if a test fails because of it, *timed out* if it no longer ends; it *survives* if no test notices. The score is the share noticed of those judged.

\`\`\`
npm run mutate -- --sample 300 --seed 1     # a sample of each room, some minutes on a free core; --rooms acts for one of them
npm run mutate -- --full                    # every mutant; hours
npm run mutate -- --rooms choice --files src/choice/forecasts --full     # some files, and what survived in them
\`\`\`

- *The sample.* All mutants of a room stand in one order, by a hash of the seed and of what the mutant is; the first so many are drawn. So every
  set of that size is equally likely, and the interval is Wilson's for 95 %. A file's own score rests on the few of its mutants that were
  drawn; a file of which none was drawn is not listed.
- *Which tests judge.* Those beside the room's sources, and for \`choice\` also \`test/engine/ballots\` and \`test/engine/gumbel-max\`. Left out are
  the fuzzers (\`episode/fuzz.test\`, and \`acts/kinds.test\`, random records of all acts), too slow to run for every mutant, and whatever else is in
  \`test/\`: golden runs, ensembles and invariants notice many more mutants, but say that something moved and not what it should be. Tests
  that draw random examples draw the same ones every time.
- *What is left out.* The index of the acts (generated), the messages (\`episode/messages\`), the tests' own example; strings inside a \`throw\`, a
  \`sentence\` or a \`because\`, which are written for people.
- *At load.* Drawn, but not judged: code that runs only when a file is loaded (tables, constants, schemata). Everything would have to be loaded anew for
  each. It is not part of the score.
- *Not reached* means that no test of the room runs the code at all. It counts against the score.
- Some mutants cannot be noticed: they change what is only there to be quick (a cache, a first guess), or nothing at all.
`;

/** The report, from the results of the rooms; undefined for one that has none. */
export function text(results) {
  return [
    preface,
    row(['room', 'drawn', ...columns, '95 %']),
    row(['---', '---', ...new Array(columns.length + 1).fill('---:')]),
    ...results.map(roomRow),
    '',
    ...results.filter(([, result]) => result).flatMap(fileRows),
  ].join('\n');
}
