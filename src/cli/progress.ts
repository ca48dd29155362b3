import type { Context } from './context.ts';

const barWidth = 24;
const every = 10_000;

export interface Progress {
  /** `before` of the runs were done before the clock began. */
  readonly report: (done: number, total: number, before?: number) => void;
  /** How much of the luck of history has been inferred, 0–1: comes before the runs, whose clock begins after it. */
  readonly infer: (share: number) => void;
  readonly end: () => void;
}

/** On a terminal a bar with the time left; in a pipe nothing, or with `lines` a line every ten seconds. All on stderr. */
export function progressOf(context: Context, lines: boolean): Progress {
  const { stderr } = context.host;
  if (stderr.isTTY) return drawnBar(context);
  if (!lines) return { report: () => {}, infer: () => {}, end: () => {} };
  let started = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  const say = (text: (now: number) => string, surely: boolean): void => {
    const now = performance.now();
    if (now - last < every && !surely) return;
    last = now;
    stderr.write(`${text(now)}\n`);
  };
  return {
    report: (done, total, before = 0) =>
      say((now) => {
        const left = timeLeft(context, done - before, total - before, now - started);
        return runningText(context, done, total, left);
      }, done >= total),
    infer: (share) => {
      started = performance.now();
      say(() => context.texts.progress.inferring(share), false);
    },
    end: () => {},
  };
}

function drawnBar(context: Context): Progress {
  const { stderr } = context.host;
  let started = performance.now();
  let drawn = 0;
  const draw = (text: string): void => {
    stderr.write(`\r${text}${' '.repeat(Math.max(0, drawn - text.length))}`);
    drawn = text.length;
  };
  return {
    report: (done, total, before = 0) => {
      const left = timeLeft(context, done - before, total - before, performance.now() - started);
      draw(`${bar(done / Math.max(1, total))} ${runningText(context, done, total, left)}`);
    },
    infer: (share) => {
      started = performance.now();
      draw(`${bar(share)} ${context.texts.progress.inferring(share)}`);
    },
    end: () => drawn > 0 && stderr.write(`\r${' '.repeat(drawn)}\r`),
  };
}

function bar(share: number): string {
  const full = Math.round(barWidth * share);
  return '█'.repeat(full) + '░'.repeat(barWidth - full);
}

const runningText = (context: Context, done: number, total: number, left: string): string =>
  [context.texts.progress.running(done, total), left].filter((t) => t !== '').join(', ');

function timeLeft(context: Context, done: number, total: number, elapsed: number): string {
  if (done <= 0 || done >= total) return '';
  return context.texts.progress.left(((elapsed / done) * (total - done)) / 1000);
}
