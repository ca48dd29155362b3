import type { Language } from '../language.ts';

/** Words for how twins part, and for opening a pair. */
const en = {
  title: 'How the worlds part',
  beside: ', beside what is forced',
  never: (beside: string) => `No pair comes to differ at all${beside}.`,
  when: (n: string, all: string, beside: string, middle: string, first: string, last: string) =>
    `${n} of ${all} pairs come to differ${beside}: half of them by ${middle} (5–95 %: ${first} to ${last}).`,
  who: 'Through whom',
  act: 'By what',
  share: 'Of 100',
  others: 'all others',
  how: 'The first act that one world has and the other has not, out of 100 pairs that differ. What follows from the change at the moment of a forced act is the change itself and does not count.',
  sides: { without: 'only without', with: 'only with', otherwise: 'in both, but otherwise' },
  pairs: 'Two pairs to look into',
  typical: 'The typical pair',
  oddest: 'The oddest pair',
  only: 'The only kind of pair',
  pair: (name: string, run: string, day: string, how: string) =>
    `${name}: run ${run} parts on ${day} (${how}).`,
  sameAnswers: 'both worlds give the same answers to what is asked',
  distance:
    'Typical: on average the nearest to all pairs that differ; oddest: the farthest. Near means alike in what becomes of each outcome asked and in the day of parting.',
  open: {
    title: (run: number) => `Pair ${run}: where the worlds part`,
    step: (run: number, step: number, world: string) => `Pair ${run}, choice ${step} ${world}`,
    worlds: { without: 'without the change', with: 'with the change' },
    never: 'The two worlds do not come to differ, beside what is forced.',
    parts: (day: string, act: string, where: string) => `They part on ${day}. ${act} (${where}).`,
    absent: 'In this world he does not come to that choice.',
    early:
      'This lies before the day on which history is left: there the record was walked, choice by choice.',
    nobody: 'It follows; it is nobody’s single choice.',
    only: (world: string) => `Only ${world}`,
    none: 'nothing',
    more: (n: number) => `and ${n} more`,
    end: 'How it ends in either world',
    steps: (a: number, b: number) =>
      `Choices: ${a} without, ${b} with the change. --step K with --world without or with explains any of them.`,
    noStep: (step: number, last: number) => `This world has ${last} choices; there is no step ${step}.`,
  },
};

const ru: typeof en = {
  title: 'Как миры расходятся',
  beside: ' (само навязанное не в счёт)',
  never: (beside) => `Ни одна пара не расходится${beside}.`,
  when: (n, all, beside, middle, first, last) =>
    `Расходятся ${n} из ${all} пар${beside}: половина — по ${middle} (5–95 %: ${first} — ${last}).`,
  who: 'Через кого',
  act: 'Чем',
  share: 'Из 100',
  others: 'все прочие',
  how: 'Первое действие, которое есть в одном мире и которого нет в другом, из 100 расходящихся пар. То, что следует из навязанного действия в тот же миг, — само изменение и не считается.',
  sides: {
    without: 'только без изменения',
    with: 'только с изменением',
    otherwise: 'в обоих, но по-разному',
  },
  pairs: 'Две пары, на которые стоит взглянуть',
  typical: 'Типичная пара',
  oddest: 'Самая странная пара',
  only: 'Пары только такие',
  pair: (name, run, day, how) => `${name}: прогон ${run} расходится ${day} (${how}).`,
  sameAnswers: 'в обоих мирах ответы на заданное одинаковы',
  distance:
    'Типичная — в среднем ближайшая ко всем расходящимся парам, самая странная — самая далёкая. Близкие пары схожи в том, что становится с каждым исходом, и в дне расхождения.',
  open: {
    title: (run) => `Пара ${run}: где миры расходятся`,
    step: (run, step, world) => `Пара ${run}, выбор ${step} ${world}`,
    worlds: { without: 'без изменения', with: 'с изменением' },
    never: 'Миры не расходятся, кроме самого навязанного.',
    parts: (day, act, where) => `Расхождение: ${day}. ${act} (${where}).`,
    absent: 'В этом мире он не встаёт перед таким выбором.',
    early: 'Это раньше дня, с которого история отпущена: там хроника проходилась выбор за выбором.',
    nobody: 'Это следует из другого и ничьим отдельным выбором не является.',
    only: (world) => `Только ${world}`,
    none: 'ничего',
    more: (n) => `и ещё ${n}`,
    end: 'Чем кончается в каждом мире',
    steps: (a, b) =>
      `Выборов: ${a} без изменения, ${b} с ним. Любой из них объяснит --step K вместе с --world without или with.`,
    noStep: (step, last) => `В этом мире ${last} выборов; шага ${step} нет.`,
  },
};

export const partingTexts = (lang: Language): typeof en => (lang === 'ru' ? ru : en);
