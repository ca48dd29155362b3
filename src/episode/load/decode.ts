import { type EpisodeFileInput, limits, type TextFinding } from './files.ts';

/** The text, and what is wrong with it; with a problem the text serves only to find its line. */
export interface Decoded {
  readonly text: string;
  readonly problem?: TextFinding;
}

/** The text of a file: size, encoding and control characters checked, a byte order mark removed. */
export function decodeFile(file: EpisodeFileInput): Decoded {
  const size = file.bytes?.length ?? file.text?.length ?? 0;
  if (size > limits.megabytes * 1_000_000) {
    return refuse(file, '', 0, 'file-too-large', {
      megabytes: (size / 1_000_000).toFixed(1),
      limit: limits.megabytes,
    });
  }
  const decoded = file.bytes === undefined ? { text: file.text ?? '' } : decodeBytes(file, file.bytes);
  if (decoded.problem !== undefined) return decoded;
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text;
  const at = text.search(control);
  return at < 0 ? { text } : refuse(file, text, at, 'control-character', { charCode: text.charCodeAt(at) });
}

function decodeBytes(file: EpisodeFileInput, bytes: Uint8Array): Decoded {
  const found = utf16(bytes);
  if (found !== undefined) return refuse(file, '', 0, 'not-utf8', { found });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return refuse(file, text, Math.max(0, text.indexOf('\uFFFD')), 'not-utf8');
  }
}

/** By its mark, or by the zero bytes that Latin letters have in it. */
function utf16(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === undefined || b === undefined) return undefined;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return 'UTF-16 (LE)';
  return (a === 0xfe && b === 0xff) || (a === 0 && b !== 0) ? 'UTF-16 (BE)' : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

function refuse(
  file: EpisodeFileInput,
  text: string,
  offset: number,
  code: TextFinding['code'],
  params: TextFinding['params'] = {},
): Decoded {
  return { text, problem: { code, path: [], params, file: file.path, offset } };
}
