/** How long after a writing the next one waits, in milliseconds. */
const pause = 350;

/**
 * Shows the place in the browser's address. Browsers allow only so many writings (Safari throws at more than 100 in 30 seconds), fewer than a
 * playing time bar needs: the first is made at once, of those that follow soon only the last.
 */
export class AddressBar {
  #due: ReturnType<typeof setTimeout> | undefined;
  #wanted: string | undefined;

  /** The address of the place shown, be it written or not. */
  get current(): string {
    return this.#wanted ?? location.hash;
  }

  /** Without an entry in the browser's history. */
  replace(address: string): void {
    this.#wanted = address;
    if (this.#due === undefined) this.write();
  }

  /** With an entry; the browser tells of it by `hashchange`. */
  push(address: string): void {
    this.write();
    location.hash = address;
  }

  /** Writes what is waiting. */
  write(): void {
    const wanted = this.#wanted;
    this.drop();
    if (wanted === undefined) return;
    history.replaceState(null, '', wanted);
    clearTimeout(this.#due);
    this.#due = setTimeout(() => {
      this.#due = undefined;
      this.write();
    }, pause);
  }

  /** Forgets what is waiting: the browser has gone elsewhere. */
  drop(): void {
    this.#wanted = undefined;
  }
}
