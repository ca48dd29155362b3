import type { z } from 'zod';
import { suggest } from '../distance.ts';
import { type Finding, finding, type ProblemCode } from '../problems.ts';
import type { Path } from '../types.ts';
import { allKeys } from './schema-keys.ts';
import { bestBranch, isKindMismatch } from './unions.ts';
import { isMap, type Located, nearest } from './tree.ts';

export type Issue = z.core.$ZodIssue;

/** Zod's issues as findings, at the exact path, with what stands there. */
export function schemaFindings(issues: readonly Issue[], root: Located): readonly Finding[] {
  return issues.flatMap((issue) => fromIssue(issue, issue.path as Path, root));
}

function fromIssue(issue: Issue, path: Path, root: Located): readonly Finding[] {
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(path, [issue.expected], root)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], key));
    case 'invalid_value':
      return [notOneOf(path, issue.values.map(String), root)];
    case 'too_small':
      return [
        limit(
          issue.origin === 'string' || issue.origin === 'array' ? 'too-short' : 'too-small',
          path,
          issue,
          issue.minimum,
          root,
        ),
      ];
    case 'too_big':
      return [
        limit(
          issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-big',
          path,
          issue,
          issue.maximum,
          root,
        ),
      ];
    case 'invalid_format':
      return [badFormat(path, issue.pattern ?? issue.format, String(scalarAt(path, root) ?? ''))];
    case 'invalid_key':
      return [{ ...badFormat(path, patternOf(issue.issues), String(path.at(-1))), onKey: true }];
    case 'invalid_union':
      return fromUnion(issue.errors as readonly (readonly Issue[])[], path, root);
    default:
      return [finding('wrong-type', path, { got: got(path, root), expected: issue.message })];
  }
}

function fromUnion(branches: readonly (readonly Issue[])[], path: Path, root: Located): readonly Finding[] {
  const best = bestBranch(branches);
  if (best.kind === 'none-fits') {
    const given = givenKeys(path, root);
    const suggestion = given.map((key) => suggest(key, best.expected)).find((key) => key !== undefined);
    return [finding('no-variant', path, { given, expected: best.expected, suggestion })];
  }
  if (best.kind === 'mismatch') return [mismatch(branches, path, root)];
  return best.issues.flatMap((issue) => fromIssue(issue, [...path, ...(issue.path as Path)], root));
}

/** No branch takes this kind of value: say which kinds would be taken, or which words. */
function mismatch(branches: readonly (readonly Issue[])[], path: Path, root: Located): Finding {
  const issues = branches.flat().filter(isKindMismatch);
  const value = scalarAt(path, root);
  const words = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  if (typeof value === 'string' && words.length > 0) return notOneOf(path, words, root);
  return wrongType(
    path,
    issues.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : [])),
    root,
  );
}

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
  boolean: 'true or false',
  null: 'nothing',
};

function wrongType(path: Path, expected: readonly string[], root: Located): Finding {
  const { exact } = nearest(root, path);
  const key = path.at(-1);
  if (!exact && key !== undefined) return finding('missing-key', path.slice(0, -1), { key });
  const value = scalarAt(path, root);
  const wanted = [...new Set(expected.map((kind) => kinds[kind] ?? kind))];
  const numeric = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  if (numeric && wanted.includes('a number')) return finding('number-as-text', path, { value });
  return finding('wrong-type', path, { got: got(path, root), expected: wanted });
}

function notOneOf(path: Path, choices: readonly string[], root: Located): Finding {
  const { exact } = nearest(root, path);
  if (!exact) return wrongType(path, [], root);
  const value = scalarAt(path, root);
  if (value === undefined) return finding('wrong-type', path, { got: got(path, root), expected: choices });
  return finding('not-one-of', path, {
    value: String(value),
    choices: [...new Set(choices)],
    suggestion: suggest(String(value), choices),
  });
}

function unknownKey(path: Path, key: string): Finding {
  return { ...finding('unknown-key', path, { key, suggestion: suggest(key, allKeys(path)) }), onKey: true };
}

type Limited = { readonly origin: string; readonly inclusive?: boolean | undefined };

function limit(code: ProblemCode, path: Path, issue: Limited, most: number | bigint, root: Located): Finding {
  const of = issue.origin === 'string' ? 'text' : 'entries';
  return finding(code, path, {
    of,
    limit: Number(most),
    value: String(scalarAt(path, root) ?? ''),
    inclusive: issue.inclusive === false ? 'no' : 'yes',
  });
}

/** Forms by their pattern in the schema, so that nobody has to read one. */
const forms: Readonly<Record<string, string>> = {
  '^\\d{1,3}$': 'point',
  '^\\d{1,2}:\\d{2}$': 'time',
  '^[a-z]+:\\S+$': 'same-as',
};

function badFormat(path: Path, pattern: string, value: string): Finding {
  const bare = pattern.replace(/^\/|\/$/g, '');
  if (bare.includes('[a-z][a-z0-9]*(-')) return slugFinding(path, value);
  return finding('bad-format', path, { value, pattern: bare, form: forms[bare] });
}

function patternOf(issues: readonly Issue[]): string {
  const [first] = issues;
  return first?.code === 'invalid_format' ? (first.pattern ?? first.format) : '';
}

function slugFinding(path: Path, value: string): Finding {
  const tidy = value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return finding('bad-slug', path, { value, suggestion: tidy === value ? undefined : tidy });
}

function scalarAt(path: Path, root: Located): string | number | boolean | null | undefined {
  const { node, exact } = nearest(root, path);
  return exact && (node.value === null || typeof node.value !== 'object') ? node.value : undefined;
}

function got(path: Path, root: Located): string {
  const { node } = nearest(root, path);
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'object') return isMap(node) ? 'a map' : 'a list';
  if (typeof node.value === 'boolean') return 'true or false';
  return typeof node.value === 'number' ? 'a number' : 'text';
}

function givenKeys(path: Path, root: Located): readonly string[] {
  const { node } = nearest(root, path);
  return isMap(node) ? [...node.value.keys()] : [];
}
