/**
 * Runs in a page: its structure as lines, one a landmark, heading, control, figure or chart, indented by depth. Numbers are #, so that values
 * may change and structure is compared; marks of a chart are counted by role. Equal lines that follow each other are told once, with
 * their number.
 */
export const outlineScript = `(() => {
  const lines = [];
  const tidy = (text) => (text ?? '').replace(/\\s+/g, ' ').trim().replace(/[−-]?\\d[\\d.,  ]*\\d|\\d/g, '#').replace(/about # (s|min)/g, 'about # time').slice(0, 110);
  const nameOf = (el) => {
    const by = el.getAttribute('aria-labelledby');
    if (by) return by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const said = el.getAttribute('aria-label');
    if (said) return said;
    const label = el.labels?.[0];
    if (label) return [...label.childNodes].filter((n) => !(n instanceof HTMLSelectElement || n instanceof HTMLInputElement)).map((n) => n.textContent).join(' ');
    return el.textContent;
  };
  const landmarks = { HEADER: 'banner', NAV: 'navigation', MAIN: 'main', ASIDE: 'complementary', FOOTER: 'contentinfo', FIGURE: 'figure', DIALOG: 'dialog' };
  const line = (depth, text) => lines.push('  '.repeat(depth) + text.trimEnd());
  function walk(el, depth) {
    if (el.closest('[aria-hidden=true]') || !el.checkVisibility?.()) return;
    const tag = el.tagName.toUpperCase();
    if (tag === 'SVG') {
      if (!el.classList.contains('chart')) return;
      const marks = [...el.querySelectorAll('[role=button], [role=img]')].filter((m) => !m.closest('[aria-hidden=true]'));
      const counts = {};
      for (const m of marks) counts[m.getAttribute('role')] = (counts[m.getAttribute('role')] ?? 0) + 1;
      const reachable = el.querySelectorAll('[tabindex="0"]').length;
      return line(depth, 'chart (' + (el.getAttribute('role') ?? 'no role') + '): ' + (el.hasAttribute('aria-label') ? 'named' : 'NO NAME') + Object.entries(counts).map(([r, n]) => ', ' + n + ' ' + r).join('') + (marks.length > 0 ? ', ' + reachable + ' in the order of tabs' : ''));
    }
    let inner = depth;
    if (landmarks[tag]) {
      line(depth, landmarks[tag] + (tag === 'FIGURE' || el.hasAttribute('aria-label') ? ': ' + tidy(nameOf(el)) : ''));
      inner++;
    } else if (tag === 'SECTION' && (el.hasAttribute('aria-label') || el.hasAttribute('aria-labelledby'))) {
      line(depth, 'region: ' + tidy(nameOf(el)));
      inner++;
    } else if (/^H[1-6]$/.test(tag)) line(depth, 'heading ' + tag[1] + ': ' + tidy(el.textContent));
    else if (tag === 'BUTTON') return line(depth, 'button: ' + tidy(nameOf(el)) + (el.disabled ? ' (disabled)' : ''));
    else if (tag === 'A') return line(depth, 'link: ' + tidy(nameOf(el)));
    else if (tag === 'SELECT') return line(depth, 'picker: ' + tidy(nameOf(el)));
    else if (tag === 'INPUT' || tag === 'TEXTAREA') return line(depth, (el.type ?? 'text') + ': ' + tidy(nameOf(el)));
    else if (tag === 'TABLE') return line(depth, 'table: ' + [...el.querySelectorAll('thead th')].map((h) => tidy(h.textContent)).join(' | '));
    else if (tag === 'SUMMARY') line(depth, 'disclosure: ' + tidy(el.textContent));
    for (const child of el.children) walk(child, inner);
  }
  walk(document.body, 0);
  const told = [];
  for (const l of lines) {
    const last = told.at(-1);
    if (last && last.l === l) last.n++;
    else told.push({ l, n: 1 });
  }
  return told.map(({ l, n }) => (n > 1 ? l + ' × ' + n : l)).join('\\n') + '\\n';
})()`;
