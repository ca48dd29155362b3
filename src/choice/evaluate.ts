import { Bearing, Mean, meanWidth } from '../acts/meaning.ts';
import { edgeOf } from '../world/world.ts';
import { concernedBy } from '../acts/common.ts';
import { motionRule } from '../acts/assemblies.ts';
import { base } from './considerations/base.ts';
import { blame } from './considerations/blame.ts';
import { conviction } from './considerations/conviction.ts';
import { deference } from './considerations/deference.ts';
import { discipline } from './considerations/discipline.ts';
import { considerationCount, K } from './considerations/index.ts';
import { office } from './considerations/office.ts';
import { policy } from './considerations/policy.ts';
import { prospect } from './considerations/prospect.ts';
import { reciprocity } from './considerations/reciprocity.ts';
import { rivalry } from './considerations/rivalry.ts';
import { sanction } from './considerations/sanction.ts';
import { solidarity } from './considerations/solidarity.ts';
import { unity } from './considerations/unity.ts';
import { expectedLine, lineAfter } from './forecasts/line.ts';
import { F } from './forecasts/constants.ts';
import { forgetPanels } from './forecasts/panel.ts';
import { forgetCircle, newSides, sides } from './forecasts/sides.ts';
import { chanceAdopted } from './forecasts/vote.ts';
import type { Mind } from './mind.ts';
import { organisationOf } from '../world/scene.ts';

const company = newSides();

/** Evaluates every option of the menu for a person: considerations, then weighted sums. Nothing is allocated. */
export function evaluate(mind: Mind, person: number): void {
  beginOccasion(mind, person);
  for (let k = 0; k < mind.menu.size; k++) evaluateOption(mind, person, k);
}

let costOfSplit = 0;

/** Forgets what was worked out for the last occasion; called before options are evaluated one by one. */
export function beginOccasion(mind: Mind, person: number): void {
  const { expected, forecasts } = mind;
  for (let i = 0; i < expected.length; i++) expected[i] = forecasts.without[i] = Number.NaN;
  forgetCircle();
  forgetPanels();
  costOfSplit = splitCost(mind, person);
}

/** One option: its row of the matrix and its utility, in the fixed order of the considerations. */
export function evaluateOption(mind: Mind, person: number, k: number): void {
  plainReasons(mind, person, k);
  forecastReasons(mind, person, k);
  weigh(mind, k);
}

/** The utility of option k: its considerations, weighted and summed in their fixed order. */
export function weigh(mind: Mind, k: number): void {
  const { matrix: c } = mind;
  const { weights } = mind.parameters;
  const at = k * considerationCount;
  let sum = 0;
  for (let j = 0; j < considerationCount; j++) sum += weights[j] * c[at + j];
  mind.utility[k] = sum;
}

/** The tie between the person and the one with whom or against whom option k is done; −1 if there is none. */
export function edgeOfOption(mind: Mind, person: number, k: number): number {
  const other = mind.menu.meaning[k * meanWidth + Mean.with];
  const { world } = mind.scene;
  return other >= 0 && other < world.people ? edgeOf(world, person, other) : -1;
}

/** The considerations that need no forecast of what others do. */
export function plainReasons(mind: Mind, person: number, k: number): void {
  const { menu, matrix: c, scene: s } = mind;
  const row = menu.meaning;
  const at = k * considerationCount;
  const m = k * meanWidth;
  const x = s.state;
  const seen = row[m + Mean.seen];
  const attachment = x.attachment[person];
  c[at + K.conviction] = row[m + Mean.issue] >= 0 ? convictionOf(mind, person, m) : 0;
  const authority = row[m + Mean.authority];
  c[at + K.discipline] =
    authority >= 0 ? discipline(row[m + Mean.breach], attachment, x.bodyAuthority[authority], seen) : 0;
  const split = row[m + Mean.split];
  c[at + K.unity] = split !== 0 ? unity(split, attachment, costOfSplit) : 0;
  c[at + K.office] = office(row[m + Mean.posts], x.ambition[person]);
  c[at + K.sanction] = sanction(row[m + Mean.sanction], x.caution[person], seen);
  c[at + K.blame] = blame(row[m + Mean.blame], seen);
  const edge = edgeOfOption(mind, person, k);
  c[at + K.reciprocity] = reciprocity(row[m + Mean.owed], edge >= 0 ? x.owed[edge] : 0, row[m + Mean.warmth]);
  c[at + K.base] = base(mind.parameters.bases[menu.kind[k]]);
}

