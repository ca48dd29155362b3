import type { MessageTable, Param, Params } from '../problems.ts';
import { has, quote, show } from './text.ts';

const q = (param: Param): string => quote(param, '«', '»');
const didYouMean = (suggestion: Param): string => (has(suggestion) ? `Может быть, ${q(suggestion)}?` : '');

/** В родительном падеже: «нет … с таким id». */
const things: Readonly<Record<string, string>> = {
  person: 'человека',
  body: 'органа',
  office: 'поста',
  issue: 'вопроса',
  organisation: 'организации',
  resource: 'ресурса',
  branch: 'местной организации',
  pressure: 'давления',
  act: 'действия в хронике',
  source: 'работы в sources.json',
  outcome: 'исхода',
  question: 'вопроса',
  event: 'события',
  meeting: 'заседания',
  term: 'срока',
  place: 'места',
  coder: 'кодировщика',
  actor: 'человека, органа или местной организации',
  holder: 'человека, органа или поста',
  addressee: 'человека, органа или местной организации',
  believed: 'человека или органа',
  'person-or-office': 'человека или поста',
  'binding-body': 'органа',
};
const thing = (param: Param): string => things[show(param)] ?? show(param);

const expectations: Readonly<Record<string, string>> = {
  'a number': 'число',
  text: 'текст',
  'a list': 'список',
  'a map': 'набор ключей',
  'true or false': 'true или false',
  nothing: 'пусто',
  'a whole number': 'целое число',
};
const expected = (param: Param): string =>
  show(param)
    .split(', ')
    .map((word) => expectations[word] ?? word)
    .join(', ');

const forms: Readonly<Record<string, string>> = {
  point: 'целое число от 0 до 100',
  time: 'время, например 20:30',
  'same-as': 'схема и значение, например wikidata:Q42',
};

const sourceTroubles = (p: Params): string => {
  if (p.detail === 'not-a-list') return 'в файле не список';
  return p.detail === 'no-id' ? 'у записи нет «id»' : `у записи ${q(p.id)} нет «type»`;
};

/** Ошибки разбора YAML по кодам библиотеки; для редких остаётся её английская фраза. */
const yamlDetails: Readonly<Record<string, string>> = {
  BAD_INDENT: 'отступы не сходятся',
  BAD_SCALAR_START: 'текст начинается со служебного знака',
  BAD_DQ_ESCAPE: 'неизвестное сочетание с обратной чертой',
  BLOCK_AS_IMPLICIT_KEY: 'в одной строке два ключа',
  BLOCK_IN_FLOW: 'внутри скобок нельзя писать столбиком',
  MISSING_CHAR: 'не хватает скобки, кавычки, запятой, двоеточия или пробела',
  MULTILINE_IMPLICIT_KEY: 'ключ не уместился в одной строке или после него нет двоеточия',
  MULTIPLE_DOCS: 'в файле несколько документов',
  KEY_OVER_1024_CHARS: 'слишком длинный ключ',
  UNEXPECTED_TOKEN: 'неожиданный знак',
};

