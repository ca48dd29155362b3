import { spawn } from 'node:child_process';

/** The program by which each system opens an address, and its arguments. No shell has a part in it. */
export function openerOf(platform: NodeJS.Platform, url: string): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [url]];
  // "start" is a word of the shell; this is what it calls.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}

/** Opens an address in the browser, if there is one; that there is none is no error. */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [program, args] = openerOf(platform, url);
  const child = spawn(program, args, { stdio: 'ignore', detached: true, shell: false });
  child.on('error', () => {});
  child.unref();
}