/** The considerations that rest on what others do or think: company, deference, the line expected. */
export function forecastReasons(mind: Mind, person: number, k: number): void {
  const { menu, matrix: c, scene: s } = mind;
  const at = k * considerationCount;
  const m = k * meanWidth;
  policyReasons(mind, person, k, at, menu.meaning[m + Mean.issue], m);
  sides(mind, person, k, company);
  let trusted = company.trusted;
  let fought = company.fought;
  const edge = edgeOfOption(mind, person, k);
  if (edge >= 0) {
    const tie = s.state.tie[edge];
    const warmth = menu.meaning[m + Mean.warmth];
    if (tie > 0) trusted += tie * warmth;
    else fought += -tie * warmth;
  }
  c[at + K.solidarity] = solidarity(Math.max(-1, Math.min(1, trusted)));
  c[at + K.rivalry] = rivalry(Math.max(-1, Math.min(1, fought)));
  c[at + K.deference] = deference(company.urging, menu.meaning[m + Mean.seen]);
}

/** Speaking out against what silence stands for: what he last said in public, or else, if he belongs, the line. */
function convictionOf(mind: Mind, person: number, m: number): number {
  const { scene: s } = mind;
  const x = s.state;
  const row = mind.menu.meaning;
  const said = row[m + Mean.said];
  if (said !== said) return 0;
  const issue = row[m + Mean.issue];
  const cell = person * s.world.issues + issue;
  const ideal = x.work[cell];
  const line = x.line[s.world.issueBody[issue] * s.world.issues + issue];
  const publicity = row[m + Mean.publicity];
  const stance = x.stance[cell];
  const stands = stance === stance ? stance : concernedBy(s, person, issue) ? line : ideal;
  const silent = publicity > 0.5 && stands === stands ? Math.abs(stands - ideal) : 0;
  return conviction(x.workSalience[cell], publicity, silent, Math.abs(said - ideal));
}

/** Policy and prospect: the two that need a forecast of the line or of a vote. */
function policyReasons(mind: Mind, person: number, k: number, at: number, issue: number, m: number): void {
  const { menu, matrix: c, scene: s, forecasts: f } = mind;
  const row = menu.meaning;
  c[at + K.policy] = c[at + K.prospect] = 0;
  if (issue < 0) return;
  const x = s.state;
  const cell = person * s.world.issues + issue;
  const ideal = x.work[cell];
  const salience = x.workSalience[cell];
  const bearing = row[m + Mean.bearing];
  if (bearing === Bearing.none) return;
  const waiting = waitingLine(mind, person, issue);
  const value = row[m + Mean.value];
  let adopted = row[m + Mean.chance];
  if (bearing === Bearing.motion) {
    const body = row[m + Mean.body];
    const line = x.line[body * s.world.issues + issue];
    adopted = chanceAdopted(
      s,
      person,
      body,
      issue,
      value,
      line === line ? line : waiting,
      motionRule(s, body, menu.option[k]),
      f.constants[F.sharpness],
    );
    c[at + K.prospect] = prospect(adopted);
  }
  const after = lineAfter(s, f, person, row, m, waiting, adopted);
  mind.lineWaiting[k] = waiting;
  mind.lineAfter[k] = after;
  mind.adoption[k] = adopted;
  c[at + K.policy] = policy(salience, Math.abs(ideal - waiting), Math.abs(ideal - after));
}

/** The line expected when waiting: computed once per occasion and issue. */
export function waitingLine(mind: Mind, person: number, issue: number): number {
  const f = mind.forecasts;
  const known = mind.expected[issue];
  if (known === known) {
    f.kappa = mind.kappaOf[issue];
    f.demand = mind.demandOf[issue];
    return known;
  }
  const line = expectedLine(mind.scene, f, person, issue);
  mind.expected[issue] = line;
  mind.kappaOf[issue] = f.kappa;
  mind.demandOf[issue] = f.demand;
  return line;
}

/** Cost of a split as a person sees it, 0–1: the organisation's unity, pressures, and strain already there. */
export function splitCost(mind: Mind, person: number): number {
  const g = organisationOf(mind.scene, person);
  if (g < 0) return 0;
  const x = mind.scene.state;
  return Math.max(
    0,
    Math.min(1, x.unity[g] + x.splitCost[g] + mind.forecasts.constants[F.strainWeight] * x.strain[g]),
  );
}
