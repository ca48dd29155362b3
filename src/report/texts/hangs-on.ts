import { type Language, pluralEn, pluralRu } from '../language.ts';

/** Words of the page that says what an answer hangs on. */
const en = {
  effect: (ask: string) => `What the answer hangs on: how much this change moves “${ask}”`,
  outcome: (ask: string) => `What the answer hangs on: ${ask}`,
  answer: (mean: string, rows: string) =>
    `The answer is ${mean} on average over ${rows} runs, in which everything uncertain was drawn anew.`,
  pairsAnswer: (mean: string, rows: string) =>
    `The change moves it by ${mean} on average over ${rows} pairs of runs, in which everything uncertain was drawn anew.`,
  constant: 'The answer never varied, so there is nothing for it to hang on.',
  luck: (share: string) => `Luck is ${share} of why the answer differs from run to run.`,
  luckUnsure: (from: string, to: string) =>
    `How much of it is luck cannot be told with so few points (${from} to ${to} of 100).`,
  assumptions: (share: string) => `What we assumed decides ${share}.`,
  first: (what: string, share: string) => `Most hangs on ${what}: ${share}.`,
  next: (list: string) => `Then on ${list}.`,
  and: (what: string, share: string) => `${what} (${share})`,
  none: 'No single assumption can be told from none with so few points.',
  table: 'Share of the variance',
  what: 'What',
  alone: 'By itself',
  total: 'With all it acts through',
  values: 'Values',
  source: 'Rests on',
  judgement: 'the coder’s judgement',
  defaults: 'defaults',
  units:
    'Shares of the variance of the answer, in hundredths; 95 % bootstrap intervals in brackets. “By itself” is the first-order Sobol index: what knowing it would take away. “With all it acts through” is the total index; it depends on how luck is shared between rows, the share of luck and the first-order indices do not.',
  claims: (what: string) => `Where to look: ${what}`,
  claim: 'Value',
  spread: 'Coded as',
  place: 'In the file',
  more: (n: number) => `and ${n} more`,
  weights: 'the weights of the considerations and the constants of the model',
  luckName: 'luck',
  kinds: {
    position: 'positions',
    salience: 'how much issues matter',
    stance: 'public stances',
    tie: 'ties',
    attachment: 'attachment',
    ambition: 'ambition',
    caution: 'caution',
    authority: 'authority',
    tempo: 'how often people act',
    cohesion: 'cohesion of collective actors',
    unity: 'unity of the organisation',
    worth: 'worth of posts',
    weight: 'weight of resources',
    share: 'delegates of branches',
    lean: 'leanings of branches',
    line: 'lines adopted before',
    practised: 'practice before',
    severity: 'severity of norms',
    pressure: 'pressures',
    gamma: 'effects of pressures',
  } as Readonly<Record<string, string>>,
  shapley: 'Shapley effect',
  shapleyUnits:
    'Shapley effects share the whole variance out: they are not below 0 but for sampling error, and sum to 100, also where inputs depend on each other.',
  dependentShapley:
    'Some Sobol indices contradict each other: the inputs are not independent, or the points are too few. Go by the Shapley effects.',
  dependentMany:
    'Some indices contradict each other: the inputs are not independent, or the points are too few. There are too many factors for Shapley effects; group them (--by kind).',
  dependent:
    'Some indices contradict each other: the inputs are not independent, or the points are too few. Take more points before quoting them.',
  points: (n: string, factors: number) =>
    `${n} base points, ${factors} factors; scrambled Sobol points, the same noise for all rows of a base point but those that vary luck.`,
  priors: 'Weights and constants are drawn from their priors as one factor: they have not been estimated.',
  failed: (n: number) =>
    `${n} ${pluralEn(n, 'run')} failed, so no indices can be given; "plenum run" with the same seed names them.`,
  fractions: [
    'hardly any',
    'about a twentieth',
    'about a tenth',
    'about a fifth',
    'about a quarter',
    'about a third',
    'about two fifths',
    'about half',
    'about three fifths',
    'about two thirds',
    'about three quarters',
    'about four fifths',
    'about nine tenths',
    'nearly all',
  ],
};

