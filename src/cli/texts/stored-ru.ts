import { pluralRu } from '../../report/language.ts';
import type { Texts } from './en.ts';

const shown = (n: number): string => n.toLocaleString('ru');
const runs = (n: number): string => `${shown(n)} ${pluralRu(n, 'прогон', 'прогона', 'прогонов')}`;

/** What the command line says about stored runs, in Russian. */
export const storedRu: Texts['stored'] = {
  out: 'Хранить прогоны в этой папке: если работа прервётся, ничего не пропадёт',
  resume: 'Продолжить начатое в папке: выполнить только недостающие прогоны',
  preflight: 'Только сообщить, что предстоит, сколько это займёт времени и места',
  to: 'Вид файла: parquet, csv или arrow',
  file: 'Какой файл создать; словарь данных ляжет рядом (по умолчанию в <папка>/export)',
  folder: 'папка с прогонами (--out команд run и ask)',
  rowsNotKept: 'Прогоны «hangs-on» хранятся только в памяти: уберите --out и --resume.',
  resumeWhat: '--resume продолжает прогоны из папки; укажите её: --out <папка>.',
  onlyNotKept: '--only рассказывает один прогон и ничего не хранит; уберите --out, --resume и --preflight.',
  exists: (folder, done, total) =>
    done === total
      ? `В «${folder}» уже есть все эти ${runs(total)}. Добавьте --resume, чтобы ответить по ним, или выберите другую папку.`
      : `В «${folder}» уже есть ${shown(done)} из этих ${runs(total)}. Добавьте --resume, чтобы доделать остальное, или выберите другую папку.`,
  otherPlan: (folder, done) =>
    `В «${folder}» лежит другое (${runs(done)}); разные прогоны никогда не смешиваются. Чем они отличаются:`,
  differs: (what, stored, wanted) => `  ${what}: в папке ${stored}, а нужно ${wanted}`,
  otherPlanNext: (command, folder) =>
    `Выберите другую папку через --out. Прогоны в этой получены так: ${command} --out ${folder}`,
  fields: {
    format: 'формат папки',
    plenum: 'версия plenum',
    episode: 'эпизод',
    hash: 'контрольная сумма файлов эпизода',
    question: 'вопрос',
    seed: 'зерно',
    first: 'первый прогон',
    runs: 'число прогонов',
    interventions: 'изменения',
    parameters: 'параметры модели',
  },
  notAStore: (folder) =>
    `В «${folder}» нет сохранённых прогонов: нет файла manifest.json. Такую папку создаёт «plenum run <эпизод> --out <папка>».`,
  notEmpty: (folder) =>
    `В «${folder}» лежат другие файлы. Прогонам нужна своя папка: выберите новую или пустую.`,
  newerFormat: (folder, format) =>
    `Папка «${folder}» записана более новой версией plenum (формат ${format}). Возьмите ту версию или выберите другую папку.`,
  brokenManifest: (folder, message) =>
    `Не читается manifest.json в «${folder}»: ${message}. Файлы в shards/ не тронуты, но без него не узнать, что в них. Восстановите manifest.json или выберите другую папку.`,
  damaged: (folder, file) =>
    `Файл ${file} в «${folder}» — не тот, что был записан. Команда, создавшая папку, с флагом --resume выполнит его прогоны заново; остальные годны.`,
  locked: (folder, pid) =>
    `В «${folder}» сейчас пишет другой процесс${pid > 0 ? ` (номер ${pid})` : ''}. Дождитесь его или выберите другую папку.`,
  lockedElsewhere: (folder, pid, host) =>
    `В «${folder}» пишет процесс на другой машине (номер ${pid} на ${host}), или он был там убит. Если вы уверены, что его больше нет, удалите ${folder}/lock.json и повторите.`,
  otherValues: (folder, run) =>
    `Прогон ${run} из «${folder}» выходит теперь не таким, каким сохранён: при том же номере версии программа даёт другие значения. Те и другие не смешиваются; выберите другую папку.`,
  full: (folder, done, total) =>
    `Для записи в «${folder}» не осталось места. Сохранено прогонов: ${shown(done)} из ${shown(total)}. Освободите место и дайте ту же команду с --resume.`,
  unwritable: (folder, message) =>
    `В «${folder}» нельзя писать: ${message}. Выберите папку, в которой это можно.`,
  interrupted: (folder, done, total) =>
    `Прервано. В «${folder}» сохранено прогонов: ${shown(done)} из ${shown(total)}; та же команда с --resume сделает остальное.`,
  partial: (done, total) =>
    `Внимание: завершено прогонов: ${shown(done)} из ${shown(total)}; в файле только они.`,
  fileThere: (file) => `«${file}» уже существует. Выберите другое имя через --out.`,
  unwritableFile: (file, message) => `«${file}» нельзя записать: ${message}. Ничего не осталось.`,
  noFormat: 'Укажите вид: --to parquet, --to csv или --to arrow.',
  notReady: 'Работа не начата: проверка не пройдена (см. выше). Ничего не изменено.',
};
