import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type Studio } from './app.ts';
import type { Streams } from './events.ts';
import { newToken } from './token.ts';

/** The only address the studio listens on: this machine, nobody else. */
export const address = '127.0.0.1';
export const usualPort = 1917;
/** How many ports are tried behind the usual one before the system chooses. */
const tries = 20;

export interface Running {
  readonly port: number;
  readonly url: string;
  readonly token: string;
  readonly streams: Streams;
  /** Ends all connections; done when the port is free. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the studio on a port: the one asked for, else the usual one or the next that is free. Rejects with the system's error if the
 * port asked for is taken.
 */
export async function startStudio(parts: Omit<Studio, 'port' | 'token'>, asked?: number): Promise<Running> {
  const token = newToken();
  let handle: StudioHandle | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => handle?.app.fetch(request, env) ?? new Response(null, { status: 503 }),
    overrideGlobalObjects: false,
  }) as Server;
  const port = await listen(server, asked);
  handle = createApp({ ...parts, port, token });
  const { streams } = handle;
  // In a thread of its own this keeps nobody waiting; here it would.
  if (parts.check !== undefined) void handle.warm().catch(parts.report);
  return {
    port,
    url: `http://${address}:${port}/`,
    token,
    streams,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        streams.endAll();
        server.closeAllConnections();
      }),
  };
}

type StudioHandle = ReturnType<typeof createApp>;

async function listen(server: Server, asked: number | undefined): Promise<number> {
  if (asked !== undefined) return listenAt(server, asked);
  for (let port = usualPort; port < usualPort + tries; port++) {
    try {
      return await listenAt(server, port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return listenAt(server, 0);
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
