import { type Causation, causationOf } from '../questions/causation.ts';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import type { Bounds } from '../questions/statistics/necessity-bounds.ts';
import type { Effect } from '../questions/summarise.ts';
import { estimateJson, questionOf } from './answers.ts';
import { isClear, perHundred } from './estimates.ts';
import { type Language, say } from './language.ts';
import { formatNumber } from './numbers.ts';
import { type Block, heading, type Json, table, text } from './page.ts';
import type { Subject } from './subject.ts';

const right = { align: 'right' } as const;

/** Was the change needed, did it suffice? A table of the outcomes that it clearly changes; nothing if there is none. */
export function causationBlocks(
  s: Subject,
  outcomes: readonly (CompiledOutcome | undefined)[],
  effects: readonly Effect[],
): readonly Block[] {
  const rows = effects.flatMap((e, k): readonly (readonly string[])[] => {
    const o = outcomes[k];
    const c = isClear(e.difference) ? causationOf(e) : undefined;
    return o && c ? [rowOf(s, o, c)] : [];
  });
  if (rows.length === 0) return [];
  const t = words(s.lang);
  return [
    heading(t.title),
    table(
      [
        { title: s.texts.outcome },
        { title: t.what },
        { title: t.pn, ...right },
        { title: t.ps, ...right },
        { title: t.pns, ...right },
      ],
      rows,
    ),
    text(t.how),
  ];
}

function rowOf(s: Subject, o: CompiledOutcome, c: Causation): readonly string[] {
  const cell = (what: 'pn' | 'ps' | 'pns'): string =>
    `${perHundred(c.twins[what], s.lang)}\n${boundsText(c.bounds[what], s.lang)}`;
  return [
    questionOf(o, s),
    c.brings === 'yes' ? s.texts.yes : s.texts.no,
    cell('pn'),
    cell('ps'),
    cell('pns'),
  ];
}

function boundsText(b: Bounds | undefined, lang: Language): string {
  if (!b) return '–';
  const one = (v: number): string => formatNumber(100 * v, lang);
  return `[${one(b.low)}–${one(b.high)}]`;
}

/** The same for programs; null for outcomes of which it cannot be asked. */
export function causationJson(e: Effect): Json {
  const c = causationOf(e);
  if (!c) return null;
  const bounds = (b: Bounds | undefined): Json => (b ? { low: b.low, high: b.high } : null);
  const twins = (what: 'pn' | 'ps' | 'pns'): Json =>
    Number.isNaN(c.twins[what].value) ? null : estimateJson(c.twins[what]);
  return {
    brings: c.brings,
    necessity: { twins: twins('pn'), bounds: bounds(c.bounds.pn) },
    sufficiency: { twins: twins('ps'), bounds: bounds(c.bounds.ps) },
    both: { twins: twins('pns'), bounds: bounds(c.bounds.pns) },
  };
}

const words = (lang: Language) => ({
  title: say(lang, 'Needed, and enough?', 'Необходимо и достаточно ли?'),
  what: say(lang, 'Brings', 'Приводит к'),
  pn: say(lang, 'Needed (PN)', 'Необходимо (PN)'),
  ps: say(lang, 'Enough (PS)', 'Достаточно (PS)'),
  pns: say(lang, 'Both (PNS)', 'И то и другое (PNS)'),
  how: say(
    lang,
    'Out of 100, for outcomes that change clearly. Needed: of the cases in which it comes about with the change, those in which it would not have without. Enough: of the cases in which it does not come about without, those in which the change brings it. In round brackets the 95 % interval; in square brackets the bounds that hold however the luck of twins is coupled.',
    'Из 100, для исходов, которые меняются отчётливо. Необходимо: из случаев, где исход наступает при изменении, — те, где без него он не наступил бы. Достаточно: из случаев, где без изменения исход не наступает, — те, где изменение к нему приводит. В круглых скобках 95-процентный интервал, в квадратных — границы, верные при любом сцеплении случая в паре.',
  ),
});
