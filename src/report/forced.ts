import { ruleText } from '../acts/rules.ts';
import type { Digest } from '../ensemble/digest.ts';
import type { ForcedCounts } from '../ensemble/plan.ts';
import type { Intervention } from '../episode/index.ts';
import { interventionTexts } from './interventions.ts';
import { capital, say } from './language.ts';
import { formatNumber } from './numbers.ts';
import type { Json } from './page.ts';
import { actorId } from './parting.ts';
import type { Subject } from './subject.ts';

/** Forced acts that the rules forbade are told one by one up to so many. */
const shown = 4;

/** What became of forced acts: nothing if there are none. */
export function forcedTexts(
  s: Subject,
  digest: Digest,
  interventions: readonly Intervention[],
): readonly string[] {
  const { carriedOut, refused } = digest.forced;
  if (carriedOut + refused === 0) return [];
  const one = (n: number): string => formatNumber(n, s.lang);
  const done = say(
    s.lang,
    `Forced acts carried out: ${one(carriedOut)}.`,
    `Навязанных действий выполнено: ${one(carriedOut)}.`,
  );
  if (refused === 0) return [done];
  const pairs = say(
    s.lang,
    `In ${one(refused)} of ${one(digest.runs)} pairs the rules forbid what is forced; these pairs give no answer and are not counted.`,
    `В ${one(refused)} из ${one(digest.runs)} пар навязанное запрещено правилами; ответа такие пары не дают и в счёт не идут.`,
  );
  return [`${done} ${pairs} ${refusalTexts(s, digest.forced, interventions).join(' ')}`];
}

/** Each forced act that the rules forbade: whose, which rule, how often, and what can be done about it. */
export function refusalTexts(
  s: Subject,
  { refusals }: ForcedCounts,
  interventions: readonly Intervention[],
): readonly string[] {
  const told = refusals.slice(0, shown).map((r) => {
    const who = capital(s.names.actor(r.by)?.nom ?? s.texts.nobody);
    const [change = ''] = interventionTexts(interventions.slice(r.change, r.change + 1), s);
    const times = formatNumber(r.times, s.lang);
    return `${change}: ${who} – ${ruleText(r.rule, s.lang)} (${times} ×).`;
  });
  if (told.length === 0) return [];
  const next = say(
    s.lang,
    'Force it on another day, or "whenever" it becomes possible; or force what it needs first.',
    'Навяжите это в другой день или «как только станет можно» (whenever), либо сначала то, что для этого нужно.',
  );
  return [...told, next];
}

export const forcedJson = (s: Subject, forced: ForcedCounts): Json => ({
  carriedOut: forced.carriedOut,
  pairsRefused: forced.refused,
  refusals: forced.refusals.map((r) => ({
    change: r.change,
    by: actorId(r.by, s),
    rule: ruleText(r.rule, s.lang),
    pairs: r.times,
  })),
});
