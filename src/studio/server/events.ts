import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ChangedEvent } from '../contract.ts';
import { type Reading, readOpen } from './reading.ts';
import { isRefusal } from './refusal.ts';
import type { OpenEpisode } from './shelf.ts';
import { type Pace, watchFolder } from './watch.ts';

/** Milliseconds between signs of life, by which a connection that was lost is noticed. */
const heartbeat = 20_000;
export const mostStreams = 32;

/** The streams that are open, so that they can be counted and ended. */
export class Streams {
  private readonly ends = new Set<() => void>();

  get open(): number {
    return this.ends.size;
  }

  add(end: () => void): () => void {
    this.ends.add(end);
    return () => this.ends.delete(end);
  }

  endAll(): void {
    for (const end of [...this.ends]) end();
  }
}

/** Server-sent events: "changed" whenever the contents of an episode's files have. */
export function changesOf(context: Context, episode: OpenEpisode, streams: Streams, pace?: Pace): Response {
  return streamSSE(context, async (stream) => {
    let last = stampIn(readOpen(episode));
    const look = (): void => {
      const reading = readOpen(episode);
      const now = stampIn(reading);
      if (now === last) return;
      last = now;
      void stream.writeSSE({ event: 'changed', data: JSON.stringify(changed(episode.id, reading)) });
    };
    const stop = watchFolder(episode.folder, look, pace);
    const beat = setInterval(() => void stream.write(': alive\n\n'), heartbeat);
    await stream.write(': listening\n\n');
    await new Promise<void>((resolve) => {
      const forget = streams.add(end);
      function end(): void {
        stop();
        clearInterval(beat);
        forget();
        resolve();
      }
      stream.onAbort(end);
      if (stream.aborted) end();
    });
  });
}

const stampIn = (reading: ReturnType<typeof readOpen>): string => (isRefusal(reading) ? '' : reading.stamp);

function changed(id: string, reading: Reading | { readonly kind: 'refusal' }): ChangedEvent {
  return reading.kind === 'reading'
    ? { id, stamp: reading.stamp, files: reading.stamps }
    : { id, stamp: '', files: [] };
}
