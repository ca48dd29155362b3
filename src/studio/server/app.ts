import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { names, type EpisodeAnswer, type ShelfAnswer } from '../contract.ts';
import { type Checker, checkHere } from './checking.ts';
import { changesOf, mostStreams, Streams } from './events.ts';
import { hostsAt, whence } from './guard.ts';
import { safeHeaders } from './headers.ts';
import { createListing, type Listing } from './listing.ts';
import { indexWith, type PageFiles, stampOfPage } from './page-files.ts';
import { createPreparing, type Preparer, type Preparing } from './preparing.ts';
import { readOpen, stampedFiles } from './reading.ts';
import { isRefusal, type Refusal, refuse, statuses } from './refusal.ts';
import { languageOf, refusalText } from './refusal-text.ts';
import { isJson, mostBytes, readSave } from './requests.ts';
import { type Rename, saveFiles } from './saving/save.ts';
import type { Shelf } from './shelf.ts';
import { sameToken } from './token.ts';
import type { Pace } from './watch.ts';

/** What the server is made of. */
export interface Studio {
  readonly version: string;
  readonly port: number;
  readonly token: string;
  readonly page: PageFiles;
  readonly shelf: Shelf;
  /** Told of bugs; the page learns only that there was one. */
  readonly report: (error: unknown) => void;
  /** Where episodes are checked for the shelf: by default in the thread of the server, which does not answer meanwhile. */
  readonly check?: Checker;
  /** Where episodes are opened ahead for the page; without it the page opens them itself. */
  readonly prepare?: Preparer;
  /** For tests: how soon changes are noticed, and a disk that fails. */
  readonly pace?: Pace;
  readonly rename?: Rename;
}

export interface StudioApp {
  readonly app: Hono;
  readonly streams: Streams;
  /** Checks the episodes before anybody asks for the shelf, and prepares them. */
  readonly warm: () => Promise<void>;
}

/** The studio's server as a function from requests to answers. What it serves is fixed here; every answer carries the safe headers. */
export function createApp(studio: Studio): StudioApp {
  const app = new Hono();
  const streams = new Streams();
  const listing = createListing(studio.check ?? checkHere);
  guard(app, studio);
  servePage(app, studio);
  const preparing = createPreparing(studio.prepare, studio.report);
  serveEpisodes(app, studio, streams, listing);
  servePrepared(app, studio, preparing);
  app.post('/api/episodes/:id/files', ...saving(studio));
  app.all('/api/*', (c) => refused(c, refuse(c.req.method === 'GET' ? 'no-page' : 'method', here(c))));
  app.notFound((c) => refused(c, refuse(c.req.method === 'GET' ? 'no-page' : 'method', here(c))));
  app.onError((error, c) => {
    studio.report(error);
    return refused(c, refuse('bug'));
  });
  return {
    app,
    streams,
    warm: async () => {
      const episodes = studio.shelf.list();
      await listing(episodes);
      for (const reading of episodes.map(readOpen)) if (!isRefusal(reading)) await preparing.begin(reading);
    },
  };
}

const here = (c: Context): { readonly method: string; readonly path: string } => ({
  method: c.req.method.slice(0, 20),
  path: c.req.path.slice(0, 200),
});

function guard(app: Hono, { port }: Studio): void {
  const hosts = hostsAt(port);
  app.use(async (c, next) => {
    const header = (name: string): string | undefined => c.req.header(name);
    const refusal = whence(
      {
        path: c.req.path,
        method: c.req.method,
        host: header('Host'),
        origin: header('Origin'),
        site: header('Sec-Fetch-Site'),
        mode: header('Sec-Fetch-Mode'),
      },
      hosts,
    );
    if (refusal !== undefined) c.res = refused(c, refusal);
    else await next();
    for (const [name, value] of Object.entries(safeHeaders)) c.res.headers.set(name, value);
    if (!c.res.headers.has('Cache-Control') || c.req.path.startsWith('/api/'))
      c.res.headers.set('Cache-Control', 'no-store');
  });
}

