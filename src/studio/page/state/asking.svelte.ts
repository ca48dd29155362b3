import { Cancelled, type Calling } from '../client.ts';

/** An answer that a screen waits for: what came so far, whether more is coming, what went wrong. A new question replaces the one before. */
export class Asking<T> {
  value = $state.raw<T | undefined>(undefined);
  busy = $state(false);
  trouble = $state('');
  /** What the value at hand was asked with. */
  of = $state('');
  #call: Calling<T> | undefined;

  /** Asks, unless the same is at hand or under way. `begin` gets what to do with partial answers. */
  ask(key: string, begin: (onPartial: (value: T) => void) => Calling<T>): void {
    if (this.of === key) return;
    this.#call?.cancel();
    this.of = key;
    this.busy = true;
    this.trouble = '';
    const own = (): boolean => this.#call === call;
    const call: Calling<T> = begin((value) => {
      if (own()) this.value = value;
    });
    this.#call = call;
    call.answer.then(
      (value) => {
        if (!own()) return;
        this.value = value;
        this.busy = false;
      },
      (error: Error) => {
        if (!own()) return;
        this.busy = false;
        if (!(error instanceof Cancelled)) this.trouble = error.message;
      },
    );
  }

  /** Stops; what came in stays. */
  cancel(): void {
    this.#call?.cancel();
    this.#call = undefined;
    this.busy = false;
  }

  /** Forgets everything, so that the same can be asked again. */
  clear(): void {
    this.cancel();
    this.value = undefined;
    this.of = '';
    this.trouble = '';
  }
}
