import { closeProcedure } from '../../world/procedures.ts';
import { type Move, writeAct } from '../../world/record.ts';
import { Effect, now, type Scene } from '../../world/scene.ts';
import { learnInBody } from '../../world/beliefs.ts';
import { ActFlag } from '../../world/state.ts';
import { address, takeStance, tell } from '../common.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { Mean } from '../meaning.ts';
import { fillSignatories, meanPaper, Purpose, purposes, Round, signedVotes } from '../papers.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** Signatories without whom a paper is no joint paper. */
export const fewest = 2;

const isPaper = (s: Scene, slot: number): boolean =>
  slot >= 0 && s.state.procKind[slot] === procedureNumber('paper');

/** A joint text is handed in, or made public. Its signatories are the party of the move; it ends the paper's round. */
export const statement = defineAct({
  kind: 'statement',
  class: 'paper',
  options: purposes,
  base: 2.5,
  because: 'A paper that has found its signatories is seldom withheld: one in twelve.',
  legal: (s, m) => {
    if (m.by < 0) return Rule.noSeat;
    if (!isPaper(s, m.proc)) return Rule.allowed;
    return signedVotes(s, m.proc, -1) >= fewest ? Rule.allowed : Rule.tooFew;
  },
  mean: (s, m, row, at) => {
    meanPaper(s, m.by, m.body, m.issue, m.value, Math.max(0, m.option), false, 1, row, at);
    if (!isPaper(s, m.proc)) return;
    row[at + Mean.joins] = m.proc;
    row[at + Mean.side] = 1;
  },
  apply: (s, m) => {
    const x = s.state;
    const paper = isPaper(s, m.proc);
    if (paper) {
      if (m.issue < 0) m.issue = x.procIssue[m.proc];
      if (m.body < 0) m.body = x.procBody[m.proc];
      if (Number.isNaN(m.value)) m.value = x.procValue[m.proc];
      if (m.option < 0) m.option = x.procOption[m.proc];
      if (s.party.byCount === 0) fillSignatories(s, m.proc);
    }
    const at = writeAct(s, m);
    stand(s, m);
    address(s, m.to >= 0 ? m.to : m.body >= 0 ? s.world.people + m.body : -1);
    if (m.body >= 0 && m.option !== Purpose.denial) addStrain(s, s.world.bodyOrganisation[m.body], 0.04);
    if (paper) handedIn(s, m.proc, at);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'issue' : 'issues'} ${text(w.option)}${w.issue ? ` on ${w.issue}` : ''}${w.point ? `: ${w.point}` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'выступают' : 'выступает'} с ${textRu(w.option)}${w.issue ? ` (${w.issue}${w.point ? `: ${w.point}` : ''})` : ''}`,
  },
});

/** The paper's round is over; a resignation still has to be carried out, by its procedure, on the same day. */
function handedIn(s: Scene, slot: number, at: number): void {
  const x = s.state;
  if (x.procOption[slot] !== Purpose.resign) {
    closeProcedure(s, slot);
    return;
  }
  x.procOrigin[slot] = at;
  x.procState[slot] = Round.issued;
  x.procOpened[slot] = x.procDue[slot] = now(s);
}

/** Everybody under the text is heard to stand for it: by all if it is public, else by the body it goes to. */
function stand(s: Scene, m: Move): void {
  if (m.issue < 0 || Number.isNaN(m.value)) return;
  if (s.party.byCount === 0) standOne(s, m, m.by);
  for (let k = 0; k < s.party.byCount; k++) standOne(s, m, s.party.by[k]);
}

function standOne(s: Scene, m: Move, person: number): void {
  if (person < 0 || person >= s.world.people) return;
  const body = m.body;
  const open =
    (m.flags & ActFlag.public) !== 0 ||
    m.option === Purpose.resign ||
    m.option === Purpose.denial ||
    body < 0;
  // A denial under pressure tells hardly anything of what its signatories think.
  if (open) {
    if (m.option === Purpose.denial) takeStance(s, person, m.issue, m.value, s.effects[Effect.noiseDenial]);
    else tell(s, person, m.issue, m.value, 'public', -1);
  } else {
    s.state.stance[person * s.world.issues + m.issue] = m.value;
    learnInBody(s, body, person, m.issue, m.value, s.effects[Effect.noiseBody]);
  }
}

function text(option: string | undefined): string {
  if (option === 'resign') return 'a joint statement of resignation';
  return option === 'denial' ? 'a joint denial' : 'a joint statement';
}

function textRu(option: string | undefined): string {
  if (option === 'resign') return 'заявлением о выходе';
  return option === 'denial' ? 'общим опровержением' : 'общим заявлением';
}
