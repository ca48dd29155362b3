import type { MiniatureView } from '../../engine/protocol.ts';
import { type Client, connect, startEngine } from '../client.ts';
import type { Library, Listed } from '../library.ts';

export type Miniature = { readonly kind: 'made'; readonly view: MiniatureView } | { readonly kind: 'unfit' };

/** Miniatures of the episodes on the shelf, made one after the other in a worker of their own, so that what is open is not held up. */
class Miniatures {
  made = $state.raw<ReadonlyMap<string, Miniature>>(new Map());
  #under = false;

  async make(shelf: readonly Listed[], library: Library): Promise<void> {
    if (this.#under || shelf.every((s) => this.made.has(s.id))) return;
    this.#under = true;
    const worker = startEngine();
    try {
      const client = connect(worker);
      for (const { id } of shelf)
        if (!this.made.has(id)) this.made = new Map(this.made).set(id, await makeOne(client, library, id));
    } finally {
      worker.terminate();
      this.#under = false;
    }
  }
}

async function makeOne(client: Client, library: Library, id: string): Promise<Miniature> {
  try {
    const { files } = await library.read(id);
    const view = await client.ask('miniature', [files.map(({ path, text }) => ({ path, text }))]).answer;
    return view ? { kind: 'made', view } : { kind: 'unfit' };
  } catch {
    return { kind: 'unfit' };
  }
}

export const miniatures = new Miniatures();
