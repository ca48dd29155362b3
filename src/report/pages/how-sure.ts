import type { Claim } from '../../episode/types.ts';
import { isoDay } from '../../episode/index.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { canTell, effectiveFloor } from '../../questions/abduction/intervals.ts';
import type { Known } from '../../questions/how-sure.ts';
import type { Estimate } from '../../questions/statistics.ts';
import { estimateJson } from '../answers.ts';
import { dayText } from '../dates.ts';
import { formatNumber, formatSigned } from '../numbers.ts';
import { type Block, heading, type Json, list, type Page, table, text } from '../page.ts';
import { citation, documentHead, introduction, nextSteps, type Subject } from '../subject.ts';
import { howSureTexts } from '../texts/how-sure.ts';

export interface Sureness {
  readonly known: readonly Known[];
  readonly inferred: Inferred;
  readonly until: number;
  /** Acts of the record that are given. */
  readonly acts: number;
  readonly seed: number;
}

/** Share of values that seem narrowed (one side of 95 %) or moved (two) although nothing was learned. */
const byChance = 0.075;
/** Rows of the table. */
const shown = 20;
const right = { align: 'right' } as const;

/** What the record tells about hidden values: prior against posterior. */
export function howSurePage(s: Subject, h: Sureness): Page {
  const t = howSureTexts(s.lang);
  const { inferred } = h;
  const one = (v: number, digits = 0): string => formatNumber(v, s.lang, digits);
  const size = [one(inferred.particles.length), one(inferred.effective, 1), one(effectiveFloor)] as const;
  return {
    blocks: [
      ...introduction(s),
      { kind: 'title', text: t.title(s.episode.meta.title[s.lang]) },
      text(t.given(one(h.acts), dayText(h.until, s.episode.meta, s.lang))),
      ...(canTell(inferred.effective) ? told(s, h.known) : [text(t.thin(...size))]),
      heading(s.texts.assumed),
      list([
        t.luck(...size),
        t.moves(one(inferred.resamplings), one(inferred.accepted), one(inferred.proposed)),
        t.weights,
        t.hindsight,
      ]),
      ...citation(s),
      ...nextSteps(s, [`plenum replay ${s.name}`, `plenum hangs-on ${s.name}`]),
    ],
    ...programs(s, h),
  };
}

function told(s: Subject, known: readonly Known[]): readonly Block[] {
  const t = howSureTexts(s.lang);
  if (known.length === 0) return [text(t.none)];
  const one = (v: number): string => formatNumber(v, s.lang);
  const learned = known.filter((k) => k.verdict === 'learned');
  const chance = byChance * known.length;
  const said =
    learned.length === 0
      ? t.nothing(one(known.length))
      : t.learned(one(learned.length), one(known.length), one(chance));
  const less = known.filter((k) => k.verdict === 'less-certain').reverse();
  return [
    text(learned.length > 0 && learned.length <= 1.5 * chance ? `${said} ${t.few}` : said),
    ...(learned.length === 0 ? [] : [heading(t.table), knownTable(s, learned.slice(0, shown)), text(t.how)]),
    ...(less.length === 0 ? [] : [heading(t.less), knownTable(s, less.slice(0, 3))]),
  ];
}

function knownTable(s: Subject, rows: readonly Known[]): Block {
  const t = howSureTexts(s.lang);
  return table(
    [
      { title: t.value, min: 20 },
      { title: t.prior, ...right },
      { title: t.posterior, ...right },
      { title: t.contraction, ...right },
      { title: t.shift, ...right },
      { title: t.source },
    ],
    rows.map((k) => {
      const claim = s.episode.claims[k.claim];
      return [
        claim?.label ?? k.input,
        spread(k.prior.quantiles, k.prior.sd, s),
        spread(k.quantiles, k.prior.sd, s),
        interval(k.contraction, s),
        interval(k.shift, s, true),
        sourceOf(claim, s),
      ];
    }),
  );
}

function spread(q: readonly number[], sd: number, s: Subject): string {
  const digits = sd < 1 ? 2 : 0;
  const [low = Number.NaN, middle = Number.NaN, high = Number.NaN] = q;
  const one = (v: number): string => formatNumber(v, s.lang, digits);
  return `${one(middle)} (${one(low)}–${one(high)})`;
}

function interval(e: Estimate, s: Subject, signed = false): string {
  const one = (v: number): string => (signed ? formatSigned(v, s.lang, 1) : formatNumber(v, s.lang, 2));
  return `${one(e.value)} (${one(e.low)}${s.lang === 'ru' ? '…' : ' to '}${one(e.high)})`;
}

function sourceOf(claim: Claim | undefined, s: Subject): string {
  const [anchor] = claim?.anchors ?? [];
  if (anchor) return anchor.source;
  return claim?.origin === 'coded' ? s.texts.claims.judgement : s.texts.claims.defaults;
}

function programs(s: Subject, h: Sureness): Pick<Page, 'data' | 'table'> {
  const tells = canTell(h.inferred.effective);
  return {
    data: {
      ...documentHead(s),
      seed: h.seed,
      until: isoDay(h.until),
      acts: h.acts,
      particles: h.inferred.particles.length,
      effective: h.inferred.effective,
      floor: effectiveFloor,
      canTell: tells,
      evidence: h.inferred.evidence,
      units: {
        contraction: '1 − posterior variance / prior variance',
        shift: 'prior standard deviations',
        evidence: 'natural logarithm',
      },
      values: h.known.map(
        (k): Json => ({
          input: k.input,
          label: s.episode.claims[k.claim]?.label ?? null,
          prior: { mean: k.prior.mean, sd: k.prior.sd, quantiles: [...k.prior.quantiles] },
          posterior: { mean: k.mean, sd: k.sd, quantiles: [...k.quantiles] },
          contraction: estimateJson(k.contraction),
          shift: estimateJson(k.shift),
          verdict: tells ? k.verdict : 'cannot-tell',
        }),
      ),
    },
    table: {
      columns: [
        'input',
        'prior_mean',
        'prior_sd',
        'prior_5',
        'prior_50',
        'prior_95',
        'mean',
        'sd',
        'q5',
        'q50',
        'q95',
        'contraction',
        'contraction_low',
        'contraction_high',
        'shift',
        'verdict',
      ],
      rows: h.known.map((k) => [
        k.input,
        k.prior.mean,
        k.prior.sd,
        ...k.prior.quantiles,
        k.mean,
        k.sd,
        ...k.quantiles,
        k.contraction.value,
        k.contraction.low,
        k.contraction.high,
        k.shift.value,
        tells ? k.verdict : 'cannot-tell',
      ]),
    },
  };
}
