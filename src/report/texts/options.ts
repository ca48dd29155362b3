import type { Language } from '../language.ts';

type Pair = readonly [en: string, ru: string];

/** What stands behind a threat or an ultimatum. */
const threats: Readonly<Record<string, Pair>> = {
  expel: ['expulsion from the organisation', 'исключение из организации'],
  remove: ['removal from the post', 'снятие с поста'],
  congress: ['going to the congress', 'обращение к съезду'],
  resign: ['resignation', 'отставка'],
  force: ['force', 'применение силы'],
  strike: ['a strike', 'забастовка'],
};
const purposes: Readonly<Record<string, Pair>> = {
  protest: ['protest', 'протест'],
  resign: ['resignation', 'отставка'],
  denial: ['denial', 'опровержение'],
  ultimatum: ['ultimatum', 'ультиматум'],
};
const matters: Readonly<Record<string, Pair>> = {
  line: ['a line on an issue', 'линия по вопросу'],
  remove: ['removal from a post', 'снятие с поста'],
  appoint: ['appointment', 'назначение'],
  coopt: ['co-optation', 'кооптация'],
  expel: ['expulsion', 'исключение'],
  readmit: ['readmission', 'возвращение'],
  'call-congress': ['call for a congress', 'созыв съезда'],
  instruct: ['instruction', 'поручение'],
  censure: ['censure', 'порицание'],
  'accept-resignation': ['acceptance of a resignation', 'принятие отставки'],
  transfer: ['transfer', 'перевод'],
};

/** Options of the kinds of act that have any: how it is done, what is moved, what is threatened. */
const names: Readonly<Record<string, Readonly<Record<string, Pair>>>> = {
  motion: matters,
  resolution: matters,
  coopt: { candidate: ['as a candidate', 'кандидатом'] },
  ultimatum: threats,
  enforce: threats,
  statement: purposes,
  'draft-statement': purposes,
  approach: {
    secret: ['in secret', 'тайно'],
    open: ['openly', 'открыто'],
    brokered: ['through a go-between', 'через посредника'],
  },
  concede: {
    sincere: ['sincerely', 'искренне'],
    tactical: ['for tactical reasons', 'из тактических соображений'],
  },
  sign: {
    full: ['without reservation', 'без оговорок'],
    reserved: ['with a reservation', 'с оговоркой'],
  },
  demand: {
    strike: ['or there will be a strike', 'иначе забастовка'],
    leave: ['or they will leave', 'иначе уход'],
    recall: ['or they will recall their people', 'иначе отзыв своих людей'],
    declared: ['what was threatened is declared', 'объявлено то, чем грозили'],
  },
  denounce: {
    named: ['by name', 'поимённо'],
    unnamed: ['without a name', 'без имени'],
  },
  disclose: {
    publicly: ['before everybody', 'перед всеми'],
    privately: ['to one more person', 'ещё одному человеку'],
  },
  reply: {
    comply: ['complies', 'подчиниться'],
    refuse: ['refuses', 'отказаться'],
    evade: ['evades', 'уклониться'],
    silence: ['keeps silent', 'промолчать'],
  },
  verdict: {
    mandate: ['the losers keep their places', 'проигравшие остаются на местах'],
    exclusion: ['the losers are excluded', 'проигравшие исключены'],
  },
  vote: {
    yes: ['for', 'за'],
    no: ['against', 'против'],
    abstain: ['abstains', 'воздержаться'],
  },
};

/** An option of a kind of act in words; its own name if it has none here. */
export const optionName = (kind: string, option: string, lang: Language): string =>
  names[kind]?.[option]?.[lang === 'ru' ? 1 : 0] ?? option;
