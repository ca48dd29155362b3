import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { names } from '../contract.ts';
import { stampOf } from './stamps.ts';

/** The built page, beside this file in dist/. */
export const builtPage = fileURLToPath(new URL('../page/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The page as built: its files by their names relative to the folder, with slashes. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/**
 * Reads the page once, at the start: what is served is what stands in this list, so no request can lead to another file. Undefined if the
 * page was not built. Throws if it was, but cannot be used.
 */
export function readPage(folder: string = builtPage): PageFiles | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const files = new Map<string, PageFile>();
  for (const found of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const type = types[extname(found)];
    const path = join(folder, found);
    if (type === undefined || !lstatSync(path).isFile()) continue;
    files.set(found.replaceAll('\\', '/'), { bytes: new Uint8Array(readFileSync(path)), type });
  }
  for (const needed of ['page.js', 'page.css', 'engine.js'])
    if (!files.has(needed)) throw new Error(`the built page in ${folder} has no ${needed}`);
  if (!pageText(files, 'index.html').includes(names.headMark))
    throw new Error(`index.html of the built page has no ${names.headMark}`);
  return files;
}

/** The text of a file of the page. Throws if there is none of that name. */
export function pageText(files: PageFiles, name: string): string {
  const file = files.get(name);
  if (file === undefined) throw new Error(`the built page has no ${name}`);
  return new TextDecoder().decode(file.bytes);
}

/** Of all files of the page together: what is loaded under this stamp may be kept for ever, compiled too. */
export const stampOfPage = (files: PageFiles): string =>
  stampOf([...files].map(([name, { bytes }]) => `${name} ${stampOf(bytes)}\n`).join('')).slice(0, 12);

/**
 * The first page, with what is put into its head; what it loads is asked for with the stamp. `ahead.js` goes before everything: it starts what the
 * page needs while its own script is read. Only a served page has it.
 */
export const indexWith = (files: PageFiles, head: string, stamp: string): string =>
  pageText(files, 'index.html')
    .replaceAll(/"\.\/(page\.(?:js|css))"/g, (_, name) => `"./${name}?v=${stamp}"`)
    .replace(names.headMark, () =>
      files.has('ahead.js') ? `${head}<script src="./ahead.js?v=${stamp}"></script>` : head,
    );