function servePage(app: Hono, { page, token }: Studio): void {
  const head = `<meta name="${names.token}" content="${token}">`;
  const stamp = stampOfPage(page);
  const index = indexWith(page, head, stamp);
  const kept = 'private, max-age=31536000, immutable';
  app.get('/', (c) => c.html(index));
  for (const [name, { bytes, type }] of page)
    if (name !== 'index.html')
      app.get(`/${name}`, (c) => {
        const caching = c.req.query('v') === stamp ? kept : 'no-cache';
        return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': caching });
      });
  if (!page.has('favicon.ico')) app.get('/favicon.ico', (c) => c.body(null, 204));
}

function serveEpisodes(
  app: Hono,
  { version, shelf, pace }: Studio,
  streams: Streams,
  listing: Listing,
): void {
  app.get('/api/episodes', async (c) =>
    c.json<ShelfAnswer>({ version, episodes: [...(await listing(shelf.list()))] }),
  );
  app.get('/api/episodes/:id', (c) => {
    const episode = shelf.find(c.req.param('id'));
    if (episode === undefined)
      return refused(c, refuse('no-episode', { id: c.req.param('id').slice(0, 100) }));
    const reading = readOpen(episode);
    if (isRefusal(reading)) return refused(c, reading);
    const { hash, stamp } = reading;
    const files = stampedFiles(reading);
    return c.json<EpisodeAnswer>({
      id: episode.id,
      writable: episode.writable === 'yes',
      stamp,
      hash,
      files: [...files],
    });
  });
  app.get('/api/events', (c) => {
    const id = c.req.query('id') ?? '';
    const episode = shelf.find(id);
    if (episode === undefined) return refused(c, refuse('no-episode', { id: id.slice(0, 100) }));
    if (streams.open >= mostStreams) return refused(c, refuse('streams'));
    return changesOf(c, episode, streams, pace);
  });
}

/** Under the files' hash as ETag, so that the page can tell whether it is of the files it has. */
function servePrepared(app: Hono, { shelf }: Studio, preparing: Preparing): void {
  app.get('/api/episodes/:id/prepared', (c) => {
    const episode = shelf.find(c.req.param('id'));
    if (episode === undefined)
      return refused(c, refuse('no-episode', { id: c.req.param('id').slice(0, 100) }));
    const reading = readOpen(episode);
    if (isRefusal(reading)) return refused(c, reading);
    const text = preparing.atHand(reading);
    if (text === undefined) return c.body(null, 204);
    return c.body(text, 200, { 'Content-Type': 'application/json', ETag: `"${reading.hash}"` });
  });
}

/** Who may write is settled before the body is looked at. */
function saving({ token, shelf, rename }: Studio) {
  const known = async (c: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    if (!sameToken(c.req.header(names.tokenHeader), token)) return refused(c, refuse('token'));
    if (!isJson(c.req.header('Content-Type'))) return refused(c, refuse('not-json'));
    const id = c.req.param('id') ?? '';
    const episode = shelf.find(id);
    if (episode === undefined) return refused(c, refuse('no-episode', { id: id.slice(0, 100) }));
    if (episode.writable !== 'yes') return refused(c, refuse(episode.writable, { id }));
    await next();
    return undefined;
  };
  const limited = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => refused(c, refuse('too-large', { limit: mostBytes / 1_000_000 })),
  });
  const save = async (c: Context): Promise<Response> => {
    const request = readSave(await c.req.text());
    if (isRefusal(request)) return refused(c, request);
    const folder = shelf.find(c.req.param('id') ?? '')?.folder;
    if (folder === undefined) return refused(c, refuse('no-episode', { id: c.req.param('id') ?? '' }));
    const saved = saveFiles(folder, request, rename);
    if (saved.kind === 'refusal') return refused(c, saved);
    const { kind, ...answer } = saved;
    return kind === 'saved' ? c.json(answer) : c.json(answer, 409);
  };
  return [known, limited, save] as const;
}

function refused(c: Context, refusal: Refusal): Response {
  const error = refusalText(refusal, languageOf(c.req.header('Accept-Language')));
  return c.json({ error }, statuses[refusal.code]);
}
