import type { GameNode, GameTree } from './tree.ts';

/**
 * Writes a tree in Gambit's extensive-game format (prologue `EFG 2 R`, nodes in prefix order), so that anybody can check
 * our equilibria with it. Numbers keep all their digits.
 */
export function writeEfg(tree: GameTree, title: string): string {
  const lines = [`EFG 2 R ${quote(title)} { ${tree.players.map(quote).join(' ')} }`, '""', ''];
  const numbers = numberSets(tree);
  let outcomes = 0;
  let chances = 0;
  const visit = (node: GameNode): void => {
    if (node.kind === 'end') {
      outcomes++;
      lines.push(`t "" ${outcomes} "" { ${node.payoffs.join(', ')} }`);
    } else if (node.kind === 'chance') {
      chances++;
      const moves = node.branches.map((branch) => `${quote(branch.label)} ${branch.chance}`).join(' ');
      lines.push(`c "" ${chances} "" { ${moves} } 0`);
      for (const branch of node.branches) visit(branch.node);
    } else {
      const moves = node.actions.map((action) => quote(action.label)).join(' ');
      const number = numbers.get(`${node.player} ${node.set}`);
      lines.push(`p "" ${node.player + 1} ${number} ${quote(node.set)} { ${moves} } 0`);
      for (const action of node.actions) visit(action.node);
    }
  };
  visit(tree.root);
  return `${lines.join('\n')}\n`;
}

// Information sets are numbered from 1 for each player.
function numberSets(tree: GameTree): Map<string, number> {
  const next = tree.players.map(() => 0);
  return new Map(
    tree.sets.map((set) => {
      next[set.player]++;
      return [`${set.player} ${set.name}`, next[set.player]];
    }),
  );
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
