import { type Refusal, refuse } from './refusal.ts';

/** What of a request tells where it comes from. */
export interface Provenance {
  readonly path: string;
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Sec-Fetch-Site and Sec-Fetch-Mode, which pages cannot forge; absent in other programs than browsers. */
  readonly site: string | undefined;
  readonly mode: string | undefined;
}

/** The names under which this server may be called. */
export function hostsAt(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/**
 * Whether a request may be answered at all. A website whose name was made to lead here (DNS rebinding) still sends its own
 * name as Host; other websites, and other servers of this machine, are told by Origin and Sec-Fetch-Site. A link from
 * elsewhere may open the page itself: it tells its sender nothing.
 */
export function whence(from: Provenance, hosts: ReadonlySet<string>): Refusal | undefined {
  const host = from.host?.toLowerCase() ?? '';
  if (!hosts.has(host)) return refuse('host', { host: shown(from.host) });
  if (from.origin !== undefined && from.origin.toLowerCase() !== `http://${host}`)
    return refuse('origin', { origin: shown(from.origin) });
  const opening =
    from.path === '/' && from.method === 'GET' && from.mode === 'navigate' && from.origin === undefined;
  const own = from.site === undefined || from.site === 'same-origin' || from.site === 'none';
  return own || opening ? undefined : refuse('origin', { origin: shown(from.site) });
}

const shown = (text: string | undefined): string => (text ?? '').slice(0, 100);
