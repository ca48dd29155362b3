import { type Action, type ChanceBranch, compileTree, type GameNode, type GameTree } from './tree.ts';

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

interface Shared {
  readonly name: string;
  readonly moves: readonly (readonly [string, number])[];
}

/**
 * Reads Gambit's extensive-game format: choice, chance and end nodes, fractions, payoffs at inner nodes (added to every
 * end below), repeated information sets and outcomes. Unnamed information sets get the name `(player,number)`.
 *
 * @throws SyntaxError with the token at which the text is not such a file
 */
export function readEfg(text: string): { readonly title: string; readonly tree: GameTree } {
  const reader = new Reader(tokens(text));
  for (const word of ['EFG', '2', 'R']) reader.expect(word);
  const title = reader.next().text;
  const players = reader.list().map((token) => token.text);
  if (reader.peek()?.quoted) reader.next();
  const root = reader.node(players.map(() => 0));
  return { title, tree: compileTree(root, players) };
}

function tokens(text: string): Token[] {
  const found = text.matchAll(/"((?:[^"\\]|\\.)*)"|([{}])|([^\s{},"]+)/g);
  return [...found].map(([, string, brace, word]) => ({
    text: string === undefined ? (brace ?? word ?? '') : string.replace(/\\(.)/g, '$1'),
    quoted: string !== undefined,
  }));
}

function toNumber(token: Token): number {
  const [top, bottom] = token.text.split('/');
  const value = Number(top) / (bottom === undefined ? 1 : Number(bottom));
  if (token.quoted || !Number.isFinite(value)) throw new SyntaxError(`"${token.text}" is not a number`);
  return value;
}

class Reader {
  private readonly tokens: readonly Token[];
  private position = 0;
  private readonly sets = new Map<string, Shared>();
  private readonly outcomes = new Map<string, readonly number[]>();

  constructor(list: readonly Token[]) {
    this.tokens = list;
  }

  peek(): Token | undefined {
    return this.tokens[this.position];
  }

  next(): Token {
    const token = this.peek();
    if (token === undefined) throw new SyntaxError('the game ends in the middle of a node');
    this.position++;
    return token;
  }

  expect(text: string): void {
    const token = this.next();
    if (token.text !== text || token.quoted) throw new SyntaxError(`expected ${text}, found "${token.text}"`);
  }

  list(): Token[] {
    this.expect('{');
    const found: Token[] = [];
    for (let token = this.next(); token.quoted || token.text !== '}'; token = this.next()) found.push(token);
    return found;
  }

  /** Reads one node and all below it; `carried` are the payoffs met on the way. */
  node(carried: readonly number[]): GameNode {
    const kind = this.next().text;
    this.next();
    if (kind === 't') return { kind: 'end', payoffs: this.outcome(carried) };
    if (kind === 'c') return this.chanceNode(carried);
    if (kind === 'p') return this.choiceNode(carried);
    throw new SyntaxError(`expected a node (c, p or t), found "${kind}"`);
  }

  private chanceNode(carried: readonly number[]): GameNode {
    const { moves } = this.shared(`c ${this.next().text}`, true, '');
    const payoffs = this.outcome(carried);
    const branches = moves.map(
      ([label, chance]): ChanceBranch => ({ label, chance, node: this.node(payoffs) }),
    );
    return { kind: 'chance', branches };
  }

  private choiceNode(carried: readonly number[]): GameNode {
    const player = toNumber(this.next()) - 1;
    const number = this.next().text;
    const { name, moves } = this.shared(`${player} ${number}`, false, `(${player + 1},${number})`);
    const payoffs = this.outcome(carried);
    const actions = moves.map(([label]): Action => ({ label, node: this.node(payoffs) }));
    return { kind: 'choice', player, set: name, actions };
  }

  // The name and moves of an information set, given at least where its number first occurs.
  private shared(key: string, withChances: boolean, fallback: string): Shared {
    const name = this.peek()?.quoted ? this.next().text : '';
    if (this.peek()?.text === '{') {
      const list = this.list();
      const moves = withChances
        ? list.flatMap((token, i) => (i % 2 === 0 ? [[token.text, toNumber(list[i + 1])] as const] : []))
        : list.map((token) => [token.text, 1] as const);
      this.sets.set(key, { name: name === '' ? fallback : name, moves });
    }
    const known = this.sets.get(key);
    if (known === undefined)
      throw new SyntaxError(`information set ${key} has no actions where it first occurs`);
    return known;
  }

  private outcome(carried: readonly number[]): readonly number[] {
    const number = this.next().text;
    if (number === '0') return carried;
    if (this.peek()?.quoted) this.next();
    if (this.peek()?.text === '{') this.outcomes.set(number, this.list().map(toNumber));
    const payoffs = this.outcomes.get(number);
    if (payoffs === undefined)
      throw new SyntaxError(`outcome ${number} has no payoffs where it first occurs`);
    return carried.map((sum, p) => sum + payoffs[p]);
  }
}
