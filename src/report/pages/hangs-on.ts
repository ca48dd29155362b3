import type { Claim } from '../../episode/types.ts';
import type { Question } from '../../episode/index.ts';
import { type HangsOn, isDependent, ranked, type Share } from '../../questions/hangs-on/hangs-on.ts';
import { type Factor, judgement } from '../../questions/hangs-on/factors.ts';
import type { Estimate } from '../../questions/statistics.ts';
import type { ShapleyEffects } from '../../questions/statistics/shapley-sampling.ts';
import { estimateJson, questionOf } from '../answers.ts';
import { interventionTexts } from '../interventions.ts';
import { listed } from '../language.ts';
import { formatNumber, formatSigned } from '../numbers.ts';
import { type Block, heading, type Json, list, type Page, table, text } from '../page.ts';
import { citation, documentHead, introduction, nextSteps, type Subject } from '../subject.ts';
import { type HangsOnTexts, hangsOnTexts, shareWords } from '../texts/hangs-on.ts';

export interface Hanging {
  /** Undefined: free runs, no change. */
  readonly question: Question | undefined;
  readonly answer: HangsOn | undefined;
  readonly ask: string;
  /** Shapley effects, by factor; asked for, or because inputs seem to depend on each other. */
  readonly shapley: ShapleyEffects | undefined;
  /** There are more factors than Shapley effects can be told of. */
  readonly tooMany: boolean;
  readonly points: number;
  readonly rows: number;
  readonly seed: number;
  readonly failed: number;
}

/** Widest interval of a share that is still put into words. */
const widest = 0.5;

const right = { align: 'right' } as const;
/** Factors named in the sentence after the first; claims listed of the first. */
const [named, shown] = [2, 8];

/** What an answer hangs on: a sentence, a table, and the way back to the claims. */
export function hangsOnPage(s: Subject, h: Hanging): Page {
  const t = hangsOnTexts(s.lang);
  const title = h.question ? t.effect(h.ask) : t.outcome(h.ask);
  const blocks: Block[] = [
    ...introduction(s),
    ...(h.question ? [{ kind: 'title', text: h.question.ask[s.lang] } as const] : []),
    { kind: 'title', text: title },
  ];
  if (!h.answer) return { blocks: [...blocks, text(t.failed(h.failed))], ...programs(s, h) };
  const top = h.answer.variance === 0 ? undefined : ranked(h.answer)[0];
  return {
    blocks: [
      ...blocks,
      text(hangsOnSentences(s, { rows: h.rows, pairs: h.question !== undefined }, h.answer)),
      heading(t.table),
      sharesTable(s, h.answer, h.shapley, t),
      text(h.shapley ? `${t.units} ${t.shapleyUnits}` : t.units),
      ...(top && top.factor.claims.length > 0 ? claimsOf(s, top.factor, t) : []),
      heading(s.texts.assumed),
      list([
        ...(h.question ? interventionTexts(h.question.interventions, s) : []),
        ...(h.question?.until === undefined ? [] : [s.texts.ask.free]),
        t.points(formatNumber(h.points, s.lang), h.answer.shares.length),
        ...(h.answer.shares.some((f) => f.factor.kind === 'weights') ? [t.priors] : []),
        ...(isDependent(h.answer)
          ? [h.shapley ? t.dependentShapley : h.tooMany ? t.dependentMany : t.dependent]
          : []),
      ]),
      ...citation(s, h.seed, h.rows),
      ...nextSteps(s, [`plenum check ${s.name}`]),
    ],
    ...programs(s, h),
  };
}

/** What an answer hangs on, in a few sentences. `pairs`: it is the effect of a change. */
export function hangsOnSentences(
  s: Subject,
  h: { readonly rows: number; readonly pairs: boolean },
  a: HangsOn,
): string {
  const t = hangsOnTexts(s.lang);
  const rows = formatNumber(h.rows, s.lang);
  const share = a.outcome.kind !== 'number';
  const scale = share ? 100 : 1;
  const digits = share ? 0 : 2;
  const mean = h.pairs
    ? t.pairsAnswer(formatSigned(scale * a.mean, s.lang, share ? 1 : 2), rows)
    : t.answer(formatNumber(scale * a.mean, s.lang, digits), rows);
  if (a.variance === 0) return `${mean} ${t.constant}`;
  const clear = ranked(a).filter((f) => f.first.low > 0);
  const [first, ...rest] = clear;
  const luck = clamp(a.luck.value);
  const known = a.luck.high - a.luck.low <= widest;
  const hundred = (v: number): string => formatNumber(100 * clamp(v), s.lang);
  return [
    mean,
    ...(known
      ? [t.luck(shareWords(luck, t)), t.assumptions(shareWords(1 - luck, t))]
      : [t.luckUnsure(hundred(a.luck.low), hundred(a.luck.high))]),
    first ? t.first(factorName(s, first.factor), shareWords(clamp(first.first.value), t)) : t.none,
    ...(rest.length > 0
      ? [
          t.next(
            listed(
              rest
                .slice(0, named)
                .map((f) => t.and(factorName(s, f.factor), shareWords(clamp(f.first.value), t))),
              s.lang,
            ),
          ),
        ]
      : []),
  ].join(' ');
}

const clamp = (share: number): number => Math.max(0, Math.min(1, share));

