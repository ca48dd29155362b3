/** Ending of files that are being written; the loader passes them over. */
const ending = '.part';
const drafts = /^\.(.+)\.[0-9a-f]{12}\.part$/;

/** The journal of a save under way, in the episode's folder. */
export const journalName = '.plenum-save';

/** Whether the page may write a file of that name: an ordinary name of the format, without any way into another folder. */
export const mayBeSaved = (path: string): boolean =>
  path.length <= 120 &&
  /^[\p{L}\p{N}_][\p{L}\p{N}_ .()+-]*\.(ya?ml|json)$/iu.test(path) &&
  !/^(con|prn|aux|nul|com\d|lpt\d)\./i.test(path);

export const draftOf = (path: string, random: string): string => `.${path}.${random}${ending}`;

/** The file that a draft was meant for, or undefined if the name is no draft's. */
export function targetOf(draft: string): string | undefined {
  const target = drafts.exec(draft)?.[1];
  return target !== undefined && mayBeSaved(target) ? target : undefined;
}
