import { listed, pluralRu } from '../../report/language.ts';
import type { Texts } from './en.ts';

const hint = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Может быть, «${suggestion}»?`;

/** Everything the command line says by itself, in Russian. */
export const ru: Texts = {
  about: 'инструмент для изучения политики внутри организаций',
  overview: {
    command: 'Команда',
    does: 'Что делает',
    begin: 'С чего начать',
    help: '«plenum <команда> --help» объясняет команду и приводит примеры. --lang en переключает на английский; --json и --csv пишут для других программ.',
  },
  commands: {
    list: {
      brief: 'Перечисляет эпизоды: поставляемые вместе с программой или лежащие в папке',
      full: 'Перечисляет эпизоды: их сроки, число людей и действий в хронике, вопросы, которые можно задать.',
    },
    new: {
      brief: 'Создаёт небольшой эпизод с пояснениями, с которого можно начать',
      full: 'Создаёт папку с новым эпизодом, который проходит проверку и запускается. С --from люди, позиции и отношения берутся из таблицы, сохранённой как CSV.',
    },
    check: {
      brief: 'Сообщает обо всём, что в эпизоде неверно или сомнительно',
      full: 'Читает эпизод и сообщает сразу обо всех ошибках: файл, строка и столбец, что не так, каково правило, что делать. Замечания ошибками не считаются.',
    },
    replay: {
      brief: 'Проходит по событиям шаг за шагом: насколько вероятным модель считала каждое',
      full: 'Воспроизводит хронику. Для каждого действия показаны вероятность, которую модель давала ему в тот момент, самые вероятные альтернативы и накопленная неожиданность в битах. С --at показывает положение на указанный день.',
    },
    run: {
      brief: 'Прогоняет эпизод много раз и подсчитывает исходы',
      full: 'Прогоняет эпизод с первого дня, не заглядывая в хронику, и сопоставляет исходы с тем, что было на деле. С --only рассказывает один прогон шаг за шагом.',
    },
    ask: {
      brief: 'Отвечает на вопрос «что, если»: те же прогоны с изменением и без него',
      full: 'Прогоны идут парами: то же везение с изменением и без него. Без вопроса перечисляет вопросы эпизода. Своё изменение задают --force, --forbid, --set.',
    },
    why: {
      brief: 'Объясняет один выбор: варианты, соображения, веса',
      full: 'Объясняет выбор из хроники (--act) или из прогона (--run и --step; номера шагов показывает «plenum run <эпизод> --only N»).',
    },
  },
  examples: 'Примеры:',
  flags: {
    json: 'Вывести JSON вместо текста',
    csv: 'Вывести CSV вместо текста',
    lang: 'Язык: en или ru (по умолчанию как в системе)',
    runs: 'Число прогонов',
    seed: 'Зерно случайности: одно зерно – одни и те же прогоны',
    workers: 'Число потоков (по умолчанию по числу ядер); на результат не влияет',
    progress: 'Сообщать о ходе работы в stderr, по строке в десять секунд, даже если это не терминал',
    at: 'Показать положение на этот день (ГГГГ-ММ-ДД, по календарю эпизода)',
    act: 'Только это действие хроники, по его имени',
    only: 'Рассказать прогон с номером N шаг за шагом',
    force: 'Навязать действие: "kamenev exit 1917-11-04", "cc call-congress in=congress 1917-11-05"',
    forbid: 'Запретить действия: "ultimatum", "kamenev resign in=cc", можно с датой',
    set: 'Изменить значение: trait.kamenev.attachment=0.2, line.cc.government=60@1917-11-02',
    free: 'Задать вопрос, исходящий из истории, свободным прогонам',
    whyAct: 'Имя действия из хроники',
    whyRun: 'Номер прогона',
    whyStep: 'Номер выбора в этом прогоне',
    from: 'Файлы CSV, из которых заполнить эпизод: люди, позиции, отношения (порядок любой, различаются по столбцам)',
    dir: 'Папка, в которую поместить новый эпизод',
  },
  args: {
    episode: 'имя поставляемого эпизода или папка',
    folder: 'папка с эпизодами',
    question: 'имя вопроса эпизода',
    id: 'имя нового эпизода',
    csv: 'файл CSV',
  },
  placeholders: {
    episode: 'эпизод',
    folder: 'папка',
    question: 'вопрос',
    id: 'имя',
    csv: 'файл',
    date: 'дата',
    act: 'действие',
    change: 'изменение',
    number: 'n',
  },
  unknownEpisode: (name, suggestion, known) =>
    `Эпизода «${name}» нет: ни папки с файлами .yaml, ни поставляемого эпизода (${listed(known, 'ru')}).${hint(suggestion)}`,
  unknownQuestion: (name, suggestion, episode) =>
    `Вопроса «${name}» в эпизоде нет.${hint(suggestion)} Список вопросов: «plenum ask ${episode}».`,
  unknownAct: (name, suggestion, episode) =>
    `Действия «${name}» в хронике нет.${hint(suggestion)} Имена действий: «plenum replay ${episode}».`,
  hasErrors: (name, errors) =>
    `В эпизоде ${errors} ${pluralRu(errors, 'ошибка', 'ошибки', 'ошибок')}. Полный список: «plenum check ${name}».`,
  noFolder: (folder) => `Папки «${folder}» нет.`,
  noEpisodes: (folder) =>
    `В папке «${folder}» нет эпизодов: эпизод – это папка с файлами .yaml. Создать новый: «plenum new <имя>».`,
  badDate: (text) => `«${text}» – непонятная дата. Пишите ГГГГ-ММ-ДД, например 1917-11-04.`,
  dateOutside: (text, from, to) => `${text} – вне эпизода: он длится с ${from} по ${to}.`,
  dateEcho: (both) => `Дата понята так: ${both}.`,
  badForce: (text) =>
    `«${text}» – непонятно. Напишите кто, что и когда, например "kamenev exit 1917-11-04"; дополнительно in=, to=, issue=, value=, office=, option=.`,
  badForbid: (text) =>
    `«${text}» – непонятно. Напишите что или кто и что, например "ultimatum" или "kamenev resign in=cc 1917-11-04".`,
  badSet: (text) =>
    `«${text}» – непонятно. Напишите вид.имя=значение, например trait.kamenev.attachment=0.2 или line.cc.government=60@1917-11-02.`,
  badChange: (text, trouble) => `${text}: ${trouble}`,
  fromHistory: (question, episode) =>
    `Вопрос «${question}» исходит из истории: до некоторой даты всё остаётся как было. Эта версия так ещё не умеет. «plenum ask ${episode} ${question} --free» задаст его свободным прогонам, но это уже другой вопрос.`,
  whyWhich: 'Укажите выбор: --act <имя> для действия из хроники или --run N --step K для прогона.',
  noStep: (run, step, last) =>
    `В прогоне ${run} ${last} ${pluralRu(last, 'выбор', 'выбора', 'выборов')}; шага ${step} нет.`,
  stepFromOne: 'Шаги считаются с 1.',
  fileExists: (path) => `«${path}» уже существует; выберите другое имя или другую папку через --dir.`,
  csvOnlyWithFrom: (file) => `«${file}» – лишний файл: файлы CSV пишутся после --from.`,
  noFile: (path) => `Файла «${path}» нет.`,
  badId: (id) =>
    `«${id}» не годится в имена: нужны строчные латинские буквы, цифры и дефисы, первой – буква.`,
  jsonOrCsv: 'Выберите что-то одно: --json или --csv.',
  notWhole: (text, low, high) => `«${text}» – не целое число от ${low} до ${high}`,
  cancelled: 'Прервано. Ничего не сохранено; та же команда начнёт сначала.',
  seeHelp: 'Что есть, покажет «plenum <команда> --help».',
  bug: (detail) =>
    `Это ошибка в самой программе, а не в ваших файлах. Пожалуйста, сообщите о ней, приложив команду и эти строки:\n${detail}`,
  progress: {
    running: (done, total) => `${done.toLocaleString('ru')} из ${total.toLocaleString('ru')} прогонов`,
    left: (seconds) =>
      seconds < 90 ? `осталось ${Math.ceil(seconds)} с` : `осталось ${Math.ceil(seconds / 60)} мин`,
  },
  stricli: {
    usage: 'ВЫЗОВ',
    aliases: 'ДРУГИЕ ИМЕНА',
    commands: 'КОМАНДЫ',
    flags: 'ФЛАГИ',
    arguments: 'АРГУМЕНТЫ',
    default: 'по умолчанию',
    separator: 'разделитель',
    help: 'Показать эту справку',
    helpAll: 'Показать справку со скрытыми флагами',
    version: 'Показать версию',
    escape: 'Всё дальнейшее – аргументы',
    unknownCommand: (input) => `Команды «${input}» нет.`,
    didYouMean: (corrections) => ` Может быть, ${corrections.map((c) => `«${c}»`).join(' или ')}?`,
    unknownFlag: (input) => `Флага --${input} нет.`,
    unknownAlias: (input) => `Флага -${input} нет.`,
    notParsed: (flag, trouble) => `${flag}: ${trouble}.`,
    notOneOf: (flag, input, values) => `--${flag}: «${input}» не подходит; возможны ${values.join(', ')}.`,
    flagNeedsValue: (flag) => `Флагу --${flag} нужно значение.`,
    tooMany: (input) => `«${input}» – лишний аргумент.`,
    missing: (placeholder) => `Не хватает аргумента <${placeholder}>.`,
    negated: (flag) => `Флаг --${flag} пишется без значения.`,
    twice: (flag) => `Флаг --${flag} указан дважды.`,
  },
};
