import type { z } from 'zod';
import type { DateInput } from '../dates/resolve.ts';
import { finding } from '../problems.ts';
import type { Claim as ClaimSchema } from '../schema/index.ts';
import type {
  Anchor,
  ClaimOrigin,
  ClaimRank,
  ClaimStatus,
  ClaimValue,
  Confidence,
  Distribution,
  Path,
  Scale,
} from '../types.ts';
import { type Context, optionalDate, readDate } from './context.ts';
import { type DefaultKind, libraryDefaults } from './defaults.ts';
import { type QuantityInput, readQuantity } from './quantity.ts';
import { list } from './words.ts';

export type ClaimInput = z.infer<typeof ClaimSchema>;
type AnchorInput = string | Anchor;

/** The fields that every claim may carry (see `claimFields` in the schema). */
export interface Backing {
  readonly source?: AnchorInput | readonly AnchorInput[] | undefined;
  readonly confidence?: Confidence | undefined;
  readonly evidence?: DateInput | undefined;
  readonly inferredFrom?: string | readonly string[] | undefined;
  readonly status?: ClaimStatus | undefined;
  readonly rank?: ClaimRank | undefined;
  readonly coder?: string | undefined;
  readonly coded?: DateInput | undefined;
  readonly note?: string | undefined;
}

interface Target {
  readonly path: Path;
  readonly label: string;
  readonly scale?: Scale | undefined;
  readonly origin?: ClaimOrigin;
  /** Standard deviation given to bare numbers. */
  readonly spread?: number;
}

/** A coded number in any of its forms: bare, with its source, or several that contradict each other. */
export function readClaim(context: Context, input: ClaimInput, target: Target): ClaimValue {
  if (typeof input === 'object' && 'claims' in input) return readAlternatives(context, input.claims, target);
  if (typeof input === 'object' && 'value' in input) return readValued(context, input.value, input, target);
  return readValued(context, input, {}, target);
}

/** A number and what backs it, where the two stand side by side in an entity (a tie, a stance, an act). */
export function readValued(
  context: Context,
  value: QuantityInput,
  backing: Backing,
  target: Target,
): ClaimValue {
  const distribution = distributionOf(context, value, target);
  return { distribution, claimId: addClaim(context, distribution, backing, target) };
}

/** A claim without a number: that an act, an event, a term happened as coded. */
export function readFact(context: Context, backing: Backing, path: Path, label: string): number {
  return addClaim(context, undefined, backing, { path, label });
}

/** A value that nobody coded. Its path is where the coding would stand. */
export function defaultClaim(context: Context, kind: DefaultKind, target: Target): ClaimValue {
  const own = context.defaults[kind];
  const distribution = own ?? libraryDefaults[kind];
  const origin = own === undefined ? 'library-default' : 'episode-default';
  const claimId = addClaim(context, distribution, { confidence: 'judgement' }, { ...target, origin });
  return { distribution, claimId };
}

export function claimOrDefault(
  context: Context,
  input: ClaimInput | undefined,
  kind: DefaultKind,
  target: Target,
): ClaimValue {
  return input === undefined ? defaultClaim(context, kind, target) : readClaim(context, input, target);
}

type Alternatives = Extract<ClaimInput, { readonly claims: unknown }>['claims'];

function readAlternatives(context: Context, inputs: Alternatives, target: Target): ClaimValue {
  const values = inputs.map((input, at) =>
    readValued(context, input.value, input, { ...target, path: [...target.path, 'claims', at] }),
  );
  const ids = values.map((value) => value.claimId);
  for (const id of ids) {
    const claim = context.claims[id];
    if (claim !== undefined)
      context.claims[id] = { ...claim, alternatives: ids.filter((other) => other !== id) };
  }
  const standing = (input: Alternatives[number]): number =>
    (input.status === 'withdrawn' ? 8 : 0) +
    { preferred: 0, normal: 1, deprecated: 2 }[input.rank ?? 'normal'];
  const order = inputs.map(standing);
  return values[order.indexOf(Math.min(...order))] as ClaimValue;
}

function distributionOf(context: Context, value: QuantityInput, target: Target): Distribution {
  const read = readQuantity(value, target.scale);
  if (typeof read === 'string') {
    context.findings.push(
      finding(read, target.path, {
        value: typeof value === 'string' ? value : JSON.stringify(value),
        sum: probabilitySum(value),
      }),
    );
    return { kind: 'point', value: target.scale?.low ?? 0 };
  }
  if (read.kind !== 'point' || typeof value !== 'number' || !target.spread) return read;
  return {
    kind: 'normal',
    mean: read.value,
    sd: target.spread,
    low: target.scale?.low ?? 0,
    high: target.scale?.high ?? 100,
  };
}

function probabilitySum(value: QuantityInput): number | undefined {
  if (typeof value !== 'object' || !('discrete' in value)) return undefined;
  return Number(value.discrete.reduce((sum, [, probability]) => sum + probability, 0).toFixed(4));
}

function addClaim(
  context: Context,
  distribution: Distribution | undefined,
  backing: Backing,
  target: Target,
): number {
  const id = context.claims.length;
  const { path } = target;
  const anchors = readAnchors(backing.source);
  context.claims.push({
    id,
    path,
    label: target.label,
    distribution,
    scale: target.scale,
    anchors,
    confidence: backing.confidence ?? (anchors.length > 0 ? 'probable' : 'judgement'),
    confidenceCoded: backing.confidence !== undefined,
    evidence: optionalDate(context, backing.evidence, [...path, 'evidence']),
    inferredFrom: list(backing.inferredFrom),
    status: backing.status ?? 'accepted',
    rank: backing.rank ?? 'normal',
    coder: backing.coder,
    coded:
      backing.coded === undefined
        ? undefined
        : readDate(context, backing.coded, [...path, 'coded'], { ...context.rules, calendar: 'gregorian' }),
    note: backing.note,
    origin: target.origin ?? 'coded',
    position: context.locate(path),
    alternatives: [],
  });
  return id;
}

/** "p35 n. 21" is the source p35, at note 21. */
export function readAnchors(source: Backing['source']): readonly Anchor[] {
  if (source === undefined) return [];
  const all = Array.isArray(source) ? (source as readonly AnchorInput[]) : [source as AnchorInput];
  return all.map((anchor) => {
    if (typeof anchor !== 'string') return anchor;
    const [, id = '', locator = ''] = /^\s*(\S+?)[,:;]?(?:\s+([\s\S]*))?$/.exec(anchor) ?? [];
    return locator === '' ? { source: id } : { source: id, locator: locator.trim() };
  });
}
