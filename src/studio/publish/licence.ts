import type { Episode } from '../../episode/index.ts';
import { say, type Language } from '../../report/language.ts';
import { mostWords } from './passages.ts';

export interface LicenceTexts {
  /** The file beside the episode, if there is one. */
  readonly episode?: string | undefined;
  /** Those of the program and of what its page is built from. */
  readonly program: string;
  readonly notices?: string | undefined;
}

const known: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** LICENSE.txt of a publication: of the data, of words of others in it, of the program that runs in the page. */
export function licenceFile(episode: Episode, lang: Language, texts: LicenceTexts): string {
  const { licence, title } = episode.meta;
  const stated =
    licence === undefined
      ? say(
          lang,
          'Its files state no licence. Without one they may be read and run, but not copied or changed: ask its authors.',
          'Лицензия в файлах не указана. Без неё их можно читать и запускать, но не копировать и не изменять: спросите авторов.',
        )
      : [licence, known[licence]].filter((part) => part !== undefined).join(', ');
  const words = say(
    lang,
    `Words quoted from the sources remain under the rights of those sources; of longer quotations the first ${mostWords} words are kept unless the source is in the public domain.`,
    `Слова, приведённые из источников, остаются под правами этих источников; от длинных цитат оставлены первые ${mostWords} слов, если источник не в общественном достоянии.`,
  );
  const parts = [
    say(lang, `The episode “${title.en}” (its data): ${stated}`, `Эпизод «${title.ru}» (данные): ${stated}`),
    ...(texts.episode === undefined ? [] : [texts.episode]),
    words,
    say(lang, 'The program in the page (Plenum):', 'Программа на странице (Plenum):'),
    texts.program,
    ...(texts.notices === undefined
      ? []
      : [say(lang, 'Parts of the page by others:', 'Части страницы, созданные другими:'), texts.notices]),
  ];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}
