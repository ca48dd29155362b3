import { named } from '../normalise/quantity.ts';
import { type Finding, finding } from '../problems.ts';
import type { Claim, Intervention, Path, Scale, SetTarget } from '../types.ts';
import { tempoScale, tieScale, unitScale } from '../normalise/defaults.ts';
import type { CheckRule } from './known.ts';

/** Numbers that lie outside their scale: 0 to 100, 0 to 1, −1 to 1. */
export const rangeRules: CheckRule = ({ episode }) => [
  ...episode.claims.filter((claim) => claim.origin === 'coded').flatMap(claimRange),
  ...episode.issues.flatMap((issue) =>
    issue.scale.flatMap((point) =>
      within(point.at, hundred, 'a point of an issue', [...issue.path, 'scale', String(point.at)]),
    ),
  ),
  ...episode.events.flatMap((event) => [
    ...event.asks.flatMap((ask, at) =>
      within(ask.value, hundred, 'a demand', [...event.path, 'asks', at, 'value']),
    ),
    ...event.pressures.flatMap((one) =>
      within(one.value, { low: one.kind === 'set' ? 0 : -1, high: 1 }, 'a pressure', [
        ...event.path,
        'pressure',
        one.pressure,
      ]),
    ),
  ]),
  ...episode.questions.flatMap((question) => question.interventions.flatMap(setRange)),
];

const hundred: Scale = { low: 0, high: 100 };

function claimRange(claim: Claim): readonly Finding[] {
  if (claim.distribution === undefined || claim.scale === undefined) return [];
  const [worst] = named(claim.distribution).flatMap((value) =>
    within(value, claim.scale as Scale, claim.label, claim.path),
  );
  return worst === undefined ? [] : [worst];
}

function within(value: number, scale: Scale, what: string, path: Path): readonly Finding[] {
  const high = scale.high ?? Number.POSITIVE_INFINITY;
  if (value >= scale.low && value <= high) return [];
  return [finding('out-of-range', path, { value, low: scale.low, high: scale.high ?? '∞', what })];
}

function setRange(one: Intervention): readonly Finding[] {
  if (one.kind !== 'set' || typeof one.value !== 'number') return [];
  const scale = scaleOf(one.target);
  return scale === undefined ? [] : within(one.value, scale, one.target.kind, [...one.path, 'set', 'to']);
}

function scaleOf(target: SetTarget): Scale | undefined {
  if (target.kind === 'trait') return target.trait === 'tempo' ? tempoScale : unitScale;
  if (target.kind === 'tie') return tieScale;
  if (target.kind === 'salience' || target.kind === 'pressure') return unitScale;
  if (target.kind === 'rule') return target.what === 'authority' ? unitScale : undefined;
  return target.kind === 'resource' ? undefined : hundred;
}
