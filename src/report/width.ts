/** Columns a text takes on a terminal: marks that combine take none, wide East Asian characters two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

const combining = /\p{Mark}|\p{Default_Ignorable_Code_Point}/u;
const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\uFF01-\uFF60\u3000-\u303F]|\p{Emoji_Presentation}/u;

function widthOf(character: string): number {
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export function pad(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const missing = Math.max(0, columns - width(text));
  return align === 'right' ? ' '.repeat(missing) + text : text + ' '.repeat(missing);
}

/** Breaks a text into lines of at most `columns`, between words; a word that is longer is cut. Line breaks of the text stay. */
export function wrap(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, columns));
}

function wrapLine(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((w) => w !== '')) {
    for (const part of pieces(word, columns)) {
      const joined = line === '' ? part : `${line} ${part}`;
      if (width(joined) <= columns) line = joined;
      else {
        if (line !== '') lines.push(line);
        line = part;
      }
    }
  }
  lines.push(line);
  return lines;
}

function pieces(word: string, columns: number): readonly string[] {
  if (width(word) <= columns) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (width(part + character) > columns) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}
