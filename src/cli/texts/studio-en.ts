/** What the command line says about the studio and publishing, in English. */
export const studioEn = {
  folder: 'folder that is an episode or holds some, or id of a bundled one',
  port: 'Port to listen on (by default 1917 or the next free one)',
  open: 'Open the page in the browser',
  out: 'Folder to write (by default <id>-page)',
  force: 'Write even if something else stands there; that is kept, under another name',
  page: 'Page composed in the studio (saved there as a file), to be shown first',
  pageRefused: (file: string, count: number) =>
    `"${file}" has ${count} ${count === 1 ? 'mistake' : 'mistakes'}; nothing was published. Mend the file, or compose the page anew on the Page screen of the studio and save it.`,
  listening: (version: string, url: string) => `Plenum ${version}, the studio: ${url}`,
  episodes: (ids: string) => `Episodes: ${ids}.`,
  onlyHere: 'It listens on this machine only (127.0.0.1). Ctrl-C ends it.',
  ended: 'The studio has ended.',
  noPage:
    'The page of the studio has not been built. An installed plenum has it; in a checkout run "npm run build" first.',
  portTaken: (port: number) =>
    `Port ${port} is taken by another program. Choose another one, or leave --port out: then the next free one is taken.`,
  portRefused: (port: number, code: string) =>
    `The system does not let this program listen on port ${port} (${code}). Ports from 1024 up are usually allowed.`,
  linkOut: (file: string) =>
    `"${file}" is a link that leads out of the folder of the episode; what lies elsewhere is not published. Put a copy in its place.`,
  outTaken: (folder: string, first: string, count: number) =>
    `"${folder}" holds what did not come from an earlier publication, or was changed since: ${first}${count > 1 ? ` and ${count - 1} more` : ''}. Choose another folder with --out, or add --force: then it is put beside, under the name ${folder}.before.`,
  outAround: (folder: string) =>
    `"${folder}" is, or contains, the current folder or that of the episode; publishing would replace it. Choose another folder with --out.`,
  unwritable: (folder: string, code: string) =>
    `"${folder}" could not be written (${code}); nothing was changed. Check the rights and the room on the disk.`,
};
