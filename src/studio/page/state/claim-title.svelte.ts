import type { Claim } from '../../../episode/types.ts';
import { things, words } from '../words/ledger.ts';
import { claimNames } from './claim-names.ts';
import { kindOf } from './ledger.ts';
import { studio } from './studio.svelte.ts';

/** The names of all claims, worked out once an opened episode. */
const names = $derived.by(() => {
  const e = studio.episode;
  return e ? claimNames(e, studio.history?.acts ?? [], things) : [];
});

/** What a claim says something about, in the page's language: "Positions: Kamenev · Who is to govern". */
export function claimTitle(claim: Claim): string {
  const kind = words[studio.lang].kinds[kindOf(claim)];
  const name = studio.say(names[claim.id]) || claim.label;
  return kind === undefined ? name : `${kind}: ${name}`;
}
