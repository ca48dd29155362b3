import { builtPage, type PageFiles, readPage } from '../studio/server/page-files.ts';
import type { Context } from './context.ts';
import { CliError } from './errors.ts';

/** The studio's page as built; PLENUM_STUDIO_PAGE names another folder, for those who work on the page. Throws a CliError if there is none. */
export function studioPage(context: Context): PageFiles {
  const page = readPage(context.host.env['PLENUM_STUDIO_PAGE'] || builtPage);
  if (page === undefined) throw new CliError(context.texts.studio.noPage);
  return page;
}
