import type { Claim } from '../../../episode/types.ts';
import { words } from '../words/ledger.ts';
import { kindOf } from './ledger.ts';
import { studio } from './studio.svelte.ts';

/** What a claim says something about, in the page's language: "Positions: Kamenev · Who is to govern". */
export function claimTitle(claim: Claim): string {
  const kind = words[studio.lang].kinds[kindOf(claim)];
  const name = studio.say(studio.claimNames[claim.id]) || claim.label;
  return kind === undefined ? name : `${kind}: ${name}`;
}
