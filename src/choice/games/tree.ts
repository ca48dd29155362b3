/** A node of a game tree as written by hand. */
export type GameNode =
  | { readonly kind: 'end'; readonly payoffs: readonly number[] }
  | { readonly kind: 'chance'; readonly branches: readonly ChanceBranch[] }
  | {
      readonly kind: 'choice';
      readonly player: number;
      /** Nodes of one player with the same name form one information set; they must offer the same actions. */
      readonly set: string;
      readonly actions: readonly Action[];
    };

export interface ChanceBranch {
  readonly label: string;
  readonly chance: number;
  readonly node: GameNode;
}

export interface Action {
  readonly label: string;
  readonly node: GameNode;
}

/** A place where a player chooses without knowing at which of its nodes he is. */
export interface InformationSet {
  readonly player: number;
  readonly name: string;
  readonly labels: readonly string[];
  /** Index of its first action in a behaviour profile; the others follow. */
  readonly first: number;
  readonly nodes: readonly number[];
}

/** A tree in flat form: nodes in prefix order, the root is node 0. */
export interface GameTree {
  readonly root: GameNode;
  readonly players: readonly string[];
  readonly sets: readonly InformationSet[];
  /** Number of actions of all information sets: the length of a behaviour profile. */
  readonly size: number;
  /** Information set of each node, −1 for chance and ends. */
  readonly setOf: Int32Array;
  /** Children of node i are `children[k]` for k from `firstChild[i]` to `firstChild[i + 1]` exclusive. */
  readonly firstChild: Int32Array;
  readonly children: Int32Array;
  /** Probability of the branch into a node from a chance node; 1 elsewhere. */
  readonly chance: Float64Array;
  /** Index in a behaviour profile of the action into a node; −1 if there is none. */
  readonly actionInto: Int32Array;
  readonly parent: Int32Array;
  /** Payoff of player p at end node i: `payoffs[i * players.length + p]`. */
  readonly payoffs: Float64Array;
}

/** Shorthands for writing trees. */
export function end(...payoffs: number[]): GameNode {
  return { kind: 'end', payoffs };
}

export function choice(player: number, set: string, actions: Readonly<Record<string, GameNode>>): GameNode {
  return {
    kind: 'choice',
    player,
    set,
    actions: Object.entries(actions).map(([label, node]) => ({ label, node })),
  };
}

export function chanceMove(...branches: readonly (readonly [string, number, GameNode])[]): GameNode {
  return { kind: 'chance', branches: branches.map(([label, chance, node]) => ({ label, chance, node })) };
}

/**
 * Flattens a tree.
 *
 * @throws RangeError if chances do not add up to 1 or nodes of one information set offer different actions
 */
export function compileTree(root: GameNode, players: readonly string[]): GameTree {
  const nodes: GameNode[] = [];
  const links: { parent: number; chance: number; label: string }[] = [];
  collect(root, { parent: -1, chance: 1, label: '' }, nodes, links);
  const sets = informationSets(nodes);
  const setOf = Int32Array.from(nodes, (node) =>
    node.kind === 'choice' ? sets.findIndex((s) => s.player === node.player && s.name === node.set) : -1,
  );
  const kids: number[][] = nodes.map(() => []);
  links.forEach(({ parent }, i) => {
    if (parent >= 0) kids[parent].push(i);
  });
  const last = sets[sets.length - 1];
  return {
    root,
    players,
    sets,
    size: last === undefined ? 0 : last.first + last.labels.length,
    setOf,
    ...flatten(kids),
    chance: Float64Array.from(links, (link) => link.chance),
    actionInto: Int32Array.from(links, ({ parent, label }) =>
      actionIndex(parent < 0 ? -1 : setOf[parent], label, sets),
    ),
    parent: Int32Array.from(links, (link) => link.parent),
    payoffs: Float64Array.from(
      nodes.flatMap((node) => (node.kind === 'end' ? node.payoffs : players.map(() => 0))),
    ),
  };
}

function collect(
  node: GameNode,
  link: { parent: number; chance: number; label: string },
  nodes: GameNode[],
  links: { parent: number; chance: number; label: string }[],
): void {
  const parent = nodes.length;
  nodes.push(node);
  links.push(link);
  if (node.kind === 'choice')
    for (const { label, node: next } of node.actions)
      collect(next, { parent, chance: 1, label }, nodes, links);
  if (node.kind !== 'chance') return;
  const total = node.branches.reduce((sum, branch) => sum + branch.chance, 0);
  if (Math.abs(total - 1) > 1e-9)
    throw new RangeError(`the chances of a chance node add up to ${total}, not 1`);
  for (const branch of node.branches) collect(branch.node, { parent, ...branch }, nodes, links);
}

function informationSets(nodes: readonly GameNode[]): InformationSet[] {
  const found = new Map<string, { player: number; name: string; labels: string[]; nodes: number[] }>();
  nodes.forEach((node, i) => {
    if (node.kind !== 'choice') return;
    const key = `${node.player} ${node.set}`;
    const labels = node.actions.map((action) => action.label);
    const set = found.get(key) ?? { player: node.player, name: node.set, labels, nodes: [] };
    if (set.labels.join('\n') !== labels.join('\n'))
      throw new RangeError(
        `information set "${node.set}" offers ${labels.join(', ')} at one node and ${set.labels.join(', ')} at another`,
      );
    set.nodes.push(i);
    found.set(key, set);
  });
  let first = 0;
  return [...found.values()].map((set) => {
    const placed = { ...set, first };
    first += set.labels.length;
    return placed;
  });
}

function actionIndex(set: number, label: string, sets: readonly InformationSet[]): number {
  return set < 0 ? -1 : sets[set].first + sets[set].labels.indexOf(label);
}

function flatten(kids: readonly (readonly number[])[]): Pick<GameTree, 'firstChild' | 'children'> {
  const firstChild = new Int32Array(kids.length + 1);
  kids.forEach((list, i) => {
    firstChild[i + 1] = firstChild[i] + list.length;
  });
  return { firstChild, children: Int32Array.from(kids.flat()) };
}

/** Whether every information set is a single node. */
export function hasPerfectInformation(tree: GameTree): boolean {
  return tree.sets.every((set) => set.nodes.length === 1);
}

/** Probability of an action in a behaviour profile. @throws RangeError if there is no such set or action */
export function probabilityOf(tree: GameTree, behaviour: Float64Array, set: string, label: string): number {
  const found = tree.sets.find((s) => s.name === set);
  const index = found === undefined ? -1 : found.labels.indexOf(label);
  if (found === undefined || index < 0) throw new RangeError(`there is no action "${label}" at "${set}"`);
  return behaviour[found.first + index];
}
