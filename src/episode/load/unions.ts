import type { Issue } from './schema-problems.ts';

export type BestBranch =
  | { readonly kind: 'branch'; readonly issues: readonly Issue[] }
  | { readonly kind: 'none-fits'; readonly expected: readonly string[] }
  | { readonly kind: 'mismatch' };

/** The value as a whole is of another kind than this branch takes. */
export const isKindMismatch = (issue: Issue): boolean =>
  issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

/**
 * Which form of a union the writer had in mind: the one of the right kind with the fewest complaints. When every
 * remaining form misses keys and knows as few of those given as the others, no form is blamed and all are offered.
 */
export function bestBranch(branches: readonly (readonly Issue[])[]): BestBranch {
  const right = flatten(branches).filter((issues) => !issues.some(isKindMismatch));
  if (right.length === 0) return { kind: 'mismatch' };
  if (right.length > 1 && right.every(isStranger) && new Set(right.map(unknownKeys)).size === 1) {
    return { kind: 'none-fits', expected: [...new Set(right.flatMap(missingKeys))] };
  }
  const costs = right.map(cost);
  const best = right[costs.indexOf(Math.min(...costs))] ?? [];
  return { kind: 'branch', issues: best };
}

/** A branch that is itself a union stands for its own branches. */
function flatten(branches: readonly (readonly Issue[])[]): readonly (readonly Issue[])[] {
  return branches.flatMap((issues) => {
    const [only] = issues;
    if (issues.length !== 1 || only?.code !== 'invalid_union' || only.path.length > 0) return [issues];
    return flatten(only.errors as readonly (readonly Issue[])[]);
  });
}

const isMissing = (issue: Issue): boolean =>
  (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value') &&
  issue.path.length === 1 &&
  issue.input === undefined;

const missingKeys = (issues: readonly Issue[]): readonly string[] =>
  issues.filter(isMissing).map((issue) => String(issue.path[0]));

const isStranger = (issues: readonly Issue[]): boolean =>
  issues.some(isMissing) &&
  issues.some((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0);

const unknownKeys = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, issue) =>
      sum + (issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys.length : 0),
    0,
  );

function cost(issues: readonly Issue[]): number {
  let sum = 0;
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') sum += 2 * issue.keys.length + (issue.path.length === 0 ? 2 : 0);
    else sum += isMissing(issue) ? 2 : 1;
  }
  return sum;
}
