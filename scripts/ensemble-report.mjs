// Writes docs/ensembles/<label>-<episode>.md: where history's outcomes lie in an ensemble, and how often each kind of act occurs.
// Usage: node scripts/ensemble-report.mjs <label> [runs] [seed]     (after npm run build)
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  allActs,
  compileOutcomes,
  compileWorld,
  formatDay,
  loadEpisode,
  replayEpisode,
  summarise,
  version,
} from '../dist/index.js';
import { nodeExecutor } from '../dist/ensemble/node/pool.js';

const [label = 'latest', runs = '2000', seed = '1'] = process.argv.slice(2);
mkdirSync('docs/ensembles', { recursive: true });

for (const id of ['november-1917', 'soviet-1928']) {
  const dir = `episodes/${id}`;
  const files = readdirSync(dir)
    .filter((f) => /\.(ya?ml|json)$/.test(f))
    .sort()
    .map((f) => ({ path: `${dir}/${f}`, text: readFileSync(`${dir}/${f}`, 'utf8') }));
  const { episode } = loadEpisode(files);
  if (!episode) throw new Error(`${id} does not load`);
  const result = await nodeExecutor().execute({
    episode,
    seed: Number(seed),
    first: 0,
    runs: Number(runs),
    interventions: [],
    parameters: {},
  });
  const history = replayEpisode(episode);
  const outcomes = compileOutcomes(episode, compileWorld(episode));
  const rows = summarise(outcomes, result.without, history.outcomes);
  const text = [
    `# ${episode.meta.title.en}: ${label}`,
    '',
    `${runs} runs, seed ${seed}, Plenum ${version}, fingerprint ${result.fingerprint}, ${result.failed.length} failed runs. Written by`,
    `\`node scripts/ensemble-report.mjs ${label} ${runs} ${seed}\`. Replaying the record costs ${history.bits.toFixed(1)} bits over`,
    `${history.acts.filter((a) => Number.isFinite(a.probability)).length} acts that the model gave a probability; ${history.acts.filter((a) => a.seen === 'off-model').length} were`,
    `off-model, ${history.acts.filter((a) => a.seen === 'outside-candidates').length} legal but outside the candidates.`,
    '',
    '| outcome | in the ensemble | record | share of runs like the record |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      (r) => `| ${r.id} | ${shown(r, episode)} | ${recorded(r, episode)} | ${percent(r.likeHistory)} |`,
    ),
    '',
    '| act | per run (mean) | runs with any | in the record |',
    '| --- | ---: | ---: | ---: |',
    ...actRows(result, episode, Number(runs)),
    '',
  ].join('\n');
  writeFileSync(`docs/ensembles/${label}-${id}.md`, text);
  console.log(text);
}

function percent(e) {
  return e ? `${Math.round(100 * e.value)} % (${Math.round(100 * e.low)}–${Math.round(100 * e.high)})` : '';
}
function day(v, episode) {
  return Number.isNaN(v) ? 'never' : formatDay(v, episode.meta.calendar, 'en');
}
function shown(r, episode) {
  if (r.kind === 'yes-no') return `yes ${percent(r.estimate)}`;
  if (r.kind === 'date')
    return `ever ${percent(r.estimate)}${r.estimate.value > 0 ? `; median ${day(Math.round(r.quantiles[2]), episode)}` : ''}`;
  if (r.kind === 'who')
    return r.counts
      .slice(0, 3)
      .map(([v, n]) => `${v < 0 ? 'nobody' : episode.people[v].id} ${Math.round((100 * n) / Number(runs))} %`)
      .join(', ');
  return `mean ${r.estimate.value.toFixed(2)} (5–95 %: ${r.quantiles[0].toFixed(0)}–${r.quantiles[4].toFixed(0)})`;
}
function recorded(r, episode) {
  if (r.history === undefined) return '';
  if (r.kind === 'yes-no') return r.history ? 'yes' : 'no';
  if (r.kind === 'date') return day(r.history, episode);
  if (r.kind === 'who') return r.history < 0 ? 'nobody' : episode.people[r.history].id;
  return String(r.history);
}
function actRows(result, episode, n) {
  const inRecord = new Map();
  for (const a of episode.record)
    if (a.mode === 'occurred') inRecord.set(a.kind, (inRecord.get(a.kind) ?? 0) + 1);
  return allActs()
    .map((a, k) => {
      let total = 0;
      let any = 0;
      for (let r = 0; r < n; r++) {
        const c = result.actCounts[k * n + r];
        total += c;
        if (c > 0) any++;
      }
      return { kind: a.kind, total, any };
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
    .map(
      (a) =>
        `| ${a.kind} | ${(a.total / n).toFixed(2)} | ${Math.round((100 * a.any) / n)} % | ${inRecord.get(a.kind) ?? 0} |`,
    );
}
