/** Words about runs that start from history. Both languages have the same keys. */
const en = {
  reading: (day: string, share: string) => `Reading the record up to ${day}: ${share}`,
  wait: 'The luck that fits everything recorded is being inferred: seconds in a small episode, minutes in a large one.',
  meanwhile: 'What is shown meanwhile is the picture before.',
  kept: (day: string, next: string) =>
    `History is kept up to and including ${day}: everything is as it was, luck included. From ${next} on the courses are free.`,
  worth: (particles: string, effective: string, floor: string) =>
    `Effective sample size ${effective} (${particles} particles; below ${floor} nothing is told). The intervals allow for it.`,
  thin: (effective: string, floor: string) =>
    `Cannot tell: the luck that fits the record is known too poorly (effective sample size ${effective}, below ${floor}). What the runs gave is shown without a verdict; an earlier day may do better.`,
  imposed: (n: number) =>
    n === 1
      ? 'One act of the record was imposed: the model gives it no chance.'
      : `${n} acts of the record were imposed: the model gives them no chance.`,
  how: 'How it was inferred',
  line: (day: string) => `history kept up to ${day}`,
  starts: 'From where do the courses start?',
  free: 'from the beginning',
  history: (day: string) => `from history, kept up to ${day}`,
  moveBar: 'To keep history up to a day, move the time bar below to a day before the last.',
  useDay: (day: string) => `Keep it up to ${day}, the day of the time bar`,
  ofQuestion: 'as the question says',
  stop: 'Stop',
};
const ru: typeof en = {
  reading: (day, share) => `Читаем хронику по ${day}: ${share}`,
  wait: 'Выводится случай, согласный со всем записанным: в малом эпизоде это секунды, в большом — минуты.',
  meanwhile: 'Пока показано то, что было до этого.',
  kept: (day, next) =>
    `История сохранена по ${day} включительно: всё как было, и случай тоже. С ${next} события свободны.`,
  worth: (particles, effective, floor) =>
    `Эффективный объём выборки ${effective} (частиц: ${particles}; если меньше ${floor}, не говорим ничего). Интервалы это учитывают.`,
  thin: (effective, floor) =>
    `Сказать нельзя: случай, согласный с хроникой, известен слишком плохо (эффективный объём выборки ${effective}, меньше ${floor}). Что дали прогоны, показано без вывода; помочь может более ранний день.`,
  imposed: (n) =>
    n === 1
      ? 'Одно действие хроники навязано: модель не даёт ему возможности.'
      : `Навязано действий хроники, потому что модель не даёт им возможности: ${n}.`,
  how: 'Как это выведено',
  line: (day) => `история сохранена по ${day}`,
  starts: 'Откуда начинаются ходы событий?',
  free: 'с самого начала',
  history: (day) => `от истории, сохранённой по ${day}`,
  moveBar:
    'Чтобы сохранить историю по какой-то день, передвиньте шкалу времени внизу на день раньше последнего.',
  useDay: (day) => `Сохранить по ${day} — день шкалы времени`,
  ofQuestion: 'как говорит вопрос',
  stop: 'Остановить',
};
export const words = { en, ru };
