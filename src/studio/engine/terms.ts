import { isoDay } from '../../episode/dates/index.ts';
import type { Plain } from '../../episode/load/tree.ts';
import type { Words } from '../../episode/types.ts';
import type { Ready } from './opened.ts';
import type { Recoding, TermChange } from './protocol.ts';
import { rawAt } from './recode.ts';

const object: Words = {
  en: 'This date is coded with more than a day (its basis or its wording). Change it in the file.',
  ru: 'Эта дата закодирована подробнее, чем днём (с основанием или с записью в источнике). Измените её в файле.',
};
const order: Words = {
  en: 'A term has to begin before it ends.',
  ru: 'Срок должен начаться раньше, чем кончится.',
};

/** The edits that give a term another first or last day, or make two of it. Days are written in the episode's calendar. */
export function changeTerm(ready: Ready, term: string, change: TermChange): Recoding {
  const found = ready.episode.terms.find((t) => t.id === term);
  if (!found) throw new RangeError(`the episode has no term "${term}"`);
  const day = (d: number): string => isoDay(d, ready.episode.meta.calendar);
  const raw = rawAt(ready, found.path) as { readonly [key: string]: Plain };
  if (change.kind === 'split') {
    if (change.day <= found.from || change.day > found.to) return { kind: 'refused', why: order };
    const { began: _, ...rest } = raw;
    const at = Number(found.path.at(-1));
    return {
      kind: 'edits',
      edits: [
        {
          kind: 'insert',
          path: [...found.path.slice(0, -1), at + 1],
          value: { ...rest, from: day(change.day) },
        },
        { kind: 'set', path: [...found.path, 'to'], value: day(change.day - 1) },
        ...(raw['ended'] === undefined ? [] : [{ kind: 'delete', path: [...found.path, 'ended'] } as const]),
      ],
      before: `${written(raw['from'])} – ${written(raw['to'])}`,
      after: `${written(raw['from'])} – ${day(change.day - 1)}, ${day(change.day)} – ${written(raw['to'])}`,
    };
  }
  const old = raw[change.kind];
  if (typeof old === 'object' && old !== null) return { kind: 'refused', why: object };
  const wrong = change.kind === 'from' ? change.day > found.to : change.day < found.from;
  if (wrong) return { kind: 'refused', why: order };
  return {
    kind: 'edits',
    edits: [{ kind: 'set', path: [...found.path, change.kind], value: day(change.day) }],
    before: written(old),
    after: day(change.day),
  };
}

const written = (value: Plain | undefined): string =>
  value === undefined || value === null
    ? '…'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
