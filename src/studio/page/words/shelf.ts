const en = {
  title: 'What would you like to open?',
  intro:
    'Each card shows the record of a conflict: where those who acted most stood over time. Everything happens on this computer.',
  acts: (n: string) => `${n} acts`,
  sources: (n: string) => `${n} sources`,
  people: (n: string) => `${n} people`,
  warnings: (n: number) => (n === 1 ? '1 problem' : `${n} problems`),
  drawing: 'The record is being read',
  notRunnable: 'Has errors; open it to see them.',
  record: (title: string) =>
    `The record of “${title}” in miniature: lines are people, a cross marks leaving the body`,
  yours: 'An episode of your own',
  drop: 'Drop a folder or the files of an episode here',
  or: 'or',
  chooseFolder: 'Choose a folder',
  chooseFiles: 'Choose files',
  localNote:
    'They are read in this page and sent nowhere. They cannot be written from here; to edit on disk, start the studio on the folder: plenum studio <folder>.',
  noFiles: 'Among these are no files of an episode (.yaml, .json).',
  begin: 'Begin a new one',
  beginNote:
    'A commented file with two people, one body and one question, which checks clean. On the command line:',
  fromTables: 'From a spreadsheet of people, positions and ties:',
  id: 'Short name, in lower case',
  badId: 'Lower-case letters, digits and hyphens, beginning with a letter.',
  openTemplate: 'Look at it here',
  download: 'Download its files',
};
const ru: typeof en = {
  title: 'Что открыть?',
  intro:
    'На каждой карточке — запись одного конфликта: где со временем стояли те, кто больше всего действовал. Всё происходит на этом компьютере.',
  acts: (n) => `действий: ${n}`,
  sources: (n) => `источников: ${n}`,
  people: (n) => `людей: ${n}`,
  warnings: (n) => `замечаний: ${n}`,
  drawing: 'Запись читается',
  notRunnable: 'Есть ошибки; откройте, чтобы их увидеть.',
  record: (title) => `Запись «${title}» в миниатюре: линии — люди, крест — выход из органа`,
  yours: 'Свой эпизод',
  drop: 'Перетащите сюда папку или файлы эпизода',
  or: 'или',
  chooseFolder: 'Выбрать папку',
  chooseFiles: 'Выбрать файлы',
  localNote:
    'Они читаются в этой странице и никуда не отправляются. Отсюда их нельзя записать; чтобы править на диске, запустите студию на папке: plenum studio <папка>.',
  noFiles: 'Среди них нет файлов эпизода (.yaml, .json).',
  begin: 'Начать новый',
  beginNote:
    'Файл с пояснениями: два человека, один орган, один вопрос; проверку он проходит. В командной строке:',
  fromTables: 'Из таблиц людей, позиций и связей:',
  id: 'Короткое имя, строчными латинскими',
  badId: 'Строчные латинские буквы, цифры и дефисы, сначала буква.',
  openTemplate: 'Посмотреть здесь',
  download: 'Скачать файлы',
};
export const words = { en, ru };
