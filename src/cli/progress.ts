import type { Context } from './context.ts';

const barWidth = 24;
const every = 10_000;

export interface Progress {
  readonly report: (done: number, total: number, inferred?: number) => void;
  readonly end: () => void;
}

/** On a terminal a bar with the time left; in a pipe nothing, or with `lines` a line every ten seconds. All on stderr. */
export function progressOf(context: Context, lines: boolean): Progress {
  const { stderr } = context.host;
  const started = performance.now();
  if (stderr.isTTY) {
    let drawn = 0;
    const draw = (done: number, total: number, inferred?: number): void => {
      const text = barText(context, done, total, performance.now() - started, inferred);
      stderr.write(`\r${text}${' '.repeat(Math.max(0, drawn - text.length))}`);
      drawn = text.length;
    };
    return { report: draw, end: () => drawn > 0 && stderr.write(`\r${' '.repeat(drawn)}\r`) };
  }
  if (!lines) return { report: () => {}, end: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  return {
    report: (done, total, inferred) => {
      const now = performance.now();
      if (now - last < every && done < total) return;
      last = now;
      if (inferred !== undefined) {
        stderr.write(`${context.texts.progress.inferring(inferred)}\n`);
        return;
      }
      stderr.write(
        `${[context.texts.progress.running(done, total), timeLeft(context, done, total, now - started)].filter((t) => t !== '').join(', ')}\n`,
      );
    },
    end: () => {},
  };
}

function barText(
  context: Context,
  done: number,
  total: number,
  elapsed: number,
  inferred: number | undefined,
): string {
  if (inferred !== undefined) {
    const far = Math.round(barWidth * inferred);
    return `${'█'.repeat(far)}${'░'.repeat(barWidth - far)} ${context.texts.progress.inferring(inferred)}`;
  }
  const full = Math.round((barWidth * done) / Math.max(1, total));
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  return [`${bar} ${context.texts.progress.running(done, total)}`, timeLeft(context, done, total, elapsed)]
    .filter((t) => t !== '')
    .join(', ');
}

function timeLeft(context: Context, done: number, total: number, elapsed: number): string {
  if (done === 0 || done >= total) return '';
  return context.texts.progress.left(((elapsed / done) * (total - done)) / 1000);
}
