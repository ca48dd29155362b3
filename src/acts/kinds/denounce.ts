import { believed } from '../../world/beliefs.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { Effect, type Scene, sitsIn } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { actorAt, actorCount, addressedAt, addressedCount, isInsider, isPerson } from '../actors.ts';
import { maySpeak } from '../audiences.ts';
import { address, nearestPoint, normSeverity, quarrel, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { meanVoicing } from '../issues.ts';
import { graver } from '../gravest.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { lastAgainst } from '../speakers.ts';
import { addStrain } from '../strain.ts';

export const denounceOptions = ['named', 'unnamed'] as const;
export const DenounceOption = { named: 0, unnamed: 1 } as const;

/** A tie at or below this makes somebody a target; targets thought of; days before the same one is attacked again. */
const hostile = -0.2;
const targets = 2;
const silence = 1;
/** Days for which a word against what he stands for rankles. */
const rankles = 5;
/** What the friends of an accuser think less of the accused, as a share of the quarrel itself. */
const echo = 0.2;

/** Branding somebody, in the body or before everybody; with his name, or so that all know who is meant. */
export const denounce = defineAct({
  kind: 'denounce',
  class: 'voice',
  options: denounceOptions,
  base: -4.5,
  because:
    'Without any reason, about 11 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider'],
  reach: [
    // Before colleagues, by name and without; before everybody.
    {
      aim: 'own',
      moves: ['exclude'],
      chance: 0.2,
      company: true,
      cold: 1,
      split: 0.04,
      blame: 0.15,
      seen: 1,
    },
    {
      aim: 'own',
      moves: ['voice'],
      chance: 0.5,
      company: true,
      cold: 0.6,
      split: 0.016,
      blame: 0.06,
      seen: 1,
    },
    {
      aim: 'own',
      publicity: 1,
      stale: true,
      breaks: 1,
      moves: ['exclude'],
      chance: 0.2,
      company: true,
      cold: 1,
      split: 0.1,
      blame: 0.35,
      seen: 1,
    },
    {
      aim: 'own',
      publicity: 1,
      stale: true,
      breaks: 1,
      moves: ['voice'],
      chance: 0.7,
      company: true,
      cold: 0.6,
      split: 0.04,
      blame: 0.14,
      seen: 1,
    },
  ],
  legal: (s, m) => {
    if (!isPerson(s, m.to) && addressedCount(s, m) === 0) return Rule.notAddressed;
    if (m.by === m.to) return Rule.self;
    if (isPerson(s, m.by) && m.body >= 0 && !maySpeak(s, m.body, m.by)) return Rule.noSeat;
    return Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const x = s.state;
    const named = m.option !== DenounceOption.unnamed;
    const open = m.body < 0;
    if (m.issue >= 0 && isPerson(s, m.by)) {
      meanVoicing(s, m.by, m.issue, m.value, open ? 0.7 : 0.5, row, at);
      if (!open) {
        row[at + Mean.publicity] = 0.5;
        row[at + Mean.breach] = 0;
        row[at + Mean.authority] = -1;
      }
    }
    row[at + Mean.target] = m.to;
    row[at + Mean.with] = m.to;
    row[at + Mean.warmth] = named ? -1 : -0.6;
    row[at + Mean.split] = (open ? 0.1 : 0.04) * (named ? 1 : 0.4);
    row[at + Mean.blame] = (open ? 0.35 : 0.15) * (named ? 1 : 0.4);
    const retaliation = 0.25 * x.authority[m.to] * (named ? 1 : 0.4);
    row[at + Mean.sanction] = Math.max(normSeverity(s, m.kind), retaliation);
    // With a name it aims at the man: his place is a little less safe afterwards.
    if (named && m.issue >= 0) {
      row[at + Mean.bearing] = Bearing.exclude;
      row[at + Mean.chance] = 0.05 + 0.15 * (isPerson(s, m.by) ? x.authority[m.by] : 1);
    }
  },
  apply: (s, m) => {
    const named = m.option !== DenounceOption.unnamed;
    if (named) m.flags |= ActFlag.named;
    const at = writeAct(s, m);
    const open = m.body < 0 && !(m.flags & ActFlag.secret);
    const hurt = s.effects[Effect.attackTie] * (named ? 1 : 0.5);
    for (let t = 0; t < addressedCount(s, m); t++) attack(s, m, addressedAt(s, m, t), hurt, open);
    if (open || m.body >= 0) {
      for (let k = 0; k < actorCount(s, m); k++) {
        tell(s, actorAt(s, m, k), m.issue, m.value, open ? 'public' : 'body', m.body);
      }
    }
    const body = m.body >= 0 ? m.body : m.issue >= 0 ? s.world.issueBody[m.issue] : -1;
    if (body >= 0) addStrain(s, s.world.bodyOrganisation[body], (open ? 0.03 : 0.015) * (named ? 1 : 0.5));
    return at;
  },
  sentence: {
    en: (w) =>
      w.option === 'unnamed'
        ? `${w.by.nom} ${w.by.many ? 'attack' : 'attacks'} ${w.to?.nom ?? 'opponents'} without naming ${w.to?.many ? 'them' : 'the name'}`
        : `${w.by.nom} ${w.by.many ? 'denounce' : 'denounces'} ${w.to?.nom ?? 'opponents'}${w.issue ? ` (${w.issue})` : ''}`,
    ru: (w) =>
      w.option === 'unnamed'
        ? `${w.by.nom} ${w.by.many ? 'обличают' : 'обличает'}, не называя имён: ${w.to?.nom ?? 'противники'}`
        : `${w.by.nom} ${w.by.many ? 'обличают' : 'обличает'} ${w.to?.acc ?? 'противников'}${w.issue ? ` (${w.issue})` : ''}`,
  },
});

