import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Episode } from '../../src/episode/index.ts';
import { loadEpisode } from '../../src/episode/index.ts';
import { allActs } from '../../src/acts/index.ts';
import { initialParameters, type Parameters } from '../../src/choice/parameters.ts';
import { createEngine, type Engine } from '../../src/run/engine.ts';
import { simulate } from '../../src/run/run.ts';
import { compileWorld } from '../../src/world/compile/compile.ts';

/** The episodes that come along, smallest first. */
export const bundledIds = ['choir', 'november-1917', 'soviet-1928'] as const;
export type BundledId = (typeof bundledIds)[number];

const folder = fileURLToPath(new URL('../../episodes/', import.meta.url));
const loaded = new Map<string, Episode>();

/** The files of a bundled episode. */
export function bundledFiles(id: BundledId): readonly { readonly path: string; readonly text: string }[] {
  const dir = join(folder, id);
  return readdirSync(dir)
    .filter((f) => /\.(ya?ml|json)$/.test(f))
    .map((f) => ({ path: f, text: readFileSync(join(dir, f), 'utf8') }));
}

/** A bundled episode, read once a test file. */
export function bundled(id: BundledId): Episode {
  const known = loaded.get(id);
  if (known) return known;
  const result = loadEpisode(bundledFiles(id));
  if (!result.episode) throw new Error(`${id} does not load: ${JSON.stringify(result.problems.slice(0, 3))}`);
  loaded.set(id, result.episode);
  return result.episode;
}

/** An episode from one text. Throws with the problems if it does not fit the format. */
export function episodeOf(text: string): Episode {
  const result = loadEpisode([{ path: 'episode.yaml', text }]);
  if (!result.episode || !result.ok)
    throw new Error(result.problems.map((p) => `${p.code} ${JSON.stringify(p)}`).join('\n'));
  return result.episode;
}

/** The acts, outcomes and questions taken out: what a free run may not read. */
export const withoutRecord = (e: Episode): Episode => ({ ...e, record: [], outcomes: [], questions: [] });

/** Every person's id replaced, wherever it stands. */
export function renamePeople(e: Episode, rename: (id: string) => string): Episode {
  const names = new Map(e.people.map((p) => [p.id, rename(p.id)]));
  const walk = (v: unknown): unknown => {
    if (typeof v === 'string') return names.get(v) ?? v;
    if (Array.isArray(v)) return v.map(walk);
    if (v instanceof Map) return new Map([...v].map(([k, x]) => [walk(k), walk(x)]));
    if (v && typeof v === 'object')
      return Object.fromEntries(
        Object.entries(v).map(([k, x]) => [k, k === 'name' || k === 'say' ? x : walk(x)]),
      );
    return v;
  };
  return walk(e) as Episode;
}

/** The same episode with its lists in another order. */
export function reorder(e: Episode, ...lists: readonly (keyof Episode)[]): Episode {
  const turned: Record<string, unknown> = { ...e };
  for (const l of lists) turned[l] = [...(e[l] as readonly unknown[])].reverse();
  return turned as unknown as Episode;
}

/** One more person, who sits nowhere, belongs nowhere, knows nobody and has views on nothing. */
export function withIdler(e: Episode, id = 'zz-idler', tempo = 3): Episode {
  const [like] = e.people;
  if (!like) throw new Error('nobody to copy');
  const point = (value: number) => ({ distribution: { kind: 'point' as const, value }, claimId: -1 });
  const idler = {
    ...like,
    id,
    organisations: [],
    away: [],
    collective: undefined,
    outsider: false,
    traits: {
      attachment: point(0.5),
      ambition: point(0.5),
      caution: point(0.5),
      authority: point(0.5),
      tempo: point(tempo),
    },
  };
  return { ...e, people: [...e.people, idler as unknown as (typeof e.people)[number]] };
}

export const engineFor = (e: Episode, parameters?: Parameters): Engine =>
  createEngine(compileWorld(e), parameters ?? initialParameters());

/** The bytes of the state after a whole run. */
export function runBytes(engine: Engine, seed: number, run: number): Buffer {
  simulate(engine, seed, run);
  return Buffer.from(engine.scene.state.bytes);
}

/** A run's acts by meaning: ids, not numbers. */
export function acts(engine: Engine): readonly string[] {
  const { world: w, state: x } = engine.scene;
  const who = (code: number): string =>
    code < 0
      ? '-'
      : code < w.people
        ? (w.personId[code] ?? '?')
        : code < w.people + w.bodies
          ? (w.bodyId[code - w.people] ?? '?')
          : (w.branchId[code - w.people - w.bodies] ?? '?');
  const lines: string[] = [];
  for (let k = 0; k < (x.counters[0] ?? 0); k++) {
    const kind = allActs()[x.actKind[k] ?? 0];
    const value = x.actValue[k] ?? Number.NaN;
    lines.push(
      [
        new Date(Math.floor(x.actTime[k] ?? 0) * 86_400_000).toISOString().slice(0, 10),
        who(x.actBy[k] ?? -1),
        kind?.kind ?? '?',
        who(x.actTo[k] ?? -1),
        kind?.options?.[x.actOption[k] ?? -1] ?? '-',
        Number.isNaN(value) ? '-' : value.toFixed(1),
      ].join(' | '),
    );
  }
  return lines;
}

/** How often each kind of act occurs in a run's record. */
export function countKinds(engine: Engine): Map<string, number> {
  const x = engine.scene.state;
  const counts = new Map<string, number>();
  for (let k = 0; k < (x.counters[0] ?? 0); k++) {
    const kind = allActs()[x.actKind[k] ?? 0]?.kind ?? '?';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
