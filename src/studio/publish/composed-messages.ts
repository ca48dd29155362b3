import type { ExtraMessages, Message, Params } from '../../episode/problems.ts';
import type { ComposedCode } from './composed.ts';

type Wording = Readonly<Record<ComposedCode, (p: Params) => Message>>;

const en: Wording = {
  'not-a-page': () => ({
    what: 'This is no page composed in the studio',
    rule: 'Such a file is JSON with "format": "plenum-page"',
    next: 'Compose one on the Page screen of the studio and save it there as a file',
  }),
  'other-episode': (p) => ({
    what: `The page belongs to the episode "${String(p['page'])}", not to "${String(p['episode'])}"`,
    rule: 'A page is published with the episode that its figures come from',
    next: `Publish "${String(p['page'])}" with it, or compose a page of this episode`,
  }),
  'day-outside': (p) => ({
    what: `${String(p['day'])} lies outside the episode`,
    rule: `History can be kept up to a day from ${String(p['starts'])} to ${String(p['ends'])} (Gregorian)`,
    next: 'Choose such a day, or leave "from" out: then the question says it',
  }),
};

const ru: Wording = {
  'not-a-page': () => ({
    what: 'Это не страница, составленная в студии',
    rule: 'Такой файл — JSON, в котором есть "format": "plenum-page"',
    next: 'Составьте страницу на экране «Страница» и сохраните её там в файл',
  }),
  'other-episode': (p) => ({
    what: `Страница относится к эпизоду «${String(p['page'])}», а не «${String(p['episode'])}»`,
    rule: 'Страница публикуется с тем эпизодом, из которого её рисунки',
    next: `Опубликуйте с ней «${String(p['page'])}» или составьте страницу этого эпизода`,
  }),
  'day-outside': (p) => ({
    what: `${String(p['day'])} — вне эпизода`,
    rule: `История может быть сохранена по день с ${String(p['starts'])} до ${String(p['ends'])} (новый стиль)`,
    next: 'Выберите такой день или уберите "from": тогда его задаёт вопрос',
  }),
};

/** Wording of the problems that only composed pages have. */
export const composedMessages: ExtraMessages = { en, ru };
