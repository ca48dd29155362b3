/**
 * What an option means, in a row of numbers: the act says it, the considerations weigh it. Everything is a contrast
 * with waiting (in a ballot: with abstaining). Indices are world indices, -1 none; NaN where a number does not apply.
 */
export const Mean = {
  /** Issue concerned. */
  issue: 0,
  /** Body whose decision it bears on. */
  body: 1,
  /** What it does to the line expected, see Bearing. */
  bearing: 2,
  /** Point on the issue that it works for. */
  value: 3,
  /** Person (or body code) on whom it works: the waverer courted, the one to be removed, the one who yields or to whom one yields. */
  target: 4,
  /** Position that it states, heard by an audience of `publicity` (0 nobody, 0.5 the body, 1 everybody). */
  said: 5,
  publicity: 6,
  /** Worth of posts gained or lost by it, −1–1 (sum of `officeWorth`; a seat in a deciding body counts like a post). */
  posts: 7,
  /** Change of the risk that the organisation splits, −1–1. */
  split: 8,
  /** Punishment risked: chance × severity, 0–1. */
  sanction: 9,
  /** Blame as splitter or as the one who gave in, 0–1; negative: blame averted. */
  blame: 10,
  /** Promises and debts: kept (+) or broken (−), −1–1. */
  owed: 11,
  /** Extent, −1–1, to which it breaks a binding decision (negative: ends somebody's breach); discipline multiplies by attachment and the body's authority. */
  breach: 12,
  /** Body whose authority is defied. */
  authority: 13,
  /** Procedure whose signatories or voters one would join (for solidarity, rivalry, prospect), or −1. */
  joins: 14,
  /** −1–1: how far joining means siding with those marked yes in it (−1: siding with those marked no). */
  side: 15,
  /** The other person it is done with or to, for trust and rivalry between the two. */
  with: 16,
  /** −1–1: friendly (+) or hostile (−) to `with`. */
  warmth: 17,
  /** 1 if somebody with authority can see it, 0 in secret. */
  seen: 18,
  /** Probability that it comes to anything (a proposal accepted, a threat believed), 0–1, as the act itself declares; the forecast may replace it. */
  chance: 19,
} as const;

/** Numbers in a row. */
export const meanWidth = 20;

/** How an option bears on the line that is expected (MODEL: one forecast for every act). */
export const Bearing = {
  /** Not at all. */
  none: 0,
  /** The line becomes `value` for certain. */
  set: 1,
  /** The line becomes `value` if the body adopts it: weighted by the forecast of the vote. */
  motion: 2,
  /** One leaves the body: one's weight is lost in it, and what one stands for (`value`) becomes a demand. */
  leave: 3,
  /** A demand for `value` backed by a threat; `chance` is the threat's declared weight. */
  press: 4,
  /** `target` is moved towards `value`. */
  persuade: 5,
  /** A demand is yielded to: the line moves to `value` as far as one's weight in the body goes. */
  yield: 6,
  /** Only practice changes. */
  practise: 7,
  /** `target` loses his seat in the body. */
  exclude: 8,
  /** Others are told where one stands: the expected line moves with those who follow. */
  voice: 9,
} as const;

/** An act that states no point on its issue bears on no line: for acts whose records may leave the point open. */
export function settleBearing(row: Float64Array, at: number): void {
  if (Number.isNaN(row[at + Mean.value]) && row[at + Mean.bearing] !== Bearing.exclude)
    row[at + Mean.bearing] = Bearing.none;
}

/** A row that means nothing: an idle option. */
export function clearMeaning(row: Float64Array, at: number): void {
  for (let k = at; k < at + meanWidth; k++) row[k] = 0;
  row[at + Mean.issue] = -1;
  row[at + Mean.body] = -1;
  row[at + Mean.value] = Number.NaN;
  row[at + Mean.target] = -1;
  row[at + Mean.said] = Number.NaN;
  row[at + Mean.authority] = -1;
  row[at + Mean.joins] = -1;
  row[at + Mean.with] = -1;
  row[at + Mean.seen] = 1;
  row[at + Mean.chance] = 1;
}
