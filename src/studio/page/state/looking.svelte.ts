import type { CourseName, DayView } from '../../engine/protocol.ts';
import { studio } from './studio.svelte.ts';

/**
 * The day looked at, of the course shown, in full. One question is under way at a time, so that sliding over days does not pile them up; the last
 * day asked for is always answered. To be made while a screen starts.
 */
export class Looking {
  view = $state.raw<DayView>();
  busy = $state(false);
  /** As `busy`, but not watched: an effect must not wait for what it starts. */
  #running = false;
  /** What `view` is of. */
  #shown = '';
  #wanted: { key: string; name: CourseName; day: number; observer: number } | undefined;

  /** `observer`: index of the person whose beliefs are asked for; −1 nobody's. */
  constructor(observer: () => number) {
    $effect(() => {
      const key = JSON.stringify([
        studio.courseName,
        studio.day,
        observer(),
        studio.hash,
        studio.undoable.length,
      ]);
      this.#wanted = { key, name: studio.courseName, day: studio.day, observer: observer() };
      if (studio.opened?.ok) void this.#next();
    });
  }

  async #next(): Promise<void> {
    if (this.#running) return;
    this.#running = this.busy = true;
    try {
      while (this.#wanted && this.#wanted.key !== this.#shown) {
        const { key, name, day, observer } = this.#wanted;
        this.#shown = key;
        this.view = await studio.client.ask('day', [name, day, observer]).answer;
      }
    } catch (error) {
      studio.said = error instanceof Error ? error.message : String(error);
    } finally {
      this.#running = this.busy = false;
    }
  }
}