const ru: typeof en = {
  effect: (ask) => `От чего зависит ответ: насколько изменение сдвигает «${ask}»`,
  outcome: (ask) => `От чего зависит ответ: ${ask}`,
  answer: (mean, rows) =>
    `В среднем ответ — ${mean} (прогонов: ${rows}; всё неопределённое бралось каждый раз заново).`,
  pairsAnswer: (mean, rows) =>
    `Изменение сдвигает ответ в среднем на ${mean} (пар прогонов: ${rows}; всё неопределённое бралось каждый раз заново).`,
  constant: 'Ответ ни разу не изменился: ему не от чего зависеть.',
  luck: (share) => `Случай объясняет ${share} того, чем ответы прогонов отличаются друг от друга.`,
  luckUnsure: (from, to) =>
    `Сколько решает случай, при таком числе точек сказать нельзя (от ${from} до ${to} из 100).`,
  assumptions: (share) => `Наши допущения решают ${share}.`,
  first: (what, share) => `Больше всего весит следующее: ${what} — ${share}.`,
  next: (list) => `Затем: ${list}.`,
  and: (what, share) => `${what} (${share})`,
  none: 'При таком числе точек ни одно допущение нельзя отличить от не имеющего значения.',
  table: 'Доля дисперсии',
  what: 'Что',
  alone: 'Само по себе',
  total: 'Со всем, через что действует',
  values: 'Значений',
  source: 'На чём основано',
  judgement: 'суждение кодировщика',
  defaults: 'по умолчанию',
  units:
    'Доли дисперсии ответа в сотых; в скобках 95-процентные интервалы (бутстреп). «Само по себе» — индекс Соболя первого порядка: что отняло бы знание этого. «Со всем, через что действует» — полный индекс; он зависит от того, как случай разделён между строками, а доля случая и индексы первого порядка — нет.',
  claims: (what) => `Где смотреть: ${what}`,
  claim: 'Значение',
  spread: 'Закодировано',
  place: 'В файле',
  more: (n) => `и ещё ${n}`,
  weights: 'веса соображений и константы модели',
  luckName: 'случай',
  kinds: {
    position: 'позиции',
    salience: 'важность вопросов',
    stance: 'публичные позиции',
    tie: 'связи',
    attachment: 'привязанность',
    ambition: 'честолюбие',
    caution: 'осторожность',
    authority: 'авторитет',
    tempo: 'как часто действуют',
    cohesion: 'сплочённость коллективных участников',
    unity: 'единство организации',
    worth: 'ценность постов',
    weight: 'вес ресурсов',
    share: 'делегаты отделений',
    lean: 'склонности отделений',
    line: 'прежние линии',
    practised: 'прежняя практика',
    severity: 'строгость норм',
    pressure: 'давления',
    gamma: 'действие давлений',
  },
  shapley: 'Эффект Шепли',
  shapleyUnits:
    'Эффекты Шепли делят всю дисперсию без остатка: ниже нуля они бывают лишь из-за ошибки выборки, а в сумме дают 100, даже если величины зависимы.',
  dependentShapley:
    'Некоторые индексы Соболя противоречат друг другу: величины зависимы либо точек слишком мало. Ориентируйтесь на эффекты Шепли.',
  dependentMany:
    'Некоторые индексы противоречат друг другу: величины зависимы либо точек слишком мало. Для эффектов Шепли факторов слишком много; сгруппируйте их (--by kind).',
  dependent:
    'Некоторые индексы противоречат друг другу: величины зависимы либо точек слишком мало. Прежде чем ссылаться на них, возьмите больше точек.',
  points: (n, factors) =>
    `Базовых точек: ${n}, факторов: ${factors}; перемешанные точки Соболя, один и тот же шум у всех строк одной точки, кроме тех, где меняется случай.`,
  priors: 'Веса и константы берутся из априорных распределений как один фактор: они ещё не оценены.',
  failed: (n) =>
    `${n} ${pluralRu(n, 'прогон', 'прогона', 'прогонов')} с ошибкой, поэтому индексов дать нельзя; «plenum run» с тем же зерном назовёт их.`,
  fractions: [
    'почти ничего',
    'около двадцатой части',
    'около десятой части',
    'около пятой части',
    'около четверти',
    'около трети',
    'около двух пятых',
    'около половины',
    'около трёх пятых',
    'около двух третей',
    'около трёх четвертей',
    'около четырёх пятых',
    'около девяти десятых',
    'почти всё',
  ],
};

export type HangsOnTexts = typeof en;

export const hangsOnTexts = (lang: Language): HangsOnTexts => (lang === 'ru' ? ru : en);

const sizes = [0, 0.05, 0.1, 0.2, 0.25, 1 / 3, 0.4, 0.5, 0.6, 2 / 3, 0.75, 0.8, 0.9, 1];

/** A share in words: the nearest of fourteen fractions, from "hardly any" to "nearly all". */
export function shareWords(share: number, t: HangsOnTexts): string {
  let best = 0;
  sizes.forEach((size, k) => {
    if (Math.abs(size - share) < Math.abs((sizes[best] ?? 0) - share)) best = k;
  });
  return t.fractions[best] ?? '';
}
