import { allActs } from '../../acts/index.ts';
import { kindName } from '../../report/texts/kinds.ts';
import { optionName } from '../../report/texts/options.ts';
import type { ActField, KindView } from './protocol.ts';

const about: readonly ActField[] = ['issue', 'value'];

/** Which fields say more of an act of each kind, as docs/acts.md lists them. Kinds left out have only an author. */
const fields: Readonly<Record<string, readonly ActField[]>> = {
  motion: ['in', ...about, 'office', 'to', 'option'],
  vote: ['in', 'option'],
  resolution: [...about, 'option'],
  sound: ['to', 'in', 'issue'],
  instruct: ['to', ...about],
  declare: ['in', ...about],
  commission: ['to', 'issue'],
  ultimatum: ['to', 'in', ...about, 'option'],
  reply: ['option'],
  enforce: ['to', 'option'],
  'draft-statement': ['in', ...about, 'option'],
  statement: ['to', 'in', ...about],
  resign: ['in', 'office'],
  'threaten-resign': ['in', 'office', 'to'],
  'offer-resign': ['in', 'office', 'to'],
  'accept-resignation': ['to'],
  'refuse-resignation': ['to'],
  remove: ['to', 'in', 'office'],
  appoint: ['to', 'office'],
  coopt: ['to', 'in', 'option'],
  transfer: ['to', 'office'],
  expel: ['to', 'in'],
  appeal: ['to', 'in', 'issue'],
  'call-congress': ['in'],
  'elect-delegates': ['in', 'value'],
  verdict: [...about, 'option'],
  'branch-resolution': about,
  publish: ['organ', ...about],
  'seize-organ': ['organ', 'to'],
  concede: ['to', ...about, 'option'],
  'revoke-concession': about,
  practise: about,
  reinterpret: about,
  approach: ['to', ...about, 'option'],
  pact: ['to', ...about],
  rebuff: ['to'],
  'break-pact': ['to'],
  court: ['to', 'issue'],
  disclose: ['to', 'option'],
  denounce: ['to', 'issue', 'option'],
  'demand-denial': ['to', 'in', ...about],
  recant: ['to', ...about],
  'apply-readmission': ['to', 'in'],
  readmit: ['to', 'in'],
  'refuse-readmission': ['to', 'in'],
  demand: ['to', ...about, 'option'],
  'open-talks': ['to', ...about],
  offer: ['to', ...about],
  'accept-offer': ['to', 'issue'],
  'reject-offer': ['to', 'issue'],
  'break-talks': ['issue'],
  'withdraw-people': ['in'],
  'join-government': ['in'],
  'threaten-force': ['issue'],
};

/** The kinds of act that can be forced or forbidden: their names, their options, what narrows them. */
export const actVocabulary = (): readonly KindView[] =>
  allActs().map((a) => ({
    kind: a.kind,
    name: { en: kindName(a.kind, 'en'), ru: kindName(a.kind, 'ru') },
    options: (a.options ?? []).map((id) => ({
      id,
      name: { en: optionName(a.kind, id, 'en'), ru: optionName(a.kind, id, 'ru') },
    })),
    fields: fields[a.kind] ?? [],
  }));
