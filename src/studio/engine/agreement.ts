import { mean } from '../../chance/distributions.ts';
import type { Claim, Episode } from '../../episode/types.ts';
import { alphaInterval } from '../../questions/statistics/krippendorff.ts';
import type { AgreementView } from './protocol.ts';

/** How far coders agree on the values that two or more of them coded: {claims: [{value, coder}, …]} in the file. */
export function agreementOf(e: Episode): AgreementView {
  const seen = new Set<number>();
  const units = e.claims.flatMap((c) => {
    if (seen.has(c.id) || c.alternatives.length === 0) return [];
    const group = [c.id, ...c.alternatives].flatMap((id) => e.claims[id] ?? []);
    for (const member of group) seen.add(member.id);
    const coded = firstOfEach(group.filter((m) => m.coder !== undefined && m.distribution !== undefined));
    if (coded.length < 2) return [];
    const shares = coded.map(shareOf);
    const apart = Math.max(...shares) - Math.min(...shares);
    return [{ label: c.label, claims: coded.map((m) => m.id), shares, apart }];
  });
  return {
    alpha: alphaInterval(units.map((u) => u.shares)),
    coders: [...new Set(e.claims.flatMap((c) => c.coder ?? []))],
    units: units
      .map(({ shares: _, ...u }) => u)
      .sort((a, b) => b.apart - a.apart || (a.label < b.label ? -1 : 1)),
  };
}

/** One claim a coder. */
const firstOfEach = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter((c, k) => claims.findIndex((other) => other.coder === c.coder) === k);

/** A value as a share of its scale, so that positions and traits can be taken together. */
function shareOf(c: Claim): number {
  const value = c.distribution ? mean(c.distribution) : Number.NaN;
  const { low = 0, high = low + 1 } = c.scale ?? {};
  return (value - low) / (high - low || 1);
}
