import type { Param } from '../problems.ts';

/** A parameter as it stands in a sentence. */
export function show(param: Param): string {
  if (param === undefined) return '';
  return Array.isArray(param) ? param.join(', ') : String(param);
}

/** A value of the file, in quotes and not too long. */
export function quote(param: Param, open = '"', close = '"'): string {
  const text = show(param);
  return `${open}${text.length > 60 ? `${text.slice(0, 57)}…` : text}${close}`;
}

export const has = (param: Param): boolean =>
  param !== undefined && param !== '' && !(Array.isArray(param) && param.length === 0);
