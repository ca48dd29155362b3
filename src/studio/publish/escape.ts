/*
 * What an episode or the page holds, put into HTML so that it stays what it is. Inside <script> the tokenizer looks for three things
 * only: "</script", "<!--" and "<script"; inside <style> for "</style".
 */

/** Text for an element or an attribute in double quotes. */
export const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** JSON for <script type="application/json">: no "<" is left, nor line separators that old parsers stumble over. */
export const json = (data: unknown): string =>
  JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/**
 * JavaScript for <script>. In code that a bundler wrote these letters stand in texts, templates and regular expressions only, where \x3c is
 * the same as "<". Line ends and zeros as an HTML parser would leave them, so that the hash of the text is that of what runs.
 */
export const script = (code: string): string =>
  lineEnds(code)
    .replaceAll('\0', '\\x00')
    .replaceAll(/<(?=!--|\/?script)/gi, '\\x3c');

/** CSS for <style>; a backslash before "/" changes nothing in a text of CSS. */
export const style = (css: string): string =>
  lineEnds(css)
    .replaceAll('\0', '\\0 ')
    .replaceAll(/<\/(?=style)/gi, '<\\/');

const lineEnds = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
