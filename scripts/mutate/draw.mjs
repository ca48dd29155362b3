// Which mutants a run judges. All mutants of a room stand in one order, by a hash of the seed and of what each of them is; the first
// so many are drawn. So every set of that size is equally likely, and a larger sample contains a smaller one.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import ts from 'typescript';

/** Properties whose strings are written for people. */
const texts = new Set(['sentence', 'because']);
const spansOf = new Map();

/** Where a file speaks to people: what is thrown, sentences of acts, reasons given beside a number. */
function textSpans(file) {
  const known = spansOf.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const spans = [];
  const visit = (node) => {
    const named = ts.isPropertyAssignment(node) && texts.has(node.name.getText(source));
    if (named || ts.isThrowStatement(node)) spans.push([node.getStart(source), node.end]);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  spansOf.set(file, { source, spans });
  return spansOf.get(file);
}

/** A string inside one of these; lines are counted from 0. */
function isText({ fileName, location, mutatorName }) {
  if (mutatorName !== 'StringLiteral') return false;
  const { source, spans } = textSpans(fileName);
  const at = source.getPositionOfLineAndCharacter(location.start.line, location.start.column);
  return spans.some(([from, to]) => at >= from && at < to);
}

function rank(seed, { fileName, location: { start, end }, mutatorName, replacement }) {
  const file = relative(process.cwd(), fileName);
  const what = [seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement];
  return createHash('sha256').update(what.join('\n')).digest('hex');
}

const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };

/**
 * Draws `size` (all if undefined) of the mutants of these files. Gives the patterns that have Stryker make them (and those nested in
 * them, which the checker below turns away), the last rank drawn, and how many mutants each file has.
 */
export async function draw(files, seed, size) {
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { mutants } = await new Instrumenter(silent).instrument(sources, options);
  const judged = mutants.filter((m) => !isText(m)).map((m) => ({ ...m, rank: rank(seed, m) }));
  const drawn = judged.sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, size);
  const population = Object.fromEntries(files.map((name) => [name, 0]));
  for (const { fileName } of judged) population[fileName]++;
  const range = ({ fileName, location: { start, end } }) =>
    `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
  return { patterns: [...new Set(drawn.map(range))], last: drawn.at(-1)?.rank ?? '', population };
}

class Checker {
  constructor({ draw: { seed, last } }) {
    this.seed = seed;
    this.last = last;
  }

  async init() {}

  async group(mutants) {
    return mutants.length > 0 ? [mutants.map((m) => m.id)] : [];
  }

  async check(mutants) {
    const drawn = (m) => !isText(m) && rank(this.seed, m) <= this.last;
    const verdict = (m) =>
      drawn(m) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' };
    return Object.fromEntries(mutants.map((m) => [m.id, verdict(m)]));
  }
}

const create = (options) => new Checker(options);
create.inject = ['options'];
export const strykerPlugins = [{ kind: 'Checker', name: 'draw', factory: create }];
export const strykerValidationSchema = {
  properties: {
    draw: {
      description: 'The seed of the draw and the last rank drawn.',
      type: 'object',
      properties: { seed: { type: 'integer' }, size: { type: 'integer' }, last: { type: 'string' } },
    },
  },
};
