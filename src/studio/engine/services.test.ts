import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { singleThreaded } from '../../ensemble/single.ts';
import { shardsOf } from '../../ensemble/plan.ts';
import type { EnsembleView, Services, StudioFile } from './protocol.ts';
import { type Call, serving } from './services.ts';

const folder = fileURLToPath(new URL('../../../episodes/', import.meta.url));
const filesOf = (id: string): readonly StudioFile[] =>
  readdirSync(join(folder, id))
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .map((path) => ({ path, text: readFileSync(join(folder, id, path), 'utf8') }));

const choir = filesOf('choir');
const quiet: Call = { signal: new AbortController().signal, onPartial: () => {} };
const started = () => {
  const services = serving({ executor: singleThreaded, workers: 1, clock: () => 0 });
  const opened = services.open(quiet, choir) as ReturnType<Services['open']>;
  return { services, opened };
};

describe('the engine behind the studio', () => {
  it('opens an episode with what its record answers', () => {
    const { opened } = started();
    expect(opened.ok).toBe(true);
    expect(opened.episode?.id).toBe('choir');
    expect(opened.outcomes.map((o) => o.id)).toEqual(opened.episode?.outcomes.map((o) => o.id));
    expect(opened.outcomes.every((o) => o.historyText.en !== '' && o.historyText.ru !== '')).toBe(true);
  });

  it('says how to cite what is open', () => {
    const { services } = started();
    const about = services.about(quiet, 'abc123') as ReturnType<Services['about']>;
    expect(about.citation.en).toMatch(/^The choir of Lower Meadow\. .*abc123.*CC-BY-4\.0\.$/);
    expect(about.citation.ru).toMatch(/^Хор деревни Нижний Луг\. .*abc123/);
  });

  it('says every problem of broken files in both languages, with its place', () => {
    const { services } = started();
    const broken = choir.map((f) =>
      f.path === 'minds.yaml' ? { ...f, text: `${f.text}\nnonsense: 1\n` } : f,
    );
    const opened = services.open(quiet, broken) as ReturnType<Services['open']>;
    expect(opened.ok).toBe(false);
    const [first] = opened.problems;
    expect(first?.file).toBe('minds.yaml');
    expect(first?.line).toBeGreaterThan(1);
    expect(first?.text.en).toContain('nonsense');
    expect(first?.text.ru).toContain('nonsense');
  });

  it('tells history and a run in the same form', async () => {
    const { services, opened } = started();
    const history = await services.course(quiet, { kind: 'history' });
    const run = await services.course(quiet, { kind: 'run', seed: 1, run: 3, changes: [] });
    expect(Object.keys(run.frames)).toEqual(Object.keys(history.frames));
    expect(history.acts.map((a) => a.id)).toEqual(
      expect.arrayContaining(opened.episode!.record.map((a) => a.id)),
    );
    expect(history.outcomes).toEqual(opened.outcomes.map((o) => o.history));
    expect(run.acts.length).toBeGreaterThan(0);
    expect([...run.frames.days]).toEqual([...run.frames.days].sort((a, b) => a - b));
  });

  it('tells the same run as the ensemble counts', async () => {
    const { services } = started();
    const view = await services.ask(quiet, { seed: 4, runs: 6, changes: [] });
    for (const run of [0, 5]) {
      const course = await services.course(quiet, { kind: 'run', seed: 4, run, changes: [] });
      expect(course.outcomes).toEqual(view.without.map((column) => column[run]));
    }
  });

  it('tells the changed world of a pair, too', async () => {
    const { services } = started();
    const changes = [{ question: 'no-bill' }];
    const view = await services.ask(quiet, { seed: 2, runs: 6, changes });
    expect(view.with).toHaveLength(view.without.length);
    const course = await services.course(quiet, { kind: 'run', seed: 2, run: 4, changes });
    expect(course.outcomes).toEqual(view.with.map((column) => column[4]));
  });

  it('explains the choice behind an act of a run', async () => {
    const { services } = started();
    const name = { kind: 'run', seed: 1, run: 3, changes: [] } as const;
    const course = await services.course(quiet, name);
    const act = course.acts.find((a) => a.step !== undefined && a.kind !== 'vote');
    const why = await services.why(quiet, name, { step: act!.step! });
    const [choice] = why.choices;
    expect(choice?.person).toBe(act!.by[0]);
    expect(choice!.options[choice!.chosen]?.kind).toBe(act!.kind);
    const total = choice!.waiting + choice!.options.reduce((sum, o) => sum + o.probability, 0);
    expect(total).toBeCloseTo(1, 9);
  });

  it('reports while runs come in, and ends with what an undisturbed ensemble gives', async () => {
    const { services } = started();
    const partial: EnsembleView[] = [];
    let now = 0;
    const ticking = serving({ executor: singleThreaded, workers: 1, clock: () => (now += 500) });
    ticking.open(quiet, choir);
    const call = { ...quiet, onPartial: (v: unknown) => void partial.push(v as EnsembleView) };
    const end = await ticking.ask(call, { seed: 1, runs: 20, changes: [] });
    expect(partial.length).toBeGreaterThan(2);
    expect(partial.map((v) => v.done)).toEqual([...partial.map((v) => v.done)].sort((a, b) => a - b));
    const whole = await services.ask(quiet, { seed: 1, runs: 20, changes: [] });
    expect(end.fingerprint).toBe(whole.fingerprint);
    expect(partial[0]?.fingerprint).toBeUndefined();
    expect(shardsOf(0, 20, 1).reduce((sum, s) => sum + s.runs, 0)).toBe(end.done);
  });

  it('stops when it is told to', async () => {
    const { services } = started();
    const control = new AbortController();
    const call: Call = { signal: control.signal, onPartial: () => control.abort() };
    await expect(services.ask(call, { seed: 1, runs: 400, changes: [] })).rejects.toThrow(/abort|cancel/i);
  });

  it('says what is wrong with a change instead of running it', async () => {
    const { services } = started();
    const told = await services.changes(quiet, [{ set: { trait: 'nobody.caution', to: 0.5 } }]);
    expect(told.sentences).toEqual([]);
    expect(told.problems[0]?.en).toContain('nobody');
    const good = await services.changes(quiet, [{ question: 'no-bill' }]);
    expect(good.problems).toEqual([]);
    expect(good.sentences[0]?.ru).toMatch(/[а-я]/);
  });

  it('changes a value in its file and nothing else', async () => {
    const { services, opened } = started();
    const person = opened.episode!.people[0]!.id;
    const claim = opened.episode!.claims.find((c) => c.path[0] === 'positions' && c.path.includes(person));
    const edited = await services.edit(quiet, choir, [{ kind: 'set', path: claim!.path, value: 33 }]);
    expect(edited.opened.ok).toBe(true);
    expect(edited.changed).toHaveLength(1);
    const before = choir.find((f) => f.path === edited.changed[0])!.text.split('\n');
    const after = edited.files.find((f) => f.path === edited.changed[0])!.text.split('\n');
    expect(after.filter((line, k) => line !== before[k]).length).toBeLessThanOrEqual(2);
  });
});
