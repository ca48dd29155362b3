/** How long an address must stay the same before it is written, in milliseconds. */
const calm = 300;

/**
 * Shows the place in the browser's address. What only replaces is written once there is calm: browsers allow only so many writings (Safari
 * throws at more than 100 in 30 seconds), fewer than a playing time bar needs.
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
    clearTimeout(this.#due);
    this.#wanted = address;
    this.#due = setTimeout(() => this.write(), calm);
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
    if (wanted !== undefined) history.replaceState(null, '', wanted);
  }

  /** Forgets what is waiting: the browser has gone elsewhere. */
  drop(): void {
    clearTimeout(this.#due);
    this.#wanted = undefined;
  }
}
