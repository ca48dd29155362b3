import { closeProcedure, findProcedure, markOf, setMark } from '../../world/procedures.ts';
import { isBodyCode, type Move, writeAct } from '../../world/record.ts';
import { Effect, now, type Scene } from '../../world/scene.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import { openBounded } from '../bounded.ts';
import { address, quarrel, tell } from '../common.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { fillAddressed, shareBehind, Threat, threatOf, threats } from '../demands.ts';
import { Mean } from '../meaning.ts';
import { fillSignatories, meanPaper, Purpose, signedVotes } from '../papers.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** Days given for the answer unless the record says otherwise. */
export const usualDeadline = 2;
/** Days until those addressed have read it. */
const delivery = 0.25;

const isPaper = (s: Scene, slot: number): boolean =>
  slot >= 0 && s.state.procKind[slot] === procedureNumber('paper');

/**
 * A demand with a deadline and a threat. In runs it comes of a paper; its signatories are the issuers. To persons, who answer
 * each for himself, or to a body, which votes on the demand.
 */
export const ultimatum = defineAct({
  kind: 'ultimatum',
  class: 'paper',
  options: threats,
  base: 1.5,
  because: 'Once signed by enough it is sent, four times in five.',
  legal: (s, m) => {
    if (m.by < 0) return Rule.noSeat;
    if (m.proc >= 0 && !isPaper(s, m.proc)) return Rule.wrongKind;
    if (m.to === m.by) return Rule.self;
    if (m.to < 0 && s.party.toCount === 0 && m.body < 0) return Rule.notAddressed;
    return findProcedure(s, procedureNumber('ultimatum'), m.body, m.issue, m.by) >= 0
      ? Rule.alreadyOpen
      : Rule.allowed;
  },
  mean: (s, m, row, at) => {
    meanPaper(s, m.by, m.body, m.issue, m.value, Purpose.ultimatum, false, 0.7, row, at);
    row[at + Mean.with] = m.to < s.world.people ? m.to : -1;
    row[at + Mean.warmth] = -0.6;
    if (m.proc < 0) return;
    row[at + Mean.joins] = m.proc;
    row[at + Mean.side] = 1;
    const votes = signedVotes(s, m.proc, m.body);
    row[at + Mean.chance] = Math.min(1, 0.3 + 0.1 * votes);
  },
  apply: (s, m) => {
    const paper = isPaper(s, m.proc) ? m.proc : -1;
    complete(s, m, paper);
    const at = writeAct(s, m);
    const share = Math.round(1000 * shareBehind(s, m.body, m.by));
    if (paper >= 0) closeProcedure(s, paper);
    m.proc = -1;
    const slot = openBounded(s, procedureNumber('ultimatum'), m, at, now(s) + delivery, 10);
    if (slot < 0) return at;
    s.state.procForce[slot] = now(s) + usualDeadline;
    s.state.procCount[slot] = share;
    deliver(s, m, slot);
    addStrain(s, m.body >= 0 ? s.world.bodyOrganisation[m.body] : -1, 0.05);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'put' : 'puts'} an ultimatum to ${w.to?.nom ?? 'the others'}${w.point ? `: ${w.point}` : ''}${threatText(w.option)}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'предъявляют' : 'предъявляет'} ультиматум${w.to ? ` ${w.to.dat}` : ''}${w.point ? `: ${w.point}` : ''}${threatRu(w.option)}`,
  },
});

/** What a paper, or the rules, say where the move is silent: signatories, addressees, the threat. */
function complete(s: Scene, m: Move, paper: number): void {
  const x = s.state;
  if (paper >= 0) {
    if (m.issue < 0) m.issue = x.procIssue[paper];
    if (m.body < 0) m.body = x.procBody[paper];
    if (Number.isNaN(m.value)) m.value = x.procValue[paper];
    if (s.party.byCount === 0) fillSignatories(s, paper);
    if (s.party.byCount > 1) m.flags |= ActFlag.joint;
  }
  const known = m.body >= 0 && m.issue >= 0 && !Number.isNaN(m.value);
  if (m.option < 0) m.option = known ? threatOf(s, m.body, m.issue, m.value) : Threat.expel;
  if (known && s.party.toCount === 0 && (m.to < 0 || paper >= 0) && !isBodyCode(s, m.to))
    fillAddressed(s, paper, m.body, m.issue, m.value);
  if (m.to < 0 && s.party.toCount > 0) m.to = s.party.to[0];
}

/** Marks the parties: issuers `reserved` (they stand behind it without being asked), addressees `asked`; and what both learn of the issuers. */
function deliver(s: Scene, m: Move, slot: number): void {
  const { party } = s;
  if (party.byCount === 0 && m.by < s.world.people) markIssuer(s, m, slot, m.by);
  for (let k = 0; k < party.byCount; k++) markIssuer(s, m, slot, party.by[k]);
  if (party.toCount === 0 && m.to >= 0 && m.to < s.world.people) markAddressed(s, m, slot, m.to);
  for (let k = 0; k < party.toCount; k++) markAddressed(s, m, slot, party.to[k]);
  if (isBodyCode(s, m.to)) address(s, m.to);
}

function markIssuer(s: Scene, m: Move, slot: number, person: number): void {
  setMark(s, slot, person, Mark.reserved);
  if (m.body >= 0) tell(s, person, m.issue, m.value, 'body', m.body);
}

function markAddressed(s: Scene, m: Move, slot: number, person: number): void {
  if (markOf(s, slot, person) === Mark.reserved) return;
  setMark(s, slot, person, Mark.asked);
  address(s, person);
  if (m.by < s.world.people) quarrel(s, m.by, person, 0.5 * s.effects[Effect.attackTie]);
}

function threatText(option: string | undefined): string {
  switch (option) {
    case 'expel':
      return ', or expulsion';
    case 'remove':
      return ', or removal';
    case 'congress':
      return ', or an appeal to the congress';
    case 'resign':
      return ', or they resign';
    case 'force':
      return ', or force';
    case 'strike':
      return ', or a strike';
    default:
      return '';
  }
}

function threatRu(option: string | undefined): string {
  switch (option) {
    case 'expel':
      return '; иначе — исключение';
    case 'remove':
      return '; иначе — снятие с поста';
    case 'congress':
      return '; иначе — съезд';
    case 'resign':
      return '; иначе — отставка';
    case 'force':
      return '; иначе — сила';
    case 'strike':
      return '; иначе — забастовка';
    default:
      return '';
  }
}
