import { describe, expect, it } from 'vitest';
import { choirPage } from '../../../test/helpers/choir-page.ts';
import { bundled, bundledFiles } from '../../../test/helpers/episodes.ts';
import { formatProblem, loadEpisode } from '../../episode/index.ts';
import { writePage } from '../page/pages/format.ts';
import { composedMessages } from './composed-messages.ts';
import { readComposed } from './composed.ts';

const choir = bundled('choir');
const loaded = loadEpisode(bundledFiles('choir'));
const read = (text: string) => readComposed({ path: 'my-page.json', text }, choir, loaded);
const said = (text: string, lang: 'en' | 'ru' = 'en'): readonly string[] =>
  read(text).problems.map((p) => formatProblem(p, lang, composedMessages));

describe('a composed page that is to be published', () => {
  it('is read as the studio wrote it', () => {
    expect(read(writePage(choirPage))).toEqual({ page: choirPage, problems: [] });
  });

  it('says everything that is wrong at once, with its place, the rule and the next step', () => {
    const wrong = {
      ...choirPage,
      blocks: choirPage.blocks.map((b, k) =>
        k === 1
          ? { ...b, outcome: 'bruno-leave' }
          : k === 2
            ? { ...b, id: 'b1', changes: [{ question: 'no-bills' }] }
            : k === 3
              ? { ...b, changes: [{ question: 'comply' }, { remove: { event: 'hall-bil' } }] }
              : k === 5
                ? { ...b, ids: ['nobody-2000'] }
                : b,
      ),
    };
    const text = JSON.stringify(wrong, null, 2);
    const lines = said(text);
    expect(lines).toHaveLength(5);
    const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
    const [outcome, id, question, change, source] = lines;
    expect(outcome).toMatch(
      /^my-page\.json:\d+:\d+: error: blocks\[1\]\.outcome: no outcome has the id .bruno-leave.\. Did you mean .bruno-leaves/,
    );
    expect(outcome).toContain(`:${lineOf('"bruno-leave"')}:`);
    expect(id).toMatch(/blocks\[2\]\.id: the id .b1. is already used by .?blocks\[0\]/);
    expect(question).toMatch(/blocks\[2\]\.changes\[0\]\.question: .*no-bill/);
    expect(change).toMatch(/blocks\[3\]\.changes\[1\]\.remove.*hall-bil.*hall-bill/);
    expect(change).toContain(`:${lineOf('"hall-bil"')}:`);
    expect(source).toMatch(/blocks\[5\].ids\[0\]: .*nobody-2000/);
    for (const line of said(text, 'ru')) expect(line).toMatch(/ошибка: .*[а-я]/);
  });

  it('names an issue of the episode in a storyline, and asks for no more than is offered of what an answer hangs on', () => {
    const withFigure = (more: object): string =>
      JSON.stringify({ ...choirPage, blocks: [{ ...choirPage.blocks[2], ...more }] });
    expect(said(withFigure({ figure: 'story', issue: 'programme', run: 7 }))).toEqual([]);
    expect(said(withFigure({ figure: 'story', issue: 'program' })).join()).toMatch(
      /blocks\[0\]\.issue: no issue has the id .program.\. Did you mean .programme/,
    );
    expect(said(withFigure({ figure: 'hangs-on', by: 'source', points: 64 }))).toEqual([]);
    for (const wrong of [{ points: 512 }, { by: 'chance' }, { run: -1 }])
      expect(said(withFigure({ figure: 'hangs-on', ...wrong }))).not.toEqual([]);
  });

  it('must have the form that the studio writes', () => {
    const lines = said(
      JSON.stringify({
        ...choirPage,
        runs: 9000,
        script: 'x',
        title: { en: 'only' },
        blocks: [{ id: 'x', kind: 'html' }],
      }),
    );
    const all = lines.join('\n');
    for (const part of [/runs: 9.?000/, /script/, /title\.ru|title: .*ru/, /blocks\[0\]/])
      expect(all).toMatch(part);
    expect(lines.length).toBeGreaterThanOrEqual(4);
  });

  it('may keep history up to a day of the episode', () => {
    const page = (from: string) =>
      writePage({ ...choirPage, blocks: choirPage.blocks.map((b) => (b.id === 'b4' ? { ...b, from } : b)) });
    for (const from of ['start', '1985-07-04']) expect(read(page(from)).problems).toEqual([]);
    expect(said(page('1999-01-01'))).toEqual([
      expect.stringMatching(
        /blocks\[3\]\.from: 1999-01-01 lies outside the episode.*1985-05-01 to 1985-09-30/,
      ),
    ]);
    expect(said(page('yesterday'))).toHaveLength(1);
  });

  it.each([
    ['broken JSON', '{"format": "plenum-page", ', /error/],
    ['something else', '{"name": "package"}', /no page composed in the studio.*plenum-page.*Page screen/],
    ['a list', '[]', /no page composed in the studio/],
    [
      'a page of another episode',
      writePage({ ...choirPage, episode: 'x' }),
      /belongs to the episode "x", not to "choir"/,
    ],
  ])('is refused if it is %s', (_, text, words) => {
    expect(read(text).page).toBeUndefined();
    expect(said(text).join('\n')).toMatch(words);
  });
});
