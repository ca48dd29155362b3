// Fills the picture of the terminal in README.md with what `npm start` really prints: docs/terminal.svg, and the same as text
// for those who cannot see it. Run it after a change of the values: node scripts/readme-picture.mjs [another command line]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const [, program, ...startArgs] = scripts.start.split(' ');
const other = process.argv.slice(2);
const args = other.length > 0 ? other : startArgs;
const typed = other.length > 0 ? `npx plenum ${other.join(' ')}` : 'npm start';
const env = { ...process.env, NO_COLOR: '1', COLUMNS: '100', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' };
const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, program), ...args], {
  cwd: home,
  encoding: 'utf8',
  env,
});
if (status !== 0) {
  console.error(`${typed} failed with ${status}.\n${stderr}`);
  process.exit(1);
}

// Down to the assumptions: what follows is how to cite it and what to try next.
const all = stdout.trimEnd().split('\n');
const end = all.indexOf('HOW TO CITE');
const lines = [`$ ${typed}`, '', ...(end < 0 ? all : all.slice(0, end))].map((line) => line.trimEnd());
while (lines.at(-1) === '') lines.pop();

const size = { font: 14, advance: 8.43, line: 19, margin: 18, bar: 30 };
const columns = Math.max(100, ...lines.map((line) => [...line].length));
const width = Math.ceil(columns * size.advance + 2 * size.margin);
const height = size.bar + lines.length * size.line + 2 * size.margin;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const rows = lines.map((line, k) => {
  if (line === '') return '';
  const y = size.bar + size.margin + (k + 0.75) * size.line;
  const length = ([...line].length * size.advance).toFixed(1);
  const style =
    k === 0 ? 'prompt' : /^[A-Z][A-Z ]+$/.test(line) ? 'heading' : /^[─\s]+$/.test(line) ? 'rule' : '';
  const css = style === '' ? '' : ` class="${style}"`;
  return `  <text x="${size.margin}" y="${y.toFixed(1)}" textLength="${length}"${css}>${escaped(line)}</text>\n`;
});
const dots = ['#e0675c', '#d9a441', '#6aa84f'].map(
  (fill, k) => `  <circle cx="${20 + 20 * k}" cy="15" r="6" fill="${fill}"/>\n`,
);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" xml:space="preserve">
  <title>What ${typed} prints</title>
  <style>
    text { font: ${size.font}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d7dbe0; white-space: pre }
    .prompt { fill: #8fc27a } .heading { fill: #e3c07a; font-weight: 600 } .rule { fill: #6b7480 }
  </style>
  <rect width="${width}" height="${height}" rx="8" fill="#1d2126"/>
  <path d="M0 8a8 8 0 0 1 8-8h${width - 16}a8 8 0 0 1 8 8v22H0z" fill="#2a2f36"/>
${dots.join('')}${rows.join('')}</svg>
`;
writeFileSync(join(home, 'docs/terminal.svg'), svg);

const readme = join(home, 'README.md');
const marked = /<!-- picture: begin[^>]*-->[\s\S]*?<!-- picture: end -->/;
const text = readFileSync(readme, 'utf8');
if (!marked.test(text)) {
  console.error('README.md has no place for the picture: <!-- picture: begin --> … <!-- picture: end -->.');
  process.exit(1);
}
const section = `<!-- picture: begin (written by scripts/readme-picture.mjs, do not edit) -->
![What ${typed} prints: the question, a table of outcomes without and with the change, the same in words, the assumptions](docs/terminal.svg)

<details><summary>The same as text</summary>

\`\`\`text
${lines.join('\n')}
\`\`\`

</details>
<!-- picture: end -->`;
writeFileSync(
  readme,
  text.replace(marked, () => section),
);
console.log(`docs/terminal.svg and README.md: ${lines.length} lines of ${typed}`);
