#!/usr/bin/env node
import { exitCodes } from './errors.ts';

// A reader that has seen enough (`plenum replay … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

// The first Ctrl-C ends the work cleanly; a second one does not wait.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(exitCodes.cancelled);
    stop.abort(new DOMException('cancelled', 'AbortError'));
  });
}

const { runCli } = await import('./app.ts');
process.exitCode = await runCli(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  signal: stop.signal,
});
