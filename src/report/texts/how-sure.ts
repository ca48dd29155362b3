import type { Language } from '../language.ts';

/** Words of the page that says what the record tells about hidden values. */
const en = {
  title: (name: string) => `${name}: what the record tells about what cannot be seen`,
  given: (acts: string, day: string) => `Given: the record up to and including ${day}, ${acts} acts.`,
  learned: (n: string, all: string, chance: string) =>
    `Of ${all} uncertain values the record narrows or moves ${n} beyond sampling error; by chance alone about ${chance} would seem to be.`,
  nothing: (all: string) =>
    `Of ${all} uncertain values the record narrows or moves none beyond sampling error: what is believed of them is still the coder’s, not the record’s.`,
  few: 'That is no more than chance would give: take what follows as hints, or more particles.',
  table: 'What it teaches most about',
  value: 'Value',
  prior: 'As coded',
  posterior: 'Given the record',
  contraction: 'Contraction',
  shift: 'Moved by',
  source: 'Rests on',
  how: 'Medians with 5 and 95 % points. Contraction: 1 − variance given the record / variance as coded: 0 nothing learned, 1 everything, below 0 less certain than before. Moved by: the mean’s shift in standard deviations of what is coded. 95 % intervals in brackets, from the effective sample size.',
  less: 'Made less certain',
  luck: (particles: string, ess: string, floor: string) =>
    `Sequential Monte Carlo over the acts: ${particles} particles with an effective sample size of ${ess} (floor: ${floor}).`,
  moves: (times: string, accepted: string, proposed: string) =>
    `Resampled ${times} times; ${accepted} of ${proposed} moves of the values accepted.`,
  weights: 'The weights of the considerations are held as they are; they have not been estimated.',
  hindsight: 'Values that were coded from what happened (hindsight) are informed by the same record twice.',
  thin: (particles: string, ess: string, floor: string) =>
    `Cannot tell: ${particles} particles are worth ${ess} independent draws, and below ${floor} a variance cannot be told from half or twice itself. More particles (--particles), or a date earlier in the record (--until), may do better.`,
  none: 'The episode has no uncertain values: nothing is hidden from it.',
};

const ru: typeof en = {
  title: (name) => `${name}: что хроника говорит о скрытом`,
  given: (acts, day) => `Дано: хроника по ${day} включительно, действий — ${acts}.`,
  learned: (n, all, chance) =>
    `Из ${all} неопределённых значений хроника сужает или сдвигает ${n} сверх ошибки выборки; по одной случайности так показалось бы примерно о ${chance}.`,
  nothing: (all) =>
    `Из ${all} неопределённых значений хроника ни одного не сужает и не сдвигает сверх ошибки выборки: представление о них по-прежнему идёт от составителя, а не от хроники.`,
  few: 'Это не больше, чем дала бы случайность: считайте дальнейшее намёками или возьмите больше частиц.',
  table: 'О чём она говорит больше всего',
  value: 'Значение',
  prior: 'Закодировано',
  posterior: 'При данной хронике',
  contraction: 'Сужение',
  shift: 'Сдвиг',
  source: 'На чём основано',
  how: 'Медианы с точками 5 и 95 %. Сужение: 1 − дисперсия при данной хронике / закодированная: 0 — ничего не узнали, 1 — узнали всё, ниже 0 — стало менее определённым. Сдвиг среднего — в закодированных стандартных отклонениях. В скобках 95-процентные интервалы по эффективному размеру выборки.',
  less: 'Стало менее определённым',
  luck: (particles, ess, floor) =>
    `Последовательный метод Монте-Карло по действиям: частиц ${particles}, эффективный размер выборки ${ess} (порог: ${floor}).`,
  moves: (times, accepted, proposed) =>
    `Перевыборок: ${times}; принято сдвигов значений: ${accepted} из ${proposed}.`,
  weights: 'Веса соображений оставлены как есть; по данным они не оценены.',
  hindsight:
    'Значения, закодированные по тому, что произошло (задним числом), одна и та же хроника определяет дважды.',
  thin: (particles, ess, floor) =>
    `Сказать нельзя: ${particles} частиц стоят ${ess} независимых, а меньше ${floor} не хватает, чтобы отличить дисперсию от вдвое большей или меньшей. Помочь могут больше частиц (--particles) или более ранний день хроники (--until).`,
  none: 'В эпизоде нет неопределённых значений: скрытого в нём нет.',
};

export const howSureTexts = (lang: Language): typeof en => (lang === 'ru' ? ru : en);
