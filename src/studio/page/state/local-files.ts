import type { StudioFile } from '../../engine/protocol.ts';

const ofEpisodes = /\.(ya?ml|json)$/i;
/** Most characters of one file, and most files, that are read: an episode is far smaller. */
const [longest, most] = [4_000_000, 200];

/** Files that a person chose, as far as they can belong to an episode. Paths are those below the chosen folder. */
export async function readChosen(list: Iterable<File>): Promise<readonly StudioFile[]> {
  const files = [...list].filter((f) => ofEpisodes.test(f.name) && f.size <= longest).slice(0, most);
  return Promise.all(
    files.map(async (f) => ({ path: below(f.webkitRelativePath || f.name), text: await f.text() })),
  );
}

const below = (path: string): string =>
  path
    .split('/')
    .slice(path.includes('/') ? 1 : 0)
    .join('/');

/** The same for what was dropped, folders included. */
export async function readDropped(items: DataTransferItemList): Promise<readonly StudioFile[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((e) => e !== null);
  const [only] = entries;
  const root = entries.length === 1 && only?.isDirectory ? `${only.fullPath}/` : '/';
  const found: StudioFile[] = [];
  const visit = async (entry: FileSystemEntry): Promise<void> => {
    if (found.length >= most) return;
    if (entry.isDirectory) {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      for (;;) {
        const batch = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
        if (batch.length === 0) return;
        for (const child of batch) await visit(child);
      }
    }
    if (!ofEpisodes.test(entry.name)) return;
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    if (file.size <= longest)
      found.push({ path: entry.fullPath.slice(root.length), text: await file.text() });
  };
  for (const entry of entries) await visit(entry);
  return found;
}
