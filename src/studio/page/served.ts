import type { StudioFile } from '../engine/protocol.ts';

export interface StoredFile extends StudioFile {
  readonly stamp: string;
}

export interface Stored {
  readonly id: string;
  readonly writable: boolean;
  readonly hash: string;
  readonly files: readonly StoredFile[];
}

/** An episode opened ahead by the server, packed, and the hash of the files it was opened from. */
export interface Ahead {
  readonly hash: string;
  readonly text: string;
}

export async function getJson<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(await messageOf(answer));
  return (await answer.json()) as T;
}

/** Why the server refused, in its words. */
export async function messageOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => ({}))) as { error?: { what?: string; next?: string } };
  return (
    [body.error?.what, body.error?.next].filter(Boolean).join(' ') || `${answer.status} ${answer.statusText}`
  );
}

export const getStored = (id: string): Promise<Stored> =>
  getJson<Stored>(`/api/episodes/${encodeURIComponent(id)}`);

/** Undefined if it is not at hand. Never rejects. */
export async function getPrepared(id: string): Promise<Ahead | undefined> {
  const answer = await fetch(`/api/episodes/${encodeURIComponent(id)}/prepared`).catch(() => undefined);
  if (answer?.status !== 200) return undefined;
  const text = await answer.text().catch(() => '');
  return text === '' ? undefined : { hash: (answer.headers.get('ETag') ?? '').replaceAll('"', ''), text };
}

/** `search`: the stamp that this page's scripts are asked for with, so that the browser may keep them. */
export const startServed = (search: string): Worker => new Worker(`./engine.js${search}`, { name: 'engine' });