/** Accusers and accused fall out; before everybody, the accusers' friends think less of the accused. A body's word tells with all who sit in it. */
function attack(s: Scene, m: Move, target: number, hurt: number, open: boolean): void {
  const { world: w, state: x } = s;
  if (!isPerson(s, target)) return;
  for (let k = 0; k < actorCount(s, m); k++)
    if (actorAt(s, m, k) !== target) quarrel(s, actorAt(s, m, k), target, hurt);
  const body = isPerson(s, m.by) ? -1 : m.by - w.people;
  for (let k = w.inStart[target]; k < w.inStart[target + 1]; k++) {
    const e = w.inEdge[k];
    const j = w.edgeFrom[e];
    if (body >= 0 ? !sitsIn(s, body, j) : !open) continue;
    const heeds = body >= 0 ? 1 : trustIn(s, j, m.by);
    if (heeds > 0) x.tie[e] = Math.max(-1, x.tie[e] - echo * hurt * heeds);
  }
  address(s, target);
}

function trustIn(s: Scene, j: number, accuser: number): number {
  if (j === accuser) return 0;
  const { world: w, state: x } = s;
  for (let e = w.edgeStart[j]; e < w.edgeStart[j + 1]; e++)
    if (w.edgeTo[e] === accuser) return Math.max(0, x.tie[e]);
  return 0;
}

/**
 * The two whom he fights most and who count, and whoever last spoke up against what he stands for: in a body where both sit, and before
 * everybody; with and without the name.
 */
function propose(s: Scene, person: number, menu: Menu): void {
  if (!isInsider(s, person)) return;
  const { world: w, state: x } = s;
  let last = Number.POSITIVE_INFINITY;
  for (let n = 0; n < targets; n++) {
    let best = -1;
    let most = 0;
    for (let e = w.edgeStart[person]; e < w.edgeStart[person + 1]; e++) {
      const j = w.edgeTo[e];
      if (x.tie[e] > hostile || w.collective[j]) continue;
      const score = -x.tie[e] * (0.2 + x.authority[j]);
      if (score > most && score < last) {
        most = score;
        best = j;
      }
    }
    if (best < 0) break;
    last = most;
    if (!recently(s, actNumber('denounce'), person, best, -1, silence))
      offerAgainst(s, person, best, n, menu);
  }
  answerBack(s, person, menu);
}

/** Against whoever last spoke up, on the matter of which he spoke. */
function answerBack(s: Scene, person: number, menu: Menu): void {
  const { actBy, actIssue } = s.state;
  const word = lastAgainst(s, person, rankles);
  if (word >= 0 && !recently(s, actNumber('denounce'), person, actBy[word], -1, silence))
    offerOn(s, person, actBy[word], actIssue[word], 1, menu);
}

/** On what divides the two most, all four ways; on what divides them next, in the body and before everybody, by name. */
function offerAgainst(s: Scene, person: number, target: number, rank: number, menu: Menu): void {
  const first = quarrelOn(s, person, target, -1);
  if (first < 0) return;
  offerOn(s, person, target, first, rank === 0 ? 0 : 1, menu);
  const second = rank === 0 ? quarrelOn(s, person, target, first) : -1;
  if (second >= 0) offerOn(s, person, target, second, 1, menu);
}

/** The issue on which he believes a colleague to stand furthest from himself, by salience; -1 if none matters. */
function quarrelOn(s: Scene, person: number, target: number, except: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = 0;
  for (let issue = 0; issue < w.issues; issue++) {
    const cell = person * w.issues + issue;
    const score = x.workSalience[cell] * (5 + Math.abs(believed(s, person, target, issue) - x.work[cell]));
    if (issue === except || score <= 0) continue;
    if (best >= 0 && !graver(score, w.issueKey[issue], most, w.issueKey[best])) continue;
    most = score;
    best = issue;
  }
  return best;
}

function offerOn(
  s: Scene,
  person: number,
  target: number,
  issue: number,
  namedOnly: number,
  menu: Menu,
): void {
  const value = nearestPoint(s, issue, s.state.work[person * s.world.issues + issue]);
  const body = common(s, person, target, issue);
  for (let open = body < 0 ? 1 : 0; open < 2; open++) {
    for (let option = 0; option < 2 - namedOnly; option++) {
      const m = menu.start(actNumber('denounce'), person);
      m.to = target;
      m.body = open ? -1 : body;
      m.issue = issue;
      m.value = value;
      m.option = option;
      menu.offer(s);
    }
  }
}

/** Where both sit: the body that decides the issue, else the one of most authority; -1. */
function common(s: Scene, a: number, b: number, issue: number): number {
  const { world: w, state: x } = s;
  const decider = w.issueBody[issue];
  if (sitsIn(s, decider, a) && sitsIn(s, decider, b)) return decider;
  let best = -1;
  for (let body = 0; body < w.bodies; body++) {
    if (!x.convened[body] || !sitsIn(s, body, a) || !sitsIn(s, body, b)) continue;
    if (best < 0 || x.bodyAuthority[body] > x.bodyAuthority[best]) best = body;
  }
  return best;
}
