import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PublishedData } from '../contract.ts';
import { html, json, script, style } from './escape.ts';
import { type PageParts, publishedPage } from './page.ts';

const evil = '</script><script>alert(1)</script><!-- <script> $& $1 \u2028';
const index = `<!doctype html>
<html lang="en" class="x">
  <head>
    <meta charset="utf-8">
    <title>Plenum</title>
    <!--plenum:head-->
    <link rel="icon" href="./icon.svg">
    <link rel="modulepreload" href="/page.js">
    <script type="module" crossorigin src="./page.js"></script>
    <link rel="stylesheet" crossorigin href="/page.css">
  </head>
  <body>
    <div id="page"></div>
    <!--plenum:data-->
  </body>
</html>
`;
const parts: PageParts = {
  index,
  module: `const a = '${evil}'; const b = /<\\/script>/u;\r\nlet c = '\0';`,
  engine: `self.a = '${evil}';`,
  css: `p { content: '</style><b>'; }\n@font-face { src: url("./fonts/a.woff2") }`,
  pictures: new Map([
    ['icon.svg', 'data:image/svg+xml;base64,AAAA'],
    ['fonts/a.woff2', 'data:font/woff2;base64,BBBB'],
  ]),
};
const data: PublishedData = {
  mode: 'published',
  version: evil,
  lang: 'ru',
  id: 'e',
  hash: 'h',
  license: evil,
  citation: evil,
  files: [
    { path: 'episode.yaml', text: `title: "${evil}"\n<!--plenum:head--> <!--plenum:data--> \u00010\u0001` },
  ],
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const made = (more: Partial<PageParts> = {}): string =>
  publishedPage({ parts: { ...parts, ...more }, data, title: evil, licence: 'LICENSE.txt', sha256 });

/** The scripts of a page as an HTML parser without the rules for "<!--" sees them: from a start tag to the next end tag. */
const scriptsIn = (page: string): readonly (readonly [string, string])[] =>
  [...page.matchAll(/<script([^>]*)>([\s\S]*?)<\/script/gi)].map(([, tag = '', body = '']) => [tag, body]);

describe('a published page', () => {
  it('has three scripts, whatever stands in the episode, and their contents are what they were', () => {
    const scripts = scriptsIn(made());
    expect(scripts.map(([tag]) => tag.trim())).toEqual([
      'type="module"',
      'type="application/json" id="plenum-data"',
      'type="text/plain" id="plenum-engine"',
    ]);
    expect(JSON.parse(scripts[1]?.[1] ?? '')).toEqual(data);
    for (const [, body] of scripts) expect(body).not.toMatch(/<!--|<script/i);
    const engine: { a?: string } = {};
    new Function('self', scripts[2]?.[1] ?? '')(engine);
    expect(engine.a).toBe(evil);
  });

  it('allows exactly the script and the style that it holds, and no network', () => {
    const page = made();
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const [, module = ''] = scriptsIn(page)[0] ?? [];
    expect(policy).toContain(`script-src 'sha256-${sha256(module)}' blob:`);
    expect(policy).toContain(`style-src 'sha256-${sha256(css)}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
    // As a parser reads it: carriage returns and zeros would be others, and so would the hash.
    expect(module + css).not.toMatch(/[\r\0]/);
  });

  it('loads nothing', () => {
    const page = made();
    const outside = page.replaceAll(/<script[\s\S]*?<\/script>/gi, '');
    const addresses = [...outside.matchAll(/\b(?:src|href)="([^"]*)"|url\(([^)]*)\)/g)];
    expect(addresses.map(([, a, b]) => a ?? b)).toEqual([
      'LICENSE.txt',
      'data:image/svg+xml;base64,AAAA',
      'data:font/woff2;base64,BBBB',
    ]);
    expect(outside).not.toContain('modulepreload');
  });

  it('carries its own title and language', () => {
    expect(made()).toContain(`<title>${html(evil)}</title>`);
    expect(made()).toContain('<html class="x" lang="ru">');
  });

  it.each([
    ['no place for its data', { index: index.replace('<!--plenum:data-->', '') }],
    ['two heads', { index: index.replace('<title>', '<!--plenum:head--><title>') }],
    ['no page.js', { index: index.replace('src="./page.js"', 'src="./other.js"') }],
    ['two style sheets', { index: index.replace('</head>', '<link href="page.css"></head>') }],
    [
      'a picture from elsewhere',
      { index: index.replace('<div', '<img src="https://example.org/x.png"><div') },
    ],
    ['a font that is not there', { pictures: new Map([...parts.pictures].slice(0, 1)) }],
  ])('is refused where the build has %s', (_, more) => expect(() => made(more)).toThrow(/page/));
});

describe('escapes', () => {
  it('of JSON leave the data as it is', () => {
    const text = json({ evil });
    expect(JSON.parse(text)).toEqual({ evil });
    expect(text).not.toMatch(/[<\u2028\u2029]/);
  });

  it('of scripts leave values in texts, templates and regular expressions as they are', () => {
    const code =
      'return ["</script>", `<!-- 1<script>`, /<\\/script>/u.test("</script>"), /<!--/u.source, 1<2]';
    const run = (text: string): unknown => new Function(text)();
    expect(script(code)).not.toMatch(/<(!--|\/?script)/i);
    // The source of a regular expression shows the escape; what it matches is the same.
    const [one, two, three, , five] = run(script(code)) as readonly unknown[];
    expect([one, two, three, five]).toEqual(['</script>', '<!-- 1<script>', true, true]);
  });

  it('of styles keep the end tag out', () => {
    expect(style("a::after { content: '</STYLE>' }")).toBe("a::after { content: '<\\/STYLE>' }");
  });
});
