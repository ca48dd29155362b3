import { names, type PublishedData } from '../contract.ts';
import { html, json, script, style } from './escape.ts';

/** The built page, as texts and data addresses. */
export interface PageParts {
  readonly index: string;
  /** The module that the page runs, and the program of its worker. */
  readonly module: string;
  readonly engine: string;
  readonly css: string;
  /** Fonts and pictures by their names in the page's folder, as data: addresses. */
  readonly pictures: ReadonlyMap<string, string>;
}

export interface PublishedPage {
  readonly parts: PageParts;
  readonly data: PublishedData;
  readonly title: string;
  /** Address of the licence beside the page, if there is one. */
  readonly licence?: string;
  /** SHA-256 in base64. */
  readonly sha256: (text: string) => string;
}

/**
 * One HTML file with everything in it: opened from a disk a page may load neither modules nor workers from files, nor anything from
 * the network. Throws if the built page is not of the form agreed on.
 */
export function publishedPage({ parts, data, title, licence, sha256 }: PublishedPage): string {
  const module = script(parts.module);
  const css = style(withPictures(parts.css, parts.pictures));
  // What is put in goes in at the very end, so that nothing in it is taken for a tag or a mark of the page.
  const contents: string[] = [];
  const place = (content: string): string => `\u0001${contents.push(content) - 1}\u0001`;
  let page = withIcons(named(parts.index, title, data.lang), parts.pictures);
  page = withLoaded(page, 'script', 'page.js', place(`<script type="module">${module}</script>`));
  page = withLoaded(page, 'link', 'page.css', place(`<style>${css}</style>`));
  page = replaceOnce(page, names.headMark, place(headOf(policy(sha256(module), sha256(css)), licence)));
  page = replaceOnce(page, names.dataMark, place(payload(data, parts.engine)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a mark that no page has
  return page.replaceAll(/\u0001(\d+)\u0001/g, (_, at) => contents[Number(at)] ?? '');
}

const headOf = (policyText: string, licence: string | undefined): string =>
  [
    `<meta http-equiv="Content-Security-Policy" content="${html(policyText)}">`,
    '<meta name="referrer" content="no-referrer">',
    ...(licence === undefined ? [] : [`<link rel="license" href="${html(licence)}">`]),
  ].join('\n    ');

/** Data blocks: not run, and so not asked for a hash. */
const payload = (data: PublishedData, engine: string): string =>
  [
    `<script type="application/json" id="${names.data}">${json(data)}</script>`,
    `<script type="text/plain" id="${names.engine}">${script(engine)}</script>`,
  ].join('\n    ');

/** Only the scripts and styles whose hash stands here, workers made by them, and no network at all. A meta element cannot forbid framing. */
const policy = (module: string, css: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${module}' blob:`,
    'worker-src blob:',
    `style-src 'sha256-${css}'`,
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

function replaceOnce(text: string, mark: string, by: string): string {
  if (text.split(mark).length !== 2) throw new Error(`index.html of the page must have one ${mark}`);
  return text.replace(mark, () => by);
}

const inFolder = (address: string): string => address.replace(/^(\.\/|\/)/, '');

function withPictures(css: string, pictures: ReadonlyMap<string, string>): string {
  return css.replaceAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote, address: string) => {
    if (/^(data:|#)/.test(address)) return whole;
    const data = pictures.get(inFolder(address));
    if (data === undefined) throw new Error(`page.css names ${address}, which the page's folder has not`);
    return `url(${data})`;
  });
}

/** Puts something in the place of the one tag that loads a file. */
function withLoaded(page: string, tag: 'script' | 'link', file: string, by: string): string {
  const pattern = tag === 'script' ? /<script\b[^>]*>\s*<\/script>/g : /<link\b[^>]*>/g;
  const loads = (found: string): boolean => inFolder(addressIn(found) ?? '') === file;
  const found = (page.match(pattern) ?? []).filter(loads);
  if (found.length !== 1) throw new Error(`index.html of the page must load ${file} once, in a ${tag} tag`);
  return page.replaceAll(pattern, (one) => (loads(one) ? by : one));
}

const addressIn = (tag: string): string | undefined => /\b(?:src|href)="([^"]*)"/.exec(tag)?.[1];

/** Icons become data; anything else that would be loaded is a mistake of the build. */
function withIcons(page: string, pictures: ReadonlyMap<string, string>): string {
  return page
    .replaceAll(/<link\b[^>]*\brel="modulepreload"[^>]*>\s*/g, '')
    .replaceAll(/\b(src|href)="([^"]*)"/g, (whole, attribute, address: string) => {
      if (/^(data:|#)/.test(address) || ['page.js', 'page.css'].includes(inFolder(address))) return whole;
      const data = pictures.get(inFolder(address));
      if (data === undefined)
        throw new Error(`index.html of the page loads ${address}, which cannot be put in`);
      return `${attribute}="${data}"`;
    });
}

/** Its own title and language, for those who read without scripts: bookmarks, search, screen readers. */
function named(page: string, title: string, lang: string): string {
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${html(title)}</title>`)
    .replace(/<html\b[^>]*>/, (tag) => tag.replace(/\s+lang="[^"]*"/, '').replace(/>$/, ` lang="${lang}">`));
}
