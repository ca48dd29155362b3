import type { Context } from './context.ts';

const barWidth = 24;
const every = 10_000;

export interface Progress {
  /** `before` of the runs were done before the clock began. */
  readonly report: (done: number, total: number, before?: number) => void;
  readonly end: () => void;
}

/** On a terminal a bar with the time left; in a pipe nothing, or with `lines` a line every ten seconds. All on stderr. */
export function progressOf(context: Context, lines: boolean): Progress {
  const { stderr } = context.host;
  const started = performance.now();
  if (stderr.isTTY) {
    let drawn = 0;
    const draw: Progress['report'] = (done, total, before = 0) => {
      const left = timeLeft(context, done - before, total - before, performance.now() - started);
      const text = barText(context, done, total, left);
      stderr.write(`\r${text}${' '.repeat(Math.max(0, drawn - text.length))}`);
      drawn = text.length;
    };
    return { report: draw, end: () => drawn > 0 && stderr.write(`\r${' '.repeat(drawn)}\r`) };
  }
  if (!lines) return { report: () => {}, end: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  return {
    report: (done, total, before = 0) => {
      const now = performance.now();
      if (now - last < every && done < total) return;
      last = now;
      const left = timeLeft(context, done - before, total - before, now - started);
      stderr.write(`${runningText(context, done, total, left)}\n`);
    },
    end: () => {},
  };
}

function barText(context: Context, done: number, total: number, left: string): string {
  const full = Math.round((barWidth * done) / Math.max(1, total));
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  return `${bar} ${runningText(context, done, total, left)}`;
}

const runningText = (context: Context, done: number, total: number, left: string): string =>
  [context.texts.progress.running(done, total), left].filter((t) => t !== '').join(', ');

function timeLeft(context: Context, done: number, total: number, elapsed: number): string {
  if (done <= 0 || done >= total) return '';
  return context.texts.progress.left(((elapsed / done) * (total - done)) / 1000);
}
