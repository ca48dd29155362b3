import type { z } from 'zod';
import { EpisodeFile } from '../schema/index.ts';
import type { Path } from '../types.ts';

type Schema = z.core.$ZodType;

/** The keys that may stand where an unknown key stands, found by walking the schema along its path. */
export function allKeys(path: Path): readonly string[] {
  let here: readonly Schema[] = [EpisodeFile];
  for (const step of path.slice(0, -1)) here = here.flatMap((schema) => stepInto(schema, step));
  return [...new Set(here.flatMap(keysOf))];
}

/** The plain schemas behind optional, union and the like. */
function open(schema: Schema): readonly Schema[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default')
    return open(def.innerType);
  return def.type === 'union' ? def.options.flatMap(open) : [schema];
}

function keysOf(schema: Schema): readonly string[] {
  return open(schema).flatMap((plain) => {
    const def = (plain as z.core.$ZodTypes)._zod.def;
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
}

function stepInto(schema: Schema, step: string | number): readonly Schema[] {
  return open(schema).flatMap((plain) => {
    const def = (plain as z.core.$ZodTypes)._zod.def;
    if (def.type === 'array') return [def.element];
    if (def.type === 'record') return [def.valueType];
    if (def.type !== 'object') return [];
    const next = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined;
    return next === undefined ? [] : [next];
  });
}