function sharesTable(s: Subject, a: HangsOn, shapley: ShapleyEffects | undefined, t: HangsOnTexts): Block {
  const effect = (f: Share): Estimate | undefined => shapley?.effects[a.shares.indexOf(f)];
  const luck = a.shares.filter((f) => f.factor.kind === 'luck');
  return table(
    [
      { title: t.what },
      { title: t.alone, ...right },
      { title: t.total, ...right },
      ...(shapley ? [{ title: t.shapley, ...right }] : []),
      { title: t.values, ...right },
      { title: t.source },
    ],
    [...luck, ...ranked(a)].map((f) => [
      factorName(s, f.factor),
      hundredths(f.first, s),
      hundredths(f.total, s),
      ...(shapley ? [hundredths(effect(f) ?? f.total, s)] : []),
      f.factor.inputs.length === 0 ? '–' : formatNumber(f.factor.inputs.length, s.lang),
      sourcesOf(s, f.factor, t),
    ]),
  );
}

function hundredths(e: Estimate, s: Subject): string {
  if (Number.isNaN(e.value)) return '–';
  const one = (v: number): string => formatNumber(100 * v, s.lang);
  return `${one(e.value)} (${one(e.low)}${s.lang === 'ru' ? '…' : ' to '}${one(e.high)})`;
}

/** A factor in words. */
export function factorName(s: Subject, f: Factor): string {
  const t = hangsOnTexts(s.lang);
  if (f.kind === 'luck') return t.luckName;
  if (f.kind === 'weights') return t.weights;
  if (f.kind === 'kind') return t.kinds[f.id] ?? f.id;
  if (f.kind === 'source')
    return f.id === judgement ? t.judgement : (s.episode.sources.find((x) => x.id === f.id)?.title ?? f.id);
  if (f.kind === 'claim') return s.episode.claims[f.claims[0] ?? -1]?.label ?? f.id;
  const { people, bodies, organisations, offices, resources, branches, pressures, norms } = s.episode;
  const person = people.find((p) => p.id === f.id);
  if (person) return person.short[s.lang];
  const named = [
    ...bodies,
    ...organisations,
    ...offices,
    ...resources,
    ...branches,
    ...pressures,
    ...norms,
  ].find((x) => x.id === f.id);
  return named?.name[s.lang] ?? f.id;
}

function sourcesOf(s: Subject, f: Factor, t: HangsOnTexts): string {
  if (f.inputs.length === 0) return '';
  const sources = new Set(f.claims.flatMap((c) => s.episode.claims[c]?.anchors.map((a) => a.source) ?? []));
  if (sources.size === 0) return f.claims.length === 0 ? t.defaults : t.judgement;
  const [one = '', two, ...more] = sources;
  return [one, ...(two === undefined ? [] : [two]), ...(more.length > 0 ? [t.more(more.length)] : [])].join(
    ', ',
  );
}

/** The claims of the factor that weighs most: what they say, on what they rest, where they stand. */
function claimsOf(s: Subject, f: Factor, t: HangsOnTexts): readonly Block[] {
  const claims = f.claims.flatMap((c) => s.episode.claims[c] ?? []);
  const rows = claims
    .slice(0, shown)
    .map((c) => [c.label, anchorText(c, t), `${c.position.file}:${c.position.line}`]);
  return [
    heading(t.claims(factorName(s, f))),
    table([{ title: t.claim }, { title: t.source }, { title: t.place }], rows),
    ...(claims.length > shown ? [text(t.more(claims.length - shown))] : []),
  ];
}

function anchorText(c: Claim, t: HangsOnTexts): string {
  if (c.origin !== 'coded') return t.defaults;
  const [anchor] = c.anchors;
  if (!anchor) return t.judgement;
  return anchor.locator === undefined ? anchor.source : `${anchor.source}, ${anchor.locator}`;
}

function shapleyJson(h: Hanging, f: Share): Json {
  const effect = h.shapley?.effects[h.answer?.shares.indexOf(f) ?? -1];
  return effect ? estimateJson(effect) : null;
}

function programs(s: Subject, h: Hanging): Pick<Page, 'data' | 'table'> {
  const shares: readonly Share[] = h.answer?.shares ?? [];
  return {
    data: {
      ...documentHead(s),
      seed: h.seed,
      basePoints: h.points,
      rows: h.rows,
      question: h.question?.id ?? null,
      outcome:
        h.answer === undefined ? null : { id: h.answer.outcome.id, ask: questionOf(h.answer.outcome, s) },
      units: {
        shares: 'of the variance of the answer, 0 to 1; estimates are not clipped',
        interval: '95 %, bootstrap',
      },
      mean: h.answer?.mean ?? null,
      variance: h.answer?.variance ?? null,
      luck: h.answer && !Number.isNaN(h.answer.luck.value) ? estimateJson(h.answer.luck) : null,
      factors: shares.map((f) => ({
        id: f.factor.id,
        kind: f.factor.kind,
        name: factorName(s, f.factor),
        first: Number.isNaN(f.first.value) ? null : estimateJson(f.first),
        total: Number.isNaN(f.total.value) ? null : estimateJson(f.total),
        shapley: shapleyJson(h, f),
        inputs: [...f.factor.inputs],
      })),
      warnings: (h.answer?.warnings ?? []).map((w) => ({ ...w })),
      failed: h.failed,
    },
    table: {
      columns: [
        'factor',
        'kind',
        'name',
        'first',
        'first_low',
        'first_high',
        'total',
        'total_low',
        'total_high',
        'inputs',
      ],
      rows: shares.map((f) => [
        f.factor.id,
        f.factor.kind,
        factorName(s, f.factor),
        f.first.value,
        f.first.low,
        f.first.high,
        f.total.value,
        f.total.low,
        f.total.high,
        f.factor.inputs.length,
      ]),
    },
  };
}