export const ru: MessageTable = {
  'no-files': () => ({
    what: 'не найдено ни одного файла эпизода',
    rule: 'Эпизод — это папка с одним или несколькими файлами .yaml',
    next: 'Проверьте путь или начните новый эпизод командой «plenum new»',
  }),
  'file-too-large': (p) => ({
    what: `в файле ${show(p.megabytes)} МБ`,
    rule: `Файл эпизода может занимать не более ${show(p.limit)} МБ`,
    next: 'Разнесите его по нескольким файлам папки; тексты и сканы в YAML не кладут',
  }),
  'not-utf8': (p) => ({
    what: has(p.found) ? `файл записан в кодировке ${show(p.found)}` : 'байты в этом месте — не UTF-8',
    rule: 'Файлы эпизода хранятся в UTF-8',
    next: 'Сохраните файл в UTF-8, больше ничего менять не нужно',
  }),
  'control-character': (p) => ({
    what: `здесь невидимый управляющий символ (код ${show(p.charCode)})`,
    rule: 'Допустимы только текст, пробелы и концы строк',
    next: 'Удалите его; если файл пришёл из другой программы, пересохраните его в UTF-8',
  }),
  'yaml-syntax': (p) => ({
    what: `это не читается как YAML (${yamlDetails[show(p.yamlCode)] ?? show(p.detail)})`,
    rule: 'Всё, что относится к ключу, сдвинуто вправо на одинаковое число пробелов; текст, в котором есть «: » или « #», берут в кавычки',
    next: 'Посмотрите на эту строку и на предыдущую',
  }),
  'tab-indent': () => ({
    what: 'отступ сделан табуляцией',
    rule: 'В YAML отступы делают пробелами',
    next: 'Замените табуляцию двумя пробелами',
  }),
  'too-deep': (p) => ({
    what: 'слишком глубокая вложенность',
    rule: `Читается не более ${show(p.limit)} уровней`,
    next: 'Поищите лишнюю скобку или лишний дефис',
  }),
  'too-many-aliases': (p) => ({
    what: 'ссылки (*имя) разворачиваются в слишком большой объём',
    rule: `Через ссылки может прийти не более ${show(p.limit)} значений`,
    next: 'Выпишите значения полностью',
  }),
  'unknown-anchor': (p) => ({
    what: `для ссылки *${show(p.name)} выше нет метки &${show(p.name)}`,
    rule: 'Ссылка повторяет значение, которое уже встретилось в том же файле',
    next: 'Если текст начинается со звёздочки, возьмите его в кавычки',
  }),
  'tag-refused': (p) => ({
    what: `тег ${q(p.tag)} не принимается`,
    rule: 'В эпизоде только простые данные: наборы ключей, списки, текст, числа',
    next: 'Удалите тег; если текст начинается с «!», возьмите его в кавычки',
  }),
  'key-not-text': () => ({
    what: 'вместо ключа стоит список или набор',
    rule: 'Ключ — это слово',
    next: 'Поищите лишний знак «?» или скобку',
  }),
  'reserved-key': (p) => ({
    what: `${q(p.key)} не может быть ключом`,
    rule: 'Это слово занято самим языком JavaScript',
    next: 'Выберите другой id',
  }),
  'duplicate-key': (p) => ({
    what: `ключ ${q(p.key)} встречается второй раз; первый — в строке ${show(p.line)}`,
    rule: 'Каждый ключ пишется один раз',
    next: 'Объедините их или переименуйте один',
  }),
  'duplicate-entry': (p) => ({
    what: `${q(p.key)} уже есть в ${show(p.file)}, строка ${show(p.line)}`,
    rule: 'Файлы папки складываются вместе, и каждая запись стоит в одном из них',
    next: 'Удалите одну из двух записей',
  }),
  'root-not-map': () => ({
    what: 'файл не начинается с ключа',
    rule: 'На верхнем уровне стоят ключи: people:, bodies:, record: и другие',
    next: 'См. docs/episode-format.md',
  }),
  'format-missing': () => ({
    what: 'ни в одном файле не указана версия формата',
    rule: 'В одном из файлов папки должна быть строка «plenum: 1»',
    next: 'Добавьте её в начало episode.yaml',
  }),
  'format-older': (p) => ({
    what: `файл записан в формате ${show(p.found)}`,
    rule: `Эта версия Plenum читает формат ${show(p.current)}`,
    next: 'Обновите папку командой «plenum migrate»; комментарии сохранятся',
  }),
  'format-newer': (p) => ({
    what: `файл записан в формате ${show(p.found)}`,
    rule: `Эта версия Plenum читает форматы не новее ${show(p.current)}`,
    next: 'Установите более новый Plenum',
  }),
  'sources-shape': (p) => ({
    what: sourceTroubles(p),
    rule: 'sources.json — это список записей CSL-JSON; у каждой есть текстовый «id» и «type»',
    next: 'Выгрузите его в CSL-JSON из Zotero или исправьте вручную',
  }),
  'missing-key': (p) => ({
    what: `не хватает ключа ${q(p.key)}`,
    rule: 'Здесь он обязателен',
    next: `Добавьте «${show(p.key)}:»`,
  }),
  'unknown-key': (p) => ({
    what: `ключа ${q(p.key)} здесь не бывает`,
    next: didYouMean(p.suggestion) || 'Удалите его или посмотрите список ключей в docs/episode-format.md',
  }),
  'wrong-type': (p) => ({ what: `здесь ${expected(p.got)}`, rule: `Ожидается: ${expected(p.expected)}` }),
  'number-as-text': (p) => ({
    what: `${q(p.value)} — это текст`,
    rule: 'Ожидается число',
    next: 'Уберите кавычки',
  }),
  'not-one-of': (p) => ({
    what: `${q(p.value)} не подходит`,
    rule: `Возможные значения: ${show(p.choices)}`,
    next: didYouMean(p.suggestion),
  }),
  'too-small': (p) => ({
    what: `${show(p.value)} — слишком мало`,
    rule: `Нужно ${p.inclusive === 'yes' ? 'не меньше' : 'больше'} ${show(p.limit)}`,
  }),
  'too-big': (p) => ({
    what: `${show(p.value)} — слишком много`,
    rule: `Нужно ${p.inclusive === 'yes' ? 'не больше' : 'меньше'} ${show(p.limit)}`,
  }),
  'too-short': (p) => ({
    what: p.of === 'text' ? 'текст слишком короткий' : 'записей слишком мало',
    rule:
      p.of === 'text'
        ? `Наименьшая длина в знаках: ${show(p.limit)}`
        : `Наименьшее число записей: ${show(p.limit)}`,
  }),
  'too-long': (p) => ({
    what: p.of === 'text' ? 'текст слишком длинный' : 'записей слишком много',
    rule:
      p.of === 'text'
        ? `Наибольшая длина в знаках: ${show(p.limit)}`
        : `Наибольшее число записей: ${show(p.limit)}`,
    next: p.of === 'text' ? 'Сократите его; длинные замечания пишут в note' : '',
  }),
  'bad-slug': (p) => ({
    what: `${q(p.value)} не годится как id`,
    rule: 'В id — строчные латинские буквы, цифры и одиночные дефисы, первой стоит буква',
    next: has(p.suggestion) ? `Например, ${q(p.suggestion)}` : '',
  }),
  'bad-format': (p) => ({
    what: `${q(p.value)} записано не по форме`,
    rule: `Ожидается: ${forms[show(p.form)] ?? show(p.pattern)}`,
  }),
  'no-variant': (p) => ({
    what: has(p.given)
      ? `стоящие здесь ключи (${show(p.given)}) не подходят ни к одной из возможных форм`
      : 'не подходит ни одна из возможных форм',
    rule: `Нужно одно из: ${show(p.expected)}`,
    next: didYouMean(p.suggestion),
  }),
  'bad-quantity': (p) => ({
    what: `${q(p.value)} не читается как число`,
    rule: 'Возможные записи: 60, "40..80", "60 ± 10", {mean: 60, sd: 10}, {triangular: [40, 60, 90]}',
    next: 'Выберите одну из них',
  }),
  'quantity-order': (p) => ({
    what: `${show(p.value)} — числа стоят не по возрастанию`,
    rule: 'Промежуток пишется от меньшего числа к большему',
    next: 'Поменяйте числа местами',
  }),
  'probabilities-sum': (p) => ({
    what: `сумма вероятностей равна ${show(p.sum)}`,
    rule: 'Вероятности неотрицательны, и их сумма равна 1',
    next: 'Исправьте их',
  }),
  'date-unreadable': (p) => ({
    what: `${q(p.value)} не читается как дата`,
    rule: 'Даты записываются в EDTF: 1917-11-04, 1917-11, 1917-11~, 1917-11-04/1917-11-06 — или {after: действие, days: 20, give: 3}',
    next: 'Слова источника запишите в asWritten, а дату — так, как здесь показано',
  }),
  'date-impossible': (p) => ({
    what: `даты ${q(p.value)} нет в ${p.calendar === 'julian' ? 'юлианском' : 'григорианском'} календаре`,
    rule: 'Такой месяц и такой день должны существовать',
    next: 'Исправьте дату или укажите calendar: julian либо gregorian',
  }),
  'date-backwards': (p) => ({
    what: `${q(p.value)} кончается раньше, чем начинается`,
    rule: 'Промежуток пишется от ранней даты к поздней',
    next: 'Поменяйте даты местами',
  }),
  'date-season': (p) => ({
    what: `в промежутке ${q(p.value)} стоит время года`,
    rule: 'Времена года пишут только отдельно',
    next: 'Возьмите месяцы',
  }),
  'date-cycle': (p) => ({
    what: `дата этого действия отсчитывается в конечном счёте от него самого (${show(p.chain)})`,
    rule: 'Цепочка относительных дат должна приводить к действию с собственной датой',
    next: 'Дайте дату одному из них',
  }),
  'date-unknown-act': (p) => ({
    what: `дата отсчитывается от ${q(p.id)}, но действия с таким id в хронике нет`,
    rule: 'В after и before стоит id действия',
    next: didYouMean(p.suggestion),
  }),
  'starts-after-ends': () => ({
    what: 'эпизод кончается раньше, чем начинается',
    rule: 'episode.starts раньше, чем episode.ends',
    next: 'Исправьте одну из дат',
  }),
  'term-place': () => ({
    what: 'у срока должно быть что-то одно: body или office',
    rule: 'Место в органе и пост — это два разных срока',
    next: 'Запишите два срока или уберите один из ключей',
  }),
  'bad-set': (p) => ({
    what: `${q(p.value)} не называет ничего, что можно изменить`,
    rule: `Форма: ${show(p.form)}`,
    next: 'Запишите в этой форме',
  }),
  'unknown-id': (p) => ({
    what: `нет ${thing(p.kind)} с id ${q(p.id)}`,
    next: didYouMean(p.suggestion) || 'Добавьте такую запись или исправьте id',
  }),
  'duplicate-id': (p) => ({
    what: `id ${q(p.id)} уже занят: ${show(p.other)}`,
    rule: 'Один id называет одну вещь',
    next: 'Переименуйте одну из двух',
  }),
  'out-of-range': (p) => ({
    what: `${show(p.value)} выходит за пределы от ${show(p.low)} до ${show(p.high)}`,
    rule: `Здесь допустимы числа от ${show(p.low)} до ${show(p.high)}`,
    next: 'Исправьте число',
  }),
  'term-backwards': (p) => ({
    what: `срок ${q(p.person)} кончается раньше, чем начинается`,
    rule: 'from раньше, чем to',
    next: 'Исправьте одну из дат',
  }),
  'terms-overlap': (p) => ({
    what: `${q(p.person)} в это время уже заседает в ${q(p.body)} (${show(p.other)})`,
    rule: 'У человека одно место в органе одновременно',
    next: 'Закончите первый срок до начала второго',
  }),
  'office-two-holders': (p) => ({
    what: `пост ${q(p.office)} на ${show(p.day)} занимает ${q(p.person)} и одновременно, по ${show(p.other)}, ${q(p.rival)}`,
    rule: 'Пост занимает один человек',
    next: 'Закончите первый срок или сделайте два поста',
  }),
  'date-outside': (p) => ({
    what: `${show(p.date)} — вне эпизода (${show(p.starts)} — ${show(p.ends)})`,
    rule: 'В прогоне есть только дни самого эпизода',
    next: 'Исправьте дату, раздвиньте episode.starts или episode.ends либо проверьте календарь',
  }),
  'superior-cycle': (p) => ({
    what: `вышестоящие органы замкнулись в круг: ${show(p.chain)}`,
    rule: 'Жалоба должна где-то закончиться',
    next: 'Уберите superior у одного из них',
  }),
  'quorum-unreachable': (p) => ({
    what: `кворум — ${show(p.quorum)}, а голосов в органе ${show(p.seats)}`,
    rule: 'Кворум не может быть больше числа мест',
    next: 'Исправьте quorum или seats',
  }),
  'sits-with-itself': (p) => ({
    what: `«${show(p.body)}» должен заседать совместно с самим собой`,
    rule: 'В jointly перечисляют только другие органы',
    next: 'Уберите его из списка',
  }),
  'joint-without-members': (p) => ({
    what: `ни один член органа «${show(p.body)}» не указан, поэтому кворума на совместном заседании не бывает`,
    rule: 'На совместном заседании должен быть представлен каждый орган',
    next: 'Опишите его членов в terms (неизвестных — коллективным участником) или уберите его из jointly',
  }),
  'rule-unreachable': (p) => ({
    what: `требуется голосов: ${show(p.count)}, а в органе их ${show(p.seats)}`,
    rule: 'Правило должно быть выполнимо при полном составе',
    next: 'Исправьте правило или число мест',
  }),
  'unknown-act-kind': (p) => ({
    what: `вида действий ${q(p.kind)} нет`,
    rule: 'Виды перечислены в docs/acts.md',
    next: didYouMean(p.suggestion),
  }),
  'unknown-option': (p) => ({
    what: `у действия ${q(p.kind)} нет варианта ${q(p.option)}`,
    rule: p.known ? `Его варианты: ${show(p.known)}` : 'Вариантов у него нет',
    next: didYouMean(p.suggestion),
  }),
  'option-ignored': (p) => ({
    what: `у действия ${q(p.kind)} нет варианта ${q(p.option)}, поэтому он не учитывается`,
    rule: p.known ? `Его варианты: ${show(p.known)}` : 'Вариантов у него нет',
    next: didYouMean(p.suggestion) || 'Выберите один из них или скажите об этом в note',
  }),
  'votes-exceed-seats': (p) => ({
    what: `подсчитано голосов: ${show(p.votes)}, а в ${q(p.body)} их ${show(p.seats)}`,
    rule: 'Голосов за, против и воздержавшихся вместе не больше, чем мест',
    next: 'Исправьте итог или число мест; если голосовали гости, скажите об этом в note и увеличьте seats',
  }),
  'voter-not-seated': (p) => ({
    what: `${q(p.person)} голосует, но в этот день не имеет места в ${q(p.body)}`,
    rule: 'Голосуют только члены, кандидаты и гости не голосуют',
    next: 'Добавьте или исправьте срок либо уберите имя',
  }),
  'voter-twice': (p) => ({
    what: `${q(p.person)} стоит среди голосовавших дважды`,
    rule: 'Голос подают один раз',
    next: 'Оставьте одно из двух',
  }),
  'names-exceed-tally': (p) => ({
    what: `имён ${show(p.names)}, а голосов ${show(p.tally)}`,
    rule: 'Имён не больше, чем голосов',
    next: 'Исправьте итог или список имён',
  }),
  'term-outside': (p) => ({
    what: `срок ${q(p.person)} целиком лежит вне эпизода`,
    rule: 'Ни в одном прогоне он не участвует',
    next: 'Удалите его или проверьте даты и календарь',
  }),
  'duplicate-tie': (p) => ({
    what: `связь ${q(p.from)} — ${q(p.to)} на то же время уже задана в ${show(p.other)}`,
    rule: 'В каждую сторону в каждый момент одна связь; действует первая',
    next: 'Удалите одну из них или укажите since и until',
  }),
  'no-source': (p) => ({
    what:
      p.count === 1
        ? 'нет источника'
        : `нет источника; всего таких значений в разделе ${show(p.section)}: ${show(p.count)}`,
    rule: 'Такие значения считаются суждением кодировщика',
    next: 'Укажите source или напишите confidence: judgement',
  }),
  'no-position': (p) => ({
    what: `для ${q(p.person)} вопрос ${q(p.issue)} важен, а позиция не указана`,
    rule: 'Тот, кому вопрос важен, где-то на его шкале стоит',
    next: `Добавьте positions.${show(p.person)}.${show(p.issue)} — годится и широкий промежуток`,
  }),
  'answers-later': (p) => ({
    what: `это ответ на ${q(p.answers)}, который датирован позже`,
    rule: 'Ответ следует за тем, на что отвечает',
    next: 'Проверьте обе даты',
  }),
  'unknown-outcome': (p) => ({
    what: `нет исхода с id ${q(p.id)}`,
    rule: 'Вопрос будет решаться без него',
    next: didYouMean(p.suggestion) || 'Добавьте исход или уберите id',
  }),
  'unused-source': (p) => ({
    what: `на ${q(p.id)} не опирается ни одно значение`,
    next: 'Сошлитесь на эту работу или удалите её из sources.json',
  }),
  'unused-person': (p) => ({
    what: `у ${q(p.id)} нет ни места, ни позиции, ни роли в хронике`,
    rule: 'В прогоне он ничего не сможет сделать',
    next: 'Дайте ему что-нибудь из этого или удалите',
  }),
};
