import type { Rival } from '../../engine/protocol.ts';

const en = {
  models: {
    unchanged: 'No change',
    mean: 'Plain mean',
    median: 'Median voter',
    compromise: 'Compromise',
    nash: 'Nash bargaining',
    challenge: 'Challenge model',
    exchange: 'Position exchange',
  } as Record<Rival, string>,
  signs: {
    unchanged: '=',
    mean: 'A',
    median: 'M',
    compromise: 'C',
    nash: 'N',
    challenge: 'E',
    exchange: 'X',
  } as Record<Rival, string>,
  about: {
    unchanged: 'The line in force stays as it is. A forecast to be beaten, not a theory.',
    mean: 'The average of all positions, everybody counting alike.',
    median: 'Under majority rule no proposal beats the position of the member in the middle (Black 1948).',
    compromise:
      'The average of positions, weighted by votes × authority × salience (Van den Bos 1991; Achen 2006).',
    nash: 'The point at which the weighted product of everybody’s gains over failing to agree is largest (Nash 1950). Failing costs as much as the far end of the scale on a matter that is all-important.',
    challenge:
      'Everybody reckons what he and each other would gain by a challenge; who expects to lose moves, wholly or part of the way (Bueno de Mesquita 1994, as described by Scholz, Calbert & Smith 2011). The original program was never published; this follows the descriptions and reproduces no published forecast.',
    exchange:
      'Two members on opposite sides of two issues each give way on the one that matters less to them (Stokman & Van Oosten 1994). Outcome: the compromise of the positions then voted for.',
  } as Record<Rival, string>,
  headline: (best: string, off: string, mean: string) =>
    `The nearest to the record is “${best}”, ${off} points of 100 off on average; the plain mean is ${mean} off.`,
  noScore: 'The record has no line to compare with.',
  from: 'Reckoned from the state of',
  firstDay: 'the start',
  chosenDay: 'the day of the time bar',
  honestShort:
    'On the field’s best-known data no bargaining model beats the plain mean of positions; see below.',
  honest:
    'On the field’s best-known data, 353 decisions of the European Union, the plain mean of positions is off by 23.7 points of 100, the salience-weighted mean by 23.7, the median by 28.4, the challenge model by 26.8 to 27.9, and a constant 50 by 28.0: no bargaining model tested there beats the mean. Nor can any of them say who leaves, when, or what would have changed it.',
  strips: 'Where each model puts the line',
  stripsSummary: (issues: number, record: string) =>
    `Models on ${issues} issues, on their scales from 0 to 100. ■ is the line at the end of the record, small dots are where Plenum’s runs end (each dot a twentieth of them). ${record}`,
  widest: (issue: string, low: string, high: string) => `They differ most on “${issue}”: ${low} to ${high}.`,
  ensembleRuns: (done: string, total: string) => `${done} of ${total} runs as coded`,
  scores: 'Distance to the line of the record',
  scoresSummary: (n: number) =>
    `Mean distance in points of 100 over ${n} ${n === 1 ? 'issue' : 'issues'} on which the record has a line. Few issues of one episode prove nothing about a model.`,
  plenum: 'Plenum’s runs, mean',
  model: 'Model',
  issue: 'Issue',
  body: 'Body',
  record: 'Record',
  distance: 'Distance',
  said: (model: string, value: string, point: string, off: string) =>
    `${model}: ${value}, nearest to “${point}”${off}`,
  off: (d: string) => `; ${d} from the record`,
  recorded: (value: string, point: string) => `The record: ${value}, “${point}”`,
  notVoted: 'The body took no vote on it in the record: its line is that of the start.',
  reckoning: 'The reckoning',
  open: 'Choose a mark to open its reckoning.',
  issues: 'Issues',
  member: 'Member',
  position: 'Position',
  salience: 'Salience',
  votes: 'Votes',
  capability: 'Votes × authority',
  weight: 'Weight',
  inputs: 'What went in',
  left: (names: string) => `Left out, because their position is not coded: ${names}.`,
  nobody: 'Nobody who votes in this body has a coded position on it, so the models have nothing to go by.',
  arithmetic: {
    unchanged: (line: string) => `The line of the body on that day: ${line}.`,
    mean: (sum: string, n: string, value: string) =>
      `Positions add up to ${sum}; divided by ${n} members: ${value}.`,
    median: (half: string, low: string, high: string) =>
      low === high
        ? `Half of the votes is ${half}. Counting from either end of the scale, the member with whom half is reached stands at ${low}.`
        : `Half of the votes is ${half}. Counted from below it is reached at ${low}, from above at ${high}: any point between them holds; the middle is taken.`,
    compromise: (top: string, bottom: string, value: string) =>
      `Weight × position adds up to ${top}, the weights to ${bottom}: ${value}.`,
    nash: (value: string) =>
      `At ${value} nobody can be given more without taking as much, weighed, from others.`,
    challenge: (before: string, rounds: number, value: string) =>
      `It begins with the median by influence, ${before}. After ${rounds} ${rounds === 1 ? 'round' : 'rounds'} the median by influence is ${value}.`,
    exchange: (n: number, value: string) =>
      n === 0
        ? `No trade bears on this issue: ${value}.`
        : `Trades that bear on this issue: ${n}. Outcome: ${value}.`,
  },
  round: (n: number) => `Round ${n}`,
  moves: {
    defeated: (a: string, b: string, from: string, to: string) => `${a} loses to ${b}: ${from} → ${to}`,
    compromises: (a: string, b: string, from: string, to: string) =>
      `${a} meets ${b} part of the way: ${from} → ${to}`,
    yields: (a: string, b: string, from: string, to: string) => `${a} yields to ${b}: ${from} → ${to}`,
  },
  nobodyMoves: 'nobody moves any more',
  trade: (a: string, given: string, b: string, taken: string) =>
    `${a} gives way on “${given}”, ${b} on “${taken}”`,
  power: 'Voting power',
  powerOf: 'Body',
  powerSummary: (body: string, quota: string, total: string, rule: string, most: string, share: string) =>
    `${body}: ${quota} of ${total} votes decide (${rule}), if all come and vote. Most power: ${most}, ${share} of all turning points.`,
  equal: (body: string, quota: string, total: string, rule: string) =>
    `${body}: ${quota} of ${total} votes decide (${rule}), if all come and vote. All have the same power: one vote each. Power indices know rules, not people.`,
  banzhaf: 'Banzhaf',
  shapley: 'Shapley–Shubik',
  alone: 'Decides, if the others toss coins',
  powerNote:
    'Banzhaf: share of all coalitions that a member turns from losing to winning. Shapley–Shubik: share of all orders of voting in which he is the one who turns. Exact counts. A collective actor votes as one bloc here.',
};

