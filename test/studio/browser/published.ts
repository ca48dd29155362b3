import { join } from 'node:path';
import { runCli } from '../../../src/cli/app.ts';

/** Publishes an episode with a built page, as the command line does, into `page` within a folder. Throws what it says if it fails. */
export async function published(
  folder: string,
  episode: string,
  page: string,
  more: readonly string[] = [],
): Promise<string> {
  let err = '';
  const code = await runCli(['publish', episode, '--out', 'page', ...more], {
    stdout: { write: () => {} },
    stderr: { write: (text) => (err += text) },
    env: { LANG: 'C', PLENUM_STUDIO_PAGE: page },
    cwd: folder,
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(err);
  return join(folder, 'page');
}
