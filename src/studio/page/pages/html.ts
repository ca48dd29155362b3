import { svgText } from '../charts/export.ts';

/** What stays of the article in a copy: structure and text. */
const kept = new Set([
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'SECTION',
  'DIV',
  'FIGURE',
  'FIGCAPTION',
  'H1',
  'H2',
  'H3',
  'P',
  'UL',
  'OL',
  'LI',
  'CITE',
  'STRONG',
  'SPAN',
]);

const sheet =
  'body{font:17px/1.55 Charter,"PT Serif",Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1f1c18}figure{margin:1rem 0}svg{width:100%;height:auto}h1,h2,h3{line-height:1.2}.small,figcaption,footer{font-size:.85rem;color:#5c554b}@page{size:A4;margin:20mm}';

/** The article as a page without scripts: its texts, and its charts as they are drawn now. For places that block downloads. */
export function articleHtml(article: HTMLElement, title: string, lang: string): string {
  const out = document.implementation.createHTMLDocument(title);
  const copied = copyOf(article, out);
  if (copied) out.body.append(copied);
  // The style sheet is put in as text: made as an element it would be refused by the policy of this page.
  const head = `<meta charset="utf-8"><style>${sheet}</style>${out.head.querySelector('title')?.outerHTML ?? ''}`;
  return `<!doctype html>\n<html lang="${lang === 'ru' ? 'ru' : 'en'}"><head>${head}</head>${out.body.outerHTML}</html>\n`;
}

function copyOf(node: Node, out: Document): Node | undefined {
  if (node.nodeType === Node.TEXT_NODE) return out.createTextNode(node.textContent ?? '');
  if (node instanceof SVGSVGElement) return chartOf(node, out);
  // The answers of a bet are buttons; in a copy they are words.
  if (node instanceof HTMLButtonElement && node.closest('li'))
    return out.createTextNode(node.textContent ?? '');
  if (!(node instanceof HTMLElement) || !kept.has(node.tagName) || node.matches('.no-print, .hidden'))
    return undefined;
  const made = out.createElement(node.tagName);
  for (const child of node.childNodes) {
    const copy = copyOf(child, out);
    if (copy) made.append(copy);
  }
  return made;
}

function chartOf(svg: SVGSVGElement, out: Document): Node {
  const text = svgText(svg, { title: '', line: '' }).replaceAll(/ style="[^"]*"/g, '');
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  for (const e of [parsed, ...parsed.querySelectorAll('*')])
    for (const name of ['role', 'tabindex', 'data-dot', 'style', 'width', 'height'])
      if (e === parsed || !['width', 'height'].includes(name)) e.removeAttribute(name);
  // The room for a title, which the article has beside the chart, is taken away again.
  parsed.setAttribute('viewBox', svg.getAttribute('viewBox') ?? '');
  return out.importNode(parsed, true);
}
