import { isMap, isScalar, parseDocument } from 'yaml';
import { yamlOptions } from '../load/yaml.ts';
import type { Splice, TextFile } from '../patch/target.ts';

/** Splices that rename a top-level key wherever a file of the folder has it. Everything else stays as it is. */
export function renameTopKey(files: readonly TextFile[], from: string, to: string): readonly Splice[] {
  return files.flatMap((file) => {
    const range = topKey(file, from);
    return range === undefined ? [] : [{ file: file.path, start: range[0], end: range[1], text: to }];
  });
}

function topKey(file: TextFile, key: string): readonly [number, number] | undefined {
  if (!/\.ya?ml$/i.test(file.path)) return undefined;
  const { contents } = parseDocument(file.text, yamlOptions);
  const pair = isMap(contents)
    ? contents.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range === undefined || range === null ? undefined : [range[0], range[1]];
}
