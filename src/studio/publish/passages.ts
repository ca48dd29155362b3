/** How much of somebody else's words is published: enough to find the place, not a sentence. Whichever is less. */
export const mostWords = 12;
export const mostLetters = 100;

export const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The first words of a quotation, and a mark that it went on; as it is if it is short. */
export function shortened(text: string): string {
  const trimmed = text.trim();
  if (wordsIn(trimmed) <= mostWords && trimmed.length <= mostLetters) return text;
  const words = trimmed.split(/\s+/).slice(0, mostWords);
  while (words.length > 1 && words.join(' ').length > mostLetters) words.pop();
  return `${[...words.join(' ')].slice(0, mostLetters).join('')} …`;
}

const quoted = /«[^«»]+»|“[^“”]+”|„[^„“”]+[“”]|"[^"]+"/g;

/** A text of the coder's own, in which long passages between quotation marks are shortened. `clean` turns a passage as it stands into its words. */
export function passages(text: string, clean: (passage: string) => string = (passage) => passage): string {
  return text.replaceAll(quoted, (passage) => {
    const inner = clean(passage.slice(1, -1));
    const short = shortened(inner);
    return short === inner ? passage : `${passage[0]}${short}${passage.at(-1)}`;
  });
}
