/** What is written into every exported picture. */
export interface Caption {
  readonly title: string;
  /** Date, seed, version, source. */
  readonly line: string;
}

const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'dominant-baseline',
  'opacity',
  'paint-order',
] as const;

/** The chart as a document of its own: what style sheets gave is written into it, with title and source line. */
export function svgText(svg: SVGSVGElement, caption: Caption): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const to = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  from.forEach((element, k) => {
    const style = getComputedStyle(element);
    const target = to[k];
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      if (value !== '' && target) target.setAttribute(name, value);
    }
    target?.removeAttribute('class');
    target?.removeAttribute('tabindex');
  });
  const box = svg.viewBox.baseVal;
  const width = box.width || svg.clientWidth;
  const height = box.height || svg.clientHeight;
  const ink = getComputedStyle(document.documentElement).getPropertyValue('color') || 'black';
  const paper = getComputedStyle(document.documentElement).getPropertyValue('background-color') || 'white';
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${box.x} ${box.y - 30} ${width} ${height + 54}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height + 54));
  copy.prepend(rect(box.x, box.y - 30, width, height + 54, paper));
  copy.append(
    label(box.x + 4, box.y - 11, 15, caption.title, ink),
    label(box.x + 4, box.y + height + 16, 10, caption.line, ink),
  );
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = `${caption.title}. ${caption.line}`;
  copy.prepend(title);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}

function rect(x: number, y: number, width: number, height: number, fill: string): SVGElement {
  const r = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [key, value] of Object.entries({ x, y, width, height, fill }))
    r.setAttribute(key, String(value));
  return r;
}

function label(x: number, y: number, size: number, words: string, fill: string): SVGElement {
  const t = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  for (const [key, value] of Object.entries({ x, y, 'font-size': size, fill, 'font-family': 'sans-serif' }))
    t.setAttribute(key, String(value));
  t.textContent = words;
  return t;
}

/** The picture in points, twice as fine as on the screen. */
export async function pngBlob(svg: SVGSVGElement, caption: Caption): Promise<Blob> {
  const text = svgText(svg, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))),
      'image/png',
    ),
  );
}

/** A table for spreadsheets. A cell that a spreadsheet would take for a formula is marked as text. */
export function csvText(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (v: string | number): string => {
    const text =
      typeof v === 'number' ? (Number.isNaN(v) ? '' : String(v)) : /^[=+\-@\t]/.test(v) ? `'${v}` : v;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function download(name: string, content: Blob | string, type = 'text/plain'): void {
  const url = URL.createObjectURL(
    typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content,
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
