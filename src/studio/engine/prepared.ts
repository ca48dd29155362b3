import { readAdded } from '../../episode/index.ts';
import { tellCourse } from './course.ts';
import { makeReady, openFiles, type Ready } from './opened.ts';
import { pack, unpack } from './packed.ts';
import type { Opened, StudioFile } from './protocol.ts';

/** Opens files for somebody else, as text for `adoptPrepared` and `unpack`; undefined where errors forbid running. */
export function prepareFiles(files: readonly StudioFile[]): string | undefined {
  const { opened, ready, input } = openFiles(files);
  return ready && input && pack({ opened, history: tellCourse(ready, { kind: 'history' }), input });
}

/** Takes over what was prepared from these very files, without reading them. */
export function adoptPrepared(
  files: readonly StudioFile[],
  text: string,
): { readonly ready: Ready; readonly opened: Opened } {
  const { opened, input } = unpack(text);
  const { episode } = opened;
  if (!episode) throw new Error('what was prepared holds no episode');
  return { opened, ready: makeReady(files, episode, (file) => readAdded(file, episode, input)) };
}
