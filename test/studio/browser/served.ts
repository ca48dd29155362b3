import { readPage } from '../../../src/studio/server/page-files.ts';
import { type Running, startStudio } from '../../../src/studio/server/serve.ts';
import { Shelf } from '../../../src/studio/server/shelf.ts';
import { studioPage } from '../../cli/cli.ts';
import { fixturePage } from '../helpers/studio.ts';

/** Whether the page under test is the studio's own, or one of the same form because only the program was built. */
export const isOwnPage = studioPage !== fixturePage;

export interface Serving {
  /** The folder of the page; by default the built one. */
  readonly page?: string;
  /** Whether the bundled episodes are on the shelf as well. */
  readonly bundled?: boolean;
}

/** A studio on a free port over a folder of episodes. A bug fails the test at its end. */
export async function served(
  folder: string,
  { page: pageFolder = studioPage, bundled = false }: Serving = {},
): Promise<Running> {
  const page = readPage(pageFolder);
  if (page === undefined) throw new Error(`there is no page in ${pageFolder}`);
  const bugs: unknown[] = [];
  const running = await startStudio(
    {
      version: '9.9.9',
      page,
      shelf: bundled ? new Shelf([folder], folder) : new Shelf([folder], folder, `${folder}/none`),
      report: (error) => bugs.push(error),
      pace: { settle: 20, look: 1000 },
    },
    0,
  );
  return {
    ...running,
    close: async () => {
      await running.close();
      if (bugs.length > 0) throw bugs[0];
    },
  };
}
