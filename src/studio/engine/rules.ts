import type { Words } from '../../episode/types.ts';
import type { CompiledRule } from '../../world/world.ts';

const bases: readonly Words[] = [
  { en: 'of the votes cast', ru: 'поданных голосов' },
  { en: 'of those present', ru: 'присутствующих' },
  { en: 'of all members', ru: 'всех членов' },
];

/** What holds where nothing is coded: more than half of the votes cast. */
export const simpleMajority: CompiledRule = { share: 0.5, base: 0, strict: true, count: 0 };

/** A voting rule in words: "more than half of the votes cast". */
export function ruleShown(rule: CompiledRule | undefined): Words {
  if (!rule) return { en: '', ru: '' };
  if (rule.count > 0) return { en: `at least ${rule.count} votes`, ru: `не менее ${rule.count} голосов` };
  const share = shareShown(rule.share);
  const of = bases[rule.base] ?? { en: '', ru: '' };
  return rule.strict
    ? { en: `more than ${share.en} ${of.en}`, ru: `более ${share.ru} ${of.ru}` }
    : { en: `at least ${share.en} ${of.en}`, ru: `не менее ${share.ru} ${of.ru}` };
}

const fractions: readonly (readonly [number, string, string])[] = [
  [1 / 2, 'half', 'половины'],
  [2 / 3, 'two thirds', 'двух третей'],
  [3 / 4, 'three quarters', 'трёх четвертей'],
  [1 / 3, 'one third', 'одной трети'],
];

function shareShown(share: number): Words {
  const named = fractions.find(([value]) => Math.abs(value - share) < 1e-3);
  const percent = `${Math.round(share * 100)} %`;
  return named ? { en: named[1], ru: named[2] } : { en: percent, ru: percent };
}

/** Votes needed for a yes when so many votes are cast, so many are present, and the body has so many members. */
export function votesNeeded(rule: CompiledRule, cast: number, present: number, members: number): number {
  if (rule.count > 0) return rule.count;
  const base = [cast, present, members][rule.base] ?? cast;
  return rule.strict ? Math.floor(rule.share * base + 1e-9) + 1 : Math.ceil(rule.share * base - 1e-9);
}
