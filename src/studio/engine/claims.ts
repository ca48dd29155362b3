import { loadEpisode, patchEpisode } from '../../episode/index.ts';
import { findTarget, nodeAt } from '../../episode/patch/target.ts';
import type { Path } from '../../episode/types.ts';
import type { Ready } from './opened.ts';
import { problemView } from './problem-view.ts';
import type { ClaimText, Plain, ProblemView, StudioEdit } from './protocol.ts';

type Fields = Readonly<Record<string, Plain>>;

/** A claim's place in its file: bare number, map with fields, or nothing yet (a value by default). */
type Raw =
  | { readonly kind: 'bare'; readonly value: Plain }
  | { readonly kind: 'map'; readonly fields: Fields }
  | { readonly kind: 'absent' };

/** Fields that make a map a claim; a map without them is a distribution. */
const ofClaims = ['value', 'source', 'confidence', 'note', 'coder', 'evidence', 'status', 'rank'];

function rawOf(ready: Ready, path: Path): Raw {
  const { document, path: inside } = findTarget(ready.files, path);
  const found = nodeAt(document, inside)?.toJS(document) as Plain | undefined;
  if (found === undefined || found === null) return { kind: 'absent' };
  const isMap = typeof found === 'object' && !Array.isArray(found);
  if (isMap && (hasNumber(ready, path) ? ofClaims.some((f) => f in found) : true))
    return { kind: 'map', fields: found as Fields };
  return { kind: 'bare', value: found };
}

const hasNumber = (ready: Ready, path: Path): boolean =>
  ready.episode.claims.some((c) => c.path === path && c.distribution !== undefined);

const claimAt = (ready: Ready, id: number) => {
  const claim = ready.episode.claims[id];
  if (!claim) throw new RangeError(`the episode has no claim ${id}`);
  return claim;
};

/** A claim as its file has it. Throws a RangeError if there is no such claim. */
export function claimText(ready: Ready, id: number): ClaimText {
  const claim = claimAt(ready, id);
  const raw = rawOf(ready, claim.path);
  const fields: Fields = raw.kind === 'map' ? raw.fields : {};
  const value = raw.kind === 'map' ? raw.fields['value'] : raw.kind === 'bare' ? raw.value : '';
  return {
    value: claim.distribution ? valueText(value) : undefined,
    confidence: typeof fields['confidence'] === 'string' ? fields['confidence'] : '',
    note: typeof fields['note'] === 'string' ? fields['note'] : '',
    source: entriesOf(fields['source']).map(entryText).join('; '),
  };
}

/** The edits that make a claim say what was typed; fields that stay as they are are left alone, emptied ones deleted. */
export function editsOf(ready: Ready, id: number, text: ClaimText): readonly StudioEdit[] {
  const { path, distribution } = claimAt(ready, id);
  const raw = rawOf(ready, path);
  const now = claimText(ready, id);
  const wanted: Record<string, Plain | undefined> = {};
  if (distribution && text.value !== undefined && text.value.trim() !== now.value)
    wanted['value'] = readValue(text.value);
  if (text.confidence !== now.confidence) wanted['confidence'] = text.confidence || undefined;
  if (text.note.trim() !== now.note) wanted['note'] = text.note.trim() || undefined;
  if (text.source.trim() !== now.source)
    wanted['source'] = sourceOf(text.source, raw.kind === 'map' ? raw.fields['source'] : undefined);
  const keys = Object.keys(wanted);
  if (keys.length === 0) return [];
  if (raw.kind !== 'map') return wholly(path, raw, wanted);
  return keys.map((key): StudioEdit => {
    const value = wanted[key];
    return value === undefined
      ? { kind: 'delete', path: [...path, key] }
      : { kind: 'set', path: [...path, key], value };
  });
}

/** A bare number stays bare as long as nothing but the number is said. */
function wholly(path: Path, raw: Raw, wanted: Record<string, Plain | undefined>): readonly StudioEdit[] {
  const { value = raw.kind === 'bare' ? raw.value : null, ...rest } = wanted;
  const more = Object.entries(rest).flatMap(([k, v]) => (v === undefined ? [] : [[k, v] as const]));
  const written = more.length === 0 ? value : { value, ...Object.fromEntries(more) };
  return [{ kind: 'set', path, value: written }];
}

const valueText = (v: Plain | undefined): string =>
  v === undefined || v === null ? '' : typeof v === 'object' ? JSON.stringify(v) : String(v);

/** "60 ± 10" and "40..80" stay words, 60 becomes a number, {…} a distribution. */
function readValue(text: string): Plain {
  const trimmed = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  if (!trimmed.startsWith('{')) return trimmed;
  try {
    return JSON.parse(trimmed) as Plain;
  } catch {
    return trimmed;
  }
}

type Entry = string | Fields;

const entriesOf = (source: Plain | undefined): readonly Entry[] =>
  source === undefined || source === null
    ? []
    : Array.isArray(source)
      ? (source as readonly Entry[])
      : [source as Entry];

const entryText = (e: Entry): string =>
  typeof e === 'string' ? e : [e['source'], e['locator']].filter(Boolean).join(' ');

/** One source as a word, several as a list; an entry whose words stay keeps its quotation. */
function sourceOf(text: string, before: Plain | undefined): Plain | undefined {
  const old = entriesOf(before);
  const entries = text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part): Plain => old.find((e) => entryText(e) === part) ?? part);
  return entries.length > 1 ? entries : entries[0];
}

/** The errors that edits would make, in the checker's words; what is wrong already is left out. */
export function tryEdits(ready: Ready, edits: readonly StudioEdit[]): readonly ProblemView[] {
  const { files } = patchEpisode(ready.files, edits);
  return loadEpisode(files)
    .problems.filter((p) => p.severity === 'error')
    .map(problemView);
}
