import { markOf, procTop, setMark } from '../../world/procedures.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { Counter, Mark } from '../../world/state.ts';
import { Effect, now, type Scene } from '../../world/scene.ts';
import { address, quarrel, tell } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { Bearing, Mean, settleBearing } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { ownPoint } from '../papers.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';
import { isUltimatum, risk, Stage } from '../ultimata.ts';

export const replyOptions = ['comply', 'refuse', 'evade', 'silence'] as const;
export const ReplyOption = { comply: 0, refuse: 1, evade: 2, silence: 3 } as const;

/** Chances of the threat being carried out against one who refuses, keeps silent, evades or complies, as shares of its credibility. */
const exposed = { refuse: 1, silence: 0.7, evade: 0.5, comply: 0 } as const;

/** The answer to an ultimatum. Silence until the deadline needs no act; as a recorded one it is the answer "silence". */
export const reply = defineAct({
  kind: 'reply',
  class: 'paper',
  options: replyOptions,
  base: 0.5,
  because: 'An ultimatum asks for an answer, but three answers share what silence leaves.',
  propose,
  needs: ['open ultimatum'],
  legal: (s, m) => {
    if (m.proc < 0) return Rule.noProcedure;
    if (!isUltimatum(s, m.proc)) return Rule.wrongKind;
    const mark = m.by < s.world.people ? markOf(s, m.proc, m.by) : Mark.asked;
    if (mark === Mark.none || mark === Mark.reserved) return Rule.notAddressed;
    return mark === Mark.asked || mark === Mark.silent ? Rule.allowed : Rule.answered;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const slot = m.proc;
    const issue = x.procIssue[slot];
    const body = x.procBody[slot];
    const danger = risk(s, slot, m.by);
    row[at + Mean.issue] = issue;
    row[at + Mean.body] = body;
    row[at + Mean.joins] = slot;
    row[at + Mean.with] = x.procBy[slot] < w.people ? x.procBy[slot] : -1;
    row[at + Mean.publicity] = 0.6;
    if (m.option === ReplyOption.comply) {
      row[at + Mean.bearing] = Bearing.yield;
      row[at + Mean.value] = row[at + Mean.said] = x.procValue[slot];
      row[at + Mean.side] = 1;
      row[at + Mean.warmth] = 0.4;
      row[at + Mean.blame] = 0.25;
      row[at + Mean.split] = -0.1;
      row[at + Mean.sanction] = danger * (exposed.comply - exposed.silence);
    } else if (m.option === ReplyOption.refuse) {
      const own = issue >= 0 ? ownPoint(s, m.by, issue) : Number.NaN;
      row[at + Mean.bearing] = Bearing.voice;
      row[at + Mean.value] = row[at + Mean.said] = own;
      row[at + Mean.side] = -1;
      row[at + Mean.warmth] = -0.4;
      row[at + Mean.split] = 0.1;
      row[at + Mean.blame] = 0.1;
      row[at + Mean.sanction] = danger * (exposed.refuse - exposed.silence);
      row[at + Mean.breach] = Number.isNaN(own - x.procValue[slot])
        ? 0
        : Math.abs(own - x.procValue[slot]) / 100;
      row[at + Mean.authority] = body;
    } else if (m.option === ReplyOption.evade) {
      row[at + Mean.blame] = 0.1;
      row[at + Mean.sanction] = danger * (exposed.evade - exposed.silence);
    }
    settleBearing(row, at);
  },
  apply: (s, m) => {
    const x = s.state;
    if (m.to < 0 && m.proc >= 0) m.to = x.procBy[m.proc];
    const at = writeAct(s, m);
    address(s, m.to);
    if (m.proc < 0 || !isUltimatum(s, m.proc) || m.by >= s.world.people) return at;
    const body = x.procBody[m.proc];
    const issue = x.procIssue[m.proc];
    const organisation = body >= 0 ? s.world.bodyOrganisation[body] : -1;
    const comply = m.option === ReplyOption.comply;
    const refuse = m.option === ReplyOption.refuse;
    setMark(
      s,
      m.proc,
      m.by,
      comply ? Mark.yes : refuse ? Mark.no : m.option === ReplyOption.evade ? Mark.evaded : Mark.silent,
    );
    addStrain(s, organisation, comply ? -0.02 : refuse ? 0.03 : 0);
    if (!comply) fallOut(s, m, refuse ? 1 : 0.5);
    if (issue < 0 || body < 0 || !(comply || refuse)) return at;
    const said = comply ? x.procValue[m.proc] : x.work[m.by * s.world.issues + issue];
    x.stance[m.by * s.world.issues + issue] = said;
    tell(s, m.by, issue, said, 'body', body);
    return at;
  },
  sentence: {
    en: (w) => `${w.by.nom} ${w.by.many ? english(w.option)[1] : english(w.option)[0]}`,
    ru: (w) => `${w.by.nom} ${w.by.many ? russian(w.option)[1] : russian(w.option)[0]}`,
  },
});

/** Those who put it and he who defies it fall out: to refuse them to their faces is as open as an attack, to evade half so. */
function fallOut(s: Scene, m: Move, share: number): void {
  for (let p = 0; p < s.world.people; p++)
    if (p !== m.by && markOf(s, m.proc, p) === Mark.reserved)
      quarrel(s, p, m.by, share * s.effects[Effect.attackTie]);
}

function english(option: string | undefined): readonly [one: string, many: string] {
  if (option === 'comply') return ['gives in to the ultimatum', 'give in to the ultimatum'];
  if (option === 'refuse') return ['rejects the ultimatum', 'reject the ultimatum'];
  return option === 'evade'
    ? ['answers the ultimatum evasively', 'answer the ultimatum evasively']
    : ['leaves the ultimatum unanswered', 'leave the ultimatum unanswered'];
}

function russian(option: string | undefined): readonly [one: string, many: string] {
  if (option === 'comply') return ['подчиняется ультиматуму', 'подчиняются ультиматуму'];
  if (option === 'refuse') return ['отвергает ультиматум', 'отвергают ультиматум'];
  return option === 'evade'
    ? ['отвечает на ультиматум уклончиво', 'отвечают на ультиматум уклончиво']
    : ['оставляет ультиматум без ответа', 'оставляют ультиматум без ответа'];
}

/** One who let the first moment pass may still answer until the deadline. */
function propose(s: Scene, person: number, menu: Menu): void {
  const x = s.state;
  if (x.counters[Counter.procedures] === 0) return;
  for (let slot = 0; slot < procTop(s); slot++) {
    if (!isUltimatum(s, slot) || markOf(s, slot, person) !== Mark.silent) continue;
    if (x.procState[slot] <= Stage.waiting && now(s) < x.procForce[slot]) offerReplies(s, slot, person, menu);
  }
}

/** The three spoken answers. */
export function offerReplies(s: Scene, slot: number, person: number, menu: Menu): void {
  for (let option = 0; option < ReplyOption.silence; option++) {
    const m = menu.start(actNumber('reply'), person);
    m.to = s.state.procBy[slot];
    m.body = s.state.procBody[slot];
    m.issue = s.state.procIssue[slot];
    m.option = option;
    m.proc = slot;
    menu.offer(s);
  }
}
