import type { Texts } from './en.ts';

/** Words about stored runs and the list before long work, in Russian. */
export const storedRu: Texts['stored'] = {
  preflight: {
    title: 'Перед началом работы',
    what: 'Что',
    runs: 'Прогоны',
    howMany: (missing, done, twins) =>
      `предстоит ${twins ? 'пар' : 'прогонов'}: ${missing}${done === '0' ? '' : `, уже сделано: ${done}`}`,
    workers: 'Потоки',
    time: 'Время',
    about: (all, one) => `около ${all} (${one} на прогон; измерено сейчас на этой машине)`,
    room: 'Диск',
    notKept: 'ничего не хранится, показывается только ответ',
    roomIn: (size, folder) => `около ${size} в ${folder}`,
    passed: 'в порядке',
    notPassed: 'НЕ В ПОРЯДКЕ',
    checks: {
      episode: (warnings) =>
        `в эпизоде нет ошибок${warnings === '0' ? '' : ` (замечаний: ${warnings}; их перечислит «plenum check»)`}`,
      changes: (n) => `всё, что меняется, существует (изменений: ${n})`,
      sample: (tried, failed) => `пробных прогонов: ${tried}, из них сорвалось: ${failed}`,
      forced: (done, refused) =>
        `навязанных действий в пробных прогонах: исполнено ${done}, отклонено правилами ${refused}`,
      memory: (needed, free) => `память для результатов: нужно ${needed}, свободно ${free}`,
      folder: (good) => (good ? 'в папку можно писать' : 'в папку нельзя писать'),
      kept: (good) =>
        good
          ? 'ничего другого в папке нет'
          : 'в папке другие прогоны, или эти же, но нет --resume, чтобы их продолжить',
      room: (needed, free) => `место на диске: нужно ${needed}, свободно ${free}`,
    },
    advice: '--out <папка> сохранит прогоны: если работа прервётся, ничего не пропадёт.',
  },
  runs: {
    title: (folder) => `Прогоны в папке ${folder}`,
    episode: 'Эпизод',
    question: 'Вопрос',
    none: 'нет: просто прогоны',
    command: 'Команда',
    version: 'Чем записано',
    finished: 'Завершено',
    ofAll: (done, all) => `${done} из ${all}`,
    failed: 'Сорвалось',
    missing: 'Недостаёт',
    damaged: 'Повреждены',
    nothing: 'нет таких',
    which: (n, ranges) => `${n} (прогоны ${ranges})`,
    files: (n, size) => `файлов: ${n}, ${size}`,
    size: 'На диске',
    writing: 'Занято',
    writer: (pid, host) => `пишет процесс ${pid} на ${host}`,
    failedRuns: 'Сорвавшиеся прогоны',
    more: (n) => `и ещё ${n}; все они — в вывозимой таблице сорвавшихся прогонов`,
  },
  export: {
    written: 'Созданы файлы:',
    rows: (n, columns) => `строк: ${n}, столбцов: ${columns}`,
    about: {
      data: 'прогоны, по строке на каждый',
      failed: 'сорвавшиеся прогоны: номер, зерно, день, сделано действий, сообщение',
      dictionaryJson: 'словарь данных для программ',
      dictionaryMd: 'словарь данных для чтения',
      readme: 'откуда эти прогоны и как прочесть их в R и Python',
    },
  },
};