const ru: typeof en = {
  models: {
    unchanged: 'Без перемен',
    mean: 'Простое среднее',
    median: 'Медианный избиратель',
    compromise: 'Компромисс',
    nash: 'Торг по Нэшу',
    challenge: 'Модель вызовов',
    exchange: 'Обмен позициями',
  },
  signs: {
    unchanged: '=',
    mean: 'С',
    median: 'М',
    compromise: 'К',
    nash: 'Н',
    challenge: 'В',
    exchange: 'О',
  },
  about: {
    unchanged: 'Действующая линия остаётся как есть. Прогноз, который надо превзойти, а не теория.',
    mean: 'Среднее всех позиций, все считаются одинаково.',
    median:
      'По правилу большинства ни одно предложение не побеждает позицию того, кто стоит посередине (Блэк, 1948).',
    compromise: 'Среднее позиций с весами «голоса × авторитет × важность» (Ван ден Бос, 1991; Эйкен, 2006).',
    nash: 'Точка, в которой взвешенное произведение выигрышей всех по сравнению с провалом наибольшее (Нэш, 1950). Провал стоит столько же, сколько дальний конец шкалы в самом важном вопросе.',
    challenge:
      'Каждый прикидывает, что он и любой другой выиграет, бросив вызов; кто ждёт проигрыша, отступает целиком или отчасти (Буэно де Мескита, 1994; по описанию Шольца, Калберта и Смита, 2011). Исходная программа не опубликована; здесь следуют описаниям, и ни один опубликованный прогноз не воспроизводится.',
    exchange:
      'Двое, стоящие по разные стороны в двух вопросах, уступают каждый в том, который ему менее важен (Стокман и Ван Остен, 1994). Итог — компромисс позиций, за которые потом голосуют.',
  },
  headline: (best, off, mean) =>
    `Ближе всего к действительному — «${best}»: в среднем мимо на ${off} пункта из 100; простое среднее — на ${mean}.`,
  noScore: 'Действительной линии, с которой можно сравнить, нет.',
  from: 'Считать по состоянию на',
  firstDay: 'начало',
  chosenDay: 'день шкалы времени',
  honestShort:
    'На самых известных данных этой области ни одна модель торга не лучше простого среднего позиций; см. ниже.',
  honest:
    'На самых известных данных этой области (353 решения Европейского союза) простое среднее позиций ошибается на 23,7 пункта из 100, взвешенное по важности — на 23,7, медиана — на 28,4, модель вызовов — на 26,8–27,9, а постоянное 50 — на 28,0: ни одна из проверенных там моделей торга не лучше среднего. И ни одна не может сказать, кто уйдёт, когда и что изменило бы исход.',
  strips: 'Куда каждая модель ставит линию',
  stripsSummary: (issues, record) =>
    `Модели по вопросам (${issues}), на шкалах от 0 до 100. ■ — линия в конце действительных событий, мелкие точки — где кончаются прогоны «Пленума» (точка — двадцатая их часть). ${record}`,
  widest: (issue, low, high) => `Больше всего они расходятся в вопросе «${issue}»: от ${low} до ${high}.`,
  ensembleRuns: (done, total) => `${done} из ${total} прогонов без изменений`,
  scores: 'Расстояние до действительной линии',
  scoresSummary: (n) =>
    `Среднее расстояние в пунктах из 100 по вопросам, у которых есть действительная линия (их ${n}). Немногие вопросы одного эпизода ничего не доказывают о модели.`,
  plenum: 'Прогоны «Пленума», среднее',
  model: 'Модель',
  issue: 'Вопрос',
  body: 'Орган',
  record: 'Как было',
  distance: 'Расстояние',
  said: (model, value, point, off) => `${model}: ${value}, ближе всего к «${point}»${off}`,
  off: (d) => `; до действительной линии ${d}`,
  recorded: (value, point) => `Как было: ${value}, «${point}»`,
  notVoted: 'Орган по этому вопросу не голосовал: линия та же, что в начале.',
  reckoning: 'Подсчёт',
  open: 'Выберите знак, чтобы раскрыть его подсчёт.',
  issues: 'Вопросы',
  member: 'Член',
  position: 'Позиция',
  salience: 'Важность',
  votes: 'Голоса',
  capability: 'Голоса × авторитет',
  weight: 'Вес',
  inputs: 'Что взято',
  left: (names) => `Не учтены, так как позиция не закодирована: ${names}.`,
  nobody:
    'Ни у кого из голосующих в этом органе нет закодированной позиции: моделям не от чего отправляться.',
  arithmetic: {
    unchanged: (line) => `Линия органа в этот день: ${line}.`,
    mean: (sum, n, value) => `Сумма позиций ${sum}; членов ${n}; среднее ${value}.`,
    median: (half, low, high) =>
      low === high
        ? `Половина голосов — ${half}. С какого конца шкалы ни считать, половина набирается на том, кто стоит на ${low}.`
        : `Половина голосов — ${half}. Снизу она набирается на ${low}, сверху — на ${high}: годится любая точка между ними; взята середина.`,
    compromise: (top, bottom, value) => `Сумма «вес × позиция» — ${top}, сумма весов — ${bottom}: ${value}.`,
    nash: (value) =>
      `В точке ${value} никому нельзя дать больше, не отняв столько же, с учётом веса, у других.`,
    challenge: (before, rounds, value) =>
      `Сначала медиана по влиянию — ${before}. После раундов (${rounds}) медиана по влиянию — ${value}.`,
    exchange: (n, value) =>
      n === 0
        ? `Ни один обмен не касается этого вопроса: ${value}.`
        : `Обменов, касающихся этого вопроса: ${n}. Итог: ${value}.`,
  },
  round: (n) => `Раунд ${n}`,
  moves: {
    defeated: (a, b, from, to) => `${a} — ${b}: проигрывает, ${from} → ${to}`,
    compromises: (a, b, from, to) => `${a} — ${b}: идёт навстречу, ${from} → ${to}`,
    yields: (a, b, from, to) => `${a} — ${b}: уступает, ${from} → ${to}`,
  },
  nobodyMoves: 'никто больше не сдвигается',
  trade: (a, given, b, taken) => `${a} уступает в вопросе «${given}», ${b} — в вопросе «${taken}»`,
  power: 'Сила голоса',
  powerOf: 'Орган',
  powerSummary: (body, quota, total, rule, most, share) =>
    `${body}: решают ${quota} из ${total} голосов (${rule}), если все придут и проголосуют. Больше всего силы: ${most}, ${share} всех поворотов.`,
  equal: (body, quota, total, rule) =>
    `${body}: решают ${quota} из ${total} голосов (${rule}), если все придут и проголосуют. Сила у всех одинакова: по одному голосу. Индексы силы знают правила, а не людей.`,
  banzhaf: 'Банцаф',
  shapley: 'Шепли — Шубик',
  alone: 'Решает, если прочие бросают монету',
  powerNote:
    'Банцаф: доля коалиций, которые член превращает из проигрывающих в выигрывающие. Шепли — Шубик: доля порядков голосования, в которых поворачивает он. Точный счёт. Коллективный участник здесь голосует целиком.',
};

export const words = { en, ru };
