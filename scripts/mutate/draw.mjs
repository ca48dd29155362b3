// A Stryker checker that passes the mutants drawn and turns the rest away, with the reason. Every mutant of a room stands in one
// order, by a hash of the seed and of what the mutant is; the first n are drawn, so that each subset of n is equally likely and a
// larger sample contains a smaller one.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';

export const notDrawn = 'not drawn';
export const onlyText = 'text';

/** Properties whose strings are written for people. */
const texts = new Set(['sentence', 'because']);

const spansOf = new Map();

/** Where a file speaks to people: what is thrown, sentences of acts, reasons given beside a number. */
function textSpans(file) {
  let spans = spansOf.get(file);
  if (spans) return spans;
  spans = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    const named = ts.isPropertyAssignment(node) && texts.has(node.name.getText(source));
    if (named || ts.isThrowStatement(node)) spans.push([node.getStart(source), node.end]);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  spansOf.set(file, { source, spans });
  return spansOf.get(file);
}

function isText({ fileName, location, mutatorName }) {
  if (mutatorName !== 'StringLiteral') return false;
  const { source, spans } = textSpans(fileName);
  const at = source.getPositionOfLineAndCharacter(location.start.line, location.start.column);
  return spans.some(([from, to]) => at >= from && at < to);
}

const rank = (seed, { fileName, location, mutatorName, replacement }) => {
  const { start, end } = location;
  const what = [relative(process.cwd(), fileName), start.line, start.column, end.line, end.column];
  return createHash('sha256')
    .update([seed, ...what, mutatorName, replacement].join('\n'))
    .digest('hex');
};

class Draw {
  verdict = new Map();

  constructor({ draw }) {
    this.draw = draw;
  }

  async init() {}

  /** Stryker hands over all mutants of a run at once. */
  async group(mutants) {
    if (mutants.length > 0 && this.verdict.size > 0)
      throw new Error('mutants came in two parts: the draw would not be uniform');
    const judged = mutants.filter((m) => !isText(m));
    const order = judged.map((m) => [rank(this.draw.seed, m), m.id]).sort(([a], [b]) => (a < b ? -1 : 1));
    const drawn = new Set(order.slice(0, this.draw.size ?? order.length).map(([, id]) => id));
    const candidates = new Set(judged.map((m) => m.id));
    for (const { id } of mutants)
      this.verdict.set(id, drawn.has(id) ? '' : candidates.has(id) ? notDrawn : onlyText);
    return mutants.length > 0 ? [mutants.map((m) => m.id)] : [];
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map(({ id }) => {
        const reason = this.verdict.get(id);
        return [id, reason ? { status: 'compileError', reason } : { status: 'passed' }];
      }),
    );
  }
}

const create = (options) => new Draw(options);
create.inject = ['options'];
export const strykerPlugins = [{ kind: 'Checker', name: 'draw', factory: create }];
export const strykerValidationSchema = {
  properties: {
    draw: {
      description: 'How many mutants to draw (all if absent), and the seed of the draw.',
      type: 'object',
      properties: { size: { type: 'integer' }, seed: { type: 'integer' } },
    },
  },
};
