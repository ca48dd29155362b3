import { Lexer } from 'yaml';
import { lineStarts, placeOf } from '../../episode/load/files.ts';
import { passages, wordsIn } from './passages.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface ShortComments {
  readonly text: string;
  readonly leftOut: readonly { readonly line: number; readonly words: number }[];
}

/** A YAML text in whose comments long passages between quotation marks are shortened, also where they go over several lines. */
export function withShortComments(text: string): ShortComments {
  const leftOut: { line: number; words: number }[] = [];
  const starts = lineStarts(text);
  let result = '';
  let last = 0;
  for (const { start, end } of commentBlocks(text)) {
    const before = text.slice(start, end);
    const after = passages(before, withoutMarks);
    if (after === before) continue;
    leftOut.push({
      line: placeOf(starts, start).line,
      words: wordsIn(withoutMarks(before)) - wordsIn(withoutMarks(after)),
    });
    result += text.slice(last, start) + after;
    last = end;
  }
  return { text: result + text.slice(last), leftOut };
}

const withoutMarks = (passage: string): string => passage.replaceAll(/\s*\n\s*#\s?/g, ' ');

/** Comments that follow each other without anything but white space between them, as one. */
function commentBlocks(text: string): readonly Range[] {
  const blocks: Range[] = [];
  let at = 0;
  let isValue = false;
  let open: { start: number; end: number } | undefined;
  for (const token of new Lexer().lex(text)) {
    // Marks of the lexer's own, which stand for nothing in the text; behind the last of them comes a value.
    if (token === '\u0002' || token === '\u0018' || token === '\u001f') {
      isValue = token === '\u001f';
      continue;
    }
    if (token.startsWith('#') && !isValue) {
      if (open === undefined) {
        open = { start: at, end: at };
        blocks.push(open);
      }
      open.end = at + token.length;
    } else if (token.trim() !== '') open = undefined;
    at += token.length;
    isValue = false;
  }
  return blocks;
}
