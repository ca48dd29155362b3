const en = {
  title: 'Why did he do that, here?',
  chooseFirst: 'Choose an act: these surprised the model most.',
  chooseRun: 'Choose an act of this run: its reasons are shown here.',
  surprise: (bits: string) => `${bits} bits`,
  consequence:
    'Nobody chose this act: it followed from another, so there are no reasons of one person to show.',
  notChosen: 'Nobody’s choice in this act could be judged.',
  opening: 'The reasons are being looked up',
  people: 'Those who chose in this act',
  options: 'What was open',
  optionsSummary: (n: number, taken: string, p: string, sum: string) =>
    `${n} options were open, waiting included. What was done (${taken}) had a weighted sum of ${sum} and a probability of ${p}.`,
  reasons: (option: string) => `For and against: ${option}`,
  reasonsSummary: (pro: string, contra: string, sum: string) =>
    `${pro === '' ? 'Nothing spoke for it' : `For it spoke most: ${pro}`}; ${contra === '' ? 'nothing against it' : `against it: ${contra}`}. In all ${sum}.`,
  option: 'Option',
  sum: 'Sum',
  probability: 'Probability',
  now: 'With your weights',
  done: 'what was done',
  likeliest: 'likeliest now',
  consideration: 'Consideration',
  value: 'Value',
  weight: 'Weight',
  product: 'Value × weight',
  lift: 'Lift out',
  liftThis: (name: string) => `Lift out: ${name}`,
  scaleThis: (name: string) => `Weight of ${name}, times`,
  times: (x: string) => `× ${x}`,
  reset: 'All weights as they were',
  flips: (before: string, after: string) =>
    `The choice flips: likeliest was “${before}”, now it is “${after}”.`,
  same: (what: string) => `“${what}” stays the likeliest.`,
  changed: (before: string, after: string) =>
    `The probability of what was done goes from ${before} to ${after}.`,
  flipAlone: 'Reasons that, lifted out alone, flip the choice',
  noneFlips: 'No single reason, lifted out, makes something else the likeliest.',
  fixed:
    'The considerations stay as they were; only their weights are changed, here and for this one choice. In a vote, what he expects of the others stays, too.',
  nested: (tau: string) =>
    `Chosen in two stages, the kind of act first, its target second (τ ${tau}): a long list of targets makes an act no likelier.`,
  another: 'Another act',
  more: (n: number) => `${n} more options, all less likely`,
};
const ru: typeof en = {
  title: 'Почему он поступил так именно здесь?',
  chooseFirst: 'Выберите действие: эти удивили модель больше всего.',
  chooseRun: 'Выберите действие этого прогона: здесь появятся его причины.',
  surprise: (bits) => `${bits} бит`,
  consequence:
    'Этого действия никто не выбирал: оно последовало из другого, и причин одного человека у него нет.',
  notChosen: 'Ни одно решение в этом действии оценить нельзя.',
  opening: 'Ищутся причины',
  people: 'Кто выбирал в этом действии',
  options: 'Что было возможно',
  optionsSummary: (n, taken, p, sum) =>
    `Возможностей, считая бездействие: ${n}. У сделанного (${taken}) взвешенная сумма ${sum} и вероятность ${p}.`,
  reasons: (option) => `За и против: ${option}`,
  reasonsSummary: (pro, contra, sum) =>
    `${pro === '' ? 'За это не говорило ничто' : `За это больше всего говорило: ${pro}`}; ${contra === '' ? 'против — ничто' : `против: ${contra}`}. В сумме ${sum}.`,
  option: 'Вариант',
  sum: 'Сумма',
  probability: 'Вероятность',
  now: 'С вашими весами',
  done: 'сделано',
  likeliest: 'теперь вероятнее всего',
  consideration: 'Соображение',
  value: 'Значение',
  weight: 'Вес',
  product: 'Значение × вес',
  lift: 'Убрать',
  liftThis: (name) => `Убрать соображение: ${name}`,
  scaleThis: (name) => `Вес соображения «${name}», во сколько раз`,
  times: (x) => `× ${x}`,
  reset: 'Все веса как были',
  flips: (before, after) => `Выбор меняется: вероятнее всего было «${before}», теперь — «${after}».`,
  same: (what) => `Вероятнее всего по-прежнему «${what}».`,
  changed: (before, after) => `Вероятность сделанного меняется с ${before} на ${after}.`,
  flipAlone: 'Соображения, без которых выбор меняется',
  noneFlips: 'Ни одно соображение, убранное в одиночку, не делает более вероятным что-то другое.',
  fixed:
    'Сами соображения остаются как были; меняются только их веса — здесь и для одного этого выбора. При голосовании остаётся прежним и то, чего он ждёт от других.',
  nested: (tau) =>
    `Выбор в две ступени: сначала вид действия, затем его адресат (τ ${tau}): длинный список адресатов не делает действие вероятнее.`,
  another: 'Другое действие',
  more: (n) => `ещё варианты, все менее вероятные: ${n}`,
};
export const words = { en, ru };
