import { type Language, pluralRu } from '../language.ts';

/** Words of the page that says until when a change still matters. */
const en = {
  title: (ask: string) => `Until when it still matters for “${ask}”`,
  until: (level: string, surely: string, possibly: string) =>
    surely === possibly
      ? `Made by ${surely}, the change still moves the answer by ${level} or more; later it does not.`
      : `Made by ${surely}, the change surely still moves the answer by ${level} or more; after ${possibly} it surely does not.`,
  always: (level: string, last: string) =>
    `On the last day tried, ${last}, the change still moves the answer by ${level} or more.`,
  never: (level: string) => `On no day tried does the change move the answer by ${level} or more.`,
  cannotTell: (level: string, last: string | undefined) =>
    `Cannot tell: the intervals are too wide to say until when the change moves the answer by ${level}.${last === undefined ? ' By the estimates alone, on none of the days tried.' : ` By the estimates alone, until ${last}.`}`,
  returns:
    'The effect does not only fade: it is larger on a later day than on an earlier one beyond what chance explains.',
  table: 'Effect by the day on which the change is made',
  day: 'Made on',
  without: 'Without',
  with: 'With',
  difference: 'Difference',
  matters: 'Matters',
  yes: 'yes',
  no: 'no',
  maybe: 'cannot tell',
  units: 'Shares are runs out of 100, others are means; 95 % intervals, paired. All days share their luck.',
  coded: (day: string) => `The question itself makes the change on ${day}.`,
  shiftNote: 'All dated parts of the change are moved alike; what has no date stays as it is.',
  level: (n: string, share: boolean) => (share ? `${n} of 100 runs` : n),
  refused: (n: string) =>
    `In ${n} pairs, over all days, the rules forbid the change on its day; they are left out. A day on which they always do counts as one on which it no longer matters.`,
  failed: (n: number) => `${n} runs failed and are not counted.`,
};

const ru: typeof en = {
  title: (ask) => `До какого дня это ещё важно для исхода «${ask}»`,
  until: (level, surely, possibly) =>
    surely === possibly
      ? `Изменение, сделанное до ${surely}, ещё сдвигает ответ на ${level} и более; позже — нет.`
      : `Изменение, сделанное до ${surely}, наверняка ещё сдвигает ответ на ${level} и более; после ${possibly} — наверняка нет.`,
  always: (level, last) =>
    `И в последний из проверенных дней, ${last}, изменение ещё сдвигает ответ на ${level} и более.`,
  never: (level) => `Ни в один из проверенных дней изменение не сдвигает ответ на ${level} и более.`,
  cannotTell: (level, last) =>
    `Сказать нельзя: интервалы слишком широки, чтобы назвать день, до которого изменение сдвигает ответ на ${level}.${last === undefined ? ' По одним оценкам — ни в один из проверенных дней.' : ` По одним оценкам — до ${last}.`}`,
  returns:
    'Действие не только слабеет: в более поздний день оно больше, чем в более ранний, и случаем этого не объяснить.',
  table: 'Действие по дню, в который сделано изменение',
  day: 'Сделано',
  without: 'Без изменения',
  with: 'С изменением',
  difference: 'Разница',
  matters: 'Важно',
  yes: 'да',
  no: 'нет',
  maybe: 'сказать нельзя',
  units:
    'Доли — прогонов из 100, прочее — средние; 95-процентные парные интервалы. У всех дней случай общий.',
  coded: (day) => `Сам вопрос относит изменение к дню: ${day}.`,
  shiftNote: 'Все датированные части изменения сдвигаются вместе; что не датировано, остаётся как есть.',
  level: (n, share) => (share ? `${n} из 100 прогонов` : n),
  refused: (n) =>
    `В ${n} парах (по всем дням) изменение в его день запрещено правилами; они не учтены. День, в который оно запрещено всегда, считается таким, когда оно уже ничего не меняет.`,
  failed: (n) => `${n} ${pluralRu(n, 'прогон', 'прогона', 'прогонов')} с ошибкой не учтены.`,
};

export type UntilWhenTexts = typeof en;

export const untilWhenTexts = (lang: Language): UntilWhenTexts => (lang === 'ru' ? ru : en);
