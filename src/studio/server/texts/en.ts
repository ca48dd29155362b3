import { limits } from '../../../episode/load/files.ts';
import type { RefusalTexts } from '../refusal.ts';

/** Why the studio's server refuses something, in English. */
export const en: RefusalTexts = {
  host: (p) => ({
    what: `The request names the host "${p['host']}".`,
    rule: 'The studio answers only to 127.0.0.1 and localhost at its own port, so that no website can pass itself off as it.',
    next: 'Open the address that "plenum studio" printed.',
  }),
  origin: (p) => ({
    what: `The request comes from another place: ${p['origin']}.`,
    rule: 'Only the studio’s own page may use it.',
    next: 'Open the address that "plenum studio" printed in a tab of its own.',
  }),
  token: () => ({
    what: 'The request to write carries no valid token.',
    rule: 'Each start of the studio makes a token that only its own page knows.',
    next: 'The studio was probably started again: copy what you have not saved, then reload the page.',
  }),
  'no-page': (p) => ({
    what: `There is nothing at ${p['path']}.`,
    rule: 'The studio serves its own page and the episodes that were opened, nothing else.',
    next: 'Go back to the first page.',
  }),
  'no-episode': (p) => ({
    what: `No episode "${p['id']}" is open.`,
    rule: 'The studio opens the bundled episodes and those in the folders named on the command line.',
    next: 'Start "plenum studio <folder>" with the folder of the episode.',
  }),
  method: (p) => ({
    what: `${p['method']} is not understood at ${p['path']}.`,
    rule: 'Reading is GET; saving is POST to /api/episodes/<id>/files.',
    next: 'Reload the page; it may be older than the server.',
  }),
  'not-json': () => ({
    what: 'The request to write is not JSON.',
    rule: 'Its Content-Type must be application/json and its body must be JSON.',
    next: 'Reload the page; it may be older than the server.',
  }),
  shape: (p) => ({
    what: `The request to write cannot be understood: ${p['detail']}.`,
    rule: 'It must be {files: [{path, text, stamp}]} with at least one file; stamp is that of the file as read, or null for a new one.',
    next: 'Reload the page; it may be older than the server.',
  }),
  'too-large': (p) => ({
    what: 'The request is too large.',
    rule: `At most ${p['limit']} MB are taken at once.`,
    next: 'Save fewer files at a time.',
  }),
  'file-name': (p) => ({
    what: `"${p['path']}" cannot be written.`,
    rule: 'Only files of the episode may be written: names that end with .yaml, .yml or .json, directly in its folder.',
    next: 'Choose a plain name such as people.yaml.',
  }),
  'file-twice': (p) => ({
    what: `"${p['path']}" is to be written twice.`,
    rule: 'Each file may occur once.',
    next: 'Reload the page; it may be older than the server.',
  }),
  'file-link': (p) => ({
    what: `"${p['path']}" is a link or no ordinary file.`,
    rule: 'Saving replaces a file as a whole, which would cut the link.',
    next: 'Edit the file that it leads to.',
  }),
  'file-large': (p) => ({
    what: `"${p['path']}" would have ${p['megabytes']} MB.`,
    rule: `A file of an episode has at most ${limits.megabytes} MB.`,
    next: 'Spread the sections over several files.',
  }),
  'file-utf8': (p) => ({
    what: `"${p['path']}" holds half a character, which cannot be written as UTF-8.`,
    rule: 'Files of an episode are UTF-8.',
    next: 'Undo the last change and paste the text again.',
  }),
  'file-control': (p) => ({
    what: `"${p['path']}" holds the control character ${p['charCode']}.`,
    rule: 'Apart from line ends and tabs no control characters are allowed.',
    next: 'Undo the last change, or delete the character.',
  }),
  'file-damaged': (p) => ({
    what: `"${p['path']}" on the disk is no UTF-8 or too large, so it was not read as it is.`,
    rule: 'What could not be read as a whole is not written over.',
    next: 'Save the file as UTF-8 in an editor, then reload the page.',
  }),
  bundled: (p) => ({
    what: `"${p['id']}" came with the program and was not changed.`,
    rule: 'Episodes inside an installed package are not written to: the next update would take the changes away.',
    next: 'Copy its folder to a place of your own and open that: plenum studio ./my-copy',
  }),
  'read-only': (p) => ({
    what: `The folder of "${p['id']}" cannot be written to.`,
    rule: 'Saving needs the right to write in the folder and to the file.',
    next: 'Change the rights of the folder, or copy it to a place of your own.',
  }),
  'leads-out': (p) => ({
    what: `"${p['path']}" in the folder of "${p['id']}" is a link that leads out of it.`,
    rule: 'The studio shows only what lies in the folders that were opened.',
    next: 'Put a copy of the file in the place of the link.',
  }),
  unreadable: (p) => ({
    what: `The folder of "${p['id']}" cannot be read: ${p['detail']}.`,
    rule: 'An episode is a folder with .yaml files that you may read.',
    next: 'Check that the folder is still there and readable, then reload the page.',
  }),
  disk: (p) => ({
    what: `The files could not be written: ${p['detail']}.`,
    rule: 'All files are written or none; they are as they were.',
    next: 'Check the room on the disk and the rights of the folder, then save again.',
  }),
  streams: () => ({
    what: 'Too many pages listen for changes.',
    rule: 'At most 32 may at once.',
    next: 'Close some tabs of the studio.',
  }),
  bug: () => ({
    what: 'The server failed.',
    rule: 'This is a bug in plenum, not in your files; nothing was written.',
    next: 'Please report it with what "plenum studio" printed in its terminal.',
  }),
};
