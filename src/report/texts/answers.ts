import type { Language } from '../language.ts';

/** Words of the page that answers all the questions of an episode. */
const en = {
  title: (name: string) => `${name}: the questions, answered`,
  about: (questions: string, runs: string) =>
    `${questions} questions, ${runs} pairs of twins each: the same luck without and with the change. Shares are courses out of 100, others are means; 95 % intervals in brackets. “Cannot tell”: the interval of the difference spans zero. The answers say what follows from the coding and the model, not what would have been.`,
  question: 'Question',
  answer: 'Above all',
  nothing: 'Cannot tell: no outcome asked for differs from no effect.',
  thin: 'Cannot tell: the luck that fits the record is known too poorly.',
  nothingFreely: 'no outcome asked for differs from no effect.',
  freely: (answer: string) => `Of free runs, which history does not bind: ${answer}`,
  ofFreeRuns: (answer: string, command: string) =>
    `Asked of free runs instead, which take their own course from the first day on, so that the change may find another situation than history’s (\`${command}\`): ${answer}`,
  impossibleFreely:
    'Of free runs there is no answer either: the rules forbid what is forced in every course.',
  impossible: 'No answer: the rules forbid what is forced in every course.',
  raisedBy: (who: string) => `Raised by: ${who}`,
  pair: (command: string) => `A pair to look into: \`${command}\``,
  pairs: (typical: string, oddest: string) => `The typical pair: \`${typical}\`; the oddest: \`${oddest}\``,
  from: (day: string) => `From history, given up to ${day} (Gregorian).`,
  reproduce: 'The same version, episode and command give this page again, byte for byte.',
};

const ru: typeof en = {
  title: (name) => `${name}: ответы на вопросы`,
  about: (questions, runs) =>
    `Вопросов: ${questions}, пар прогонов на каждый: ${runs}; у пары общее везение, без изменения и с ним. Доли — ходы из 100, прочее — средние; в скобках 95-процентные интервалы. «Сказать нельзя»: интервал разности накрывает ноль. Ответы говорят, что следует из закодированного и из модели, а не что было бы.`,
  question: 'Вопрос',
  answer: 'Прежде всего',
  nothing: 'Сказать нельзя: ни один из названных исходов не отличить от неизменного.',
  thin: 'Сказать нельзя: случай, согласный с хроникой, известен слишком плохо.',
  nothingFreely: 'ни один из названных исходов не отличить от неизменного.',
  freely: (answer) => `В свободных прогонах, не связанных историей: ${answer}`,
  ofFreeRuns: (answer, command) =>
    `То же в свободных прогонах, которые идут своим ходом с первого дня, так что изменение может застать не то положение, что было в истории (\`${command}\`): ${answer}`,
  impossibleFreely: 'В свободных прогонах ответа тоже нет: навязанное запрещено правилами во всех.',
  impossible: 'Ответа нет: навязанное запрещено правилами во всех прогонах.',
  raisedBy: (who) => `Кто спрашивает: ${who}`,
  pair: (command) => `Пара, на которую стоит взглянуть: \`${command}\``,
  pairs: (typical, oddest) => `Типичная пара: \`${typical}\`; самая странная: \`${oddest}\``,
  from: (day) => `От истории, данной по ${day} (григорианский календарь).`,
  reproduce: 'Та же версия, эпизод и команда дают эту страницу снова, байт в байт.',
};

export const answersTexts = (lang: Language): typeof en => (lang === 'ru' ? ru : en);
