import type { Distribution, Scale } from '../types.ts';

export const pointsScale: Scale = { low: 0, high: 100 };
export const unitScale: Scale = { low: 0, high: 1 };
export const tieScale: Scale = { low: -1, high: 1 };
export const tempoScale: Scale = { low: 0, high: 50 };
export const positiveScale: Scale = { low: 0 };

/** What a value is about, as far as defaults go. */
export type DefaultKind =
  | 'attachment'
  | 'ambition'
  | 'caution'
  | 'authority'
  | 'tempo'
  | 'salience'
  | 'unity'
  | 'bodyAuthority'
  | 'officeWorth'
  | 'resourceWeight'
  | 'cohesion'
  | 'severity'
  | 'detection'
  | 'delegates'
  | 'pressure';

const wide: Distribution = { kind: 'beta', a: 2, b: 2, low: 0, high: 1 };

/**
 * What holds where neither the entity nor `episode.defaults` says anything: wide priors, marked as judgement in the
 * list of claims, so that sensitivity analysis shows when an answer hangs on one of them.
 */
export const libraryDefaults: Readonly<Record<DefaultKind, Distribution>> = {
  attachment: wide,
  ambition: wide,
  caution: wide,
  authority: { kind: 'beta', a: 2, b: 4, low: 0, high: 1 },
  tempo: { kind: 'triangular', low: 0.5, mode: 1.5, high: 4 },
  salience: wide,
  unity: wide,
  bodyAuthority: { kind: 'beta', a: 4, b: 2, low: 0, high: 1 },
  officeWorth: wide,
  resourceWeight: wide,
  cohesion: { kind: 'beta', a: 4, b: 2, low: 0, high: 1 },
  severity: wide,
  detection: wide,
  delegates: { kind: 'point', value: 1 },
  pressure: { kind: 'point', value: 0 },
};

/** Spread of a position coded as a bare number, width of "~", days until a body is expected to decide again. */
export const libraryPositionSpread = 5;
export const libraryCirca = 5;
export const libraryHorizon = 30;
/** `defers: true` */
export const fullDeference = 1;
