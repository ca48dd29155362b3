import { describe, expect, it } from 'vitest';
import { type Block, type ComposedPage, freshId, moved, readPage, rightOption, writePage } from './format.ts';

const words = (text: string) => ({ en: text, ru: text });
const blocks: readonly Block[] = [
  { id: 'b1', kind: 'heading', words: words('A heading') },
  {
    id: 'b2',
    kind: 'figure',
    figure: 'dots',
    outcome: 'left',
    changes: [{ question: 'q' }],
    caption: words(''),
  },
  {
    id: 'b3',
    kind: 'bet',
    ask: words('How often?'),
    outcome: 'left',
    changes: [],
    options: [
      { words: words('seldom'), low: 0, high: 0.5 },
      { words: words('often'), low: 0.5, high: 1 },
    ],
  },
  { id: 'b4', kind: 'sources', ids: [] },
];
const page: ComposedPage = {
  format: 'plenum-page',
  version: 1,
  episode: 'choir',
  hash: 'abc',
  title: words('The choir'),
  authors: 'A. Petrova',
  seed: 7,
  runs: 200,
  blocks,
};
const withBlock = (b: unknown): string => JSON.stringify({ ...page, blocks: [blocks[0], b] });

describe('a composed page', () => {
  it('reads as it was written', () => {
    expect(readPage(writePage(page))).toEqual({ kind: 'page', page });
  });
  it('is refused where it is something else, with the block that is wrong', () => {
    expect(readPage('no')).toMatchObject({ what: 'not-json' });
    expect(readPage('[]')).toMatchObject({ what: 'not-a-page' });
    expect(readPage(JSON.stringify({ ...page, version: 2 }))).toMatchObject({ what: 'newer' });
    expect(readPage(JSON.stringify({ ...page, runs: 1e6 }))).toMatchObject({ what: 'not-a-page' });
    expect(readPage(withBlock({ id: 'x', kind: 'script', words: words('!') }))).toMatchObject({
      what: 'block',
      block: 1,
    });
    expect(readPage(withBlock({ id: 'x', kind: 'text', words: { en: 'only English' } }))).toMatchObject({
      block: 1,
    });
    expect(
      readPage(withBlock({ ...blocks[2], id: 'x', options: [{ words: words('?'), low: 3 }] })),
    ).toMatchObject({ block: 1 });
    expect(readPage(withBlock({ ...blocks[1], id: 'x', from: '1985-07-04' }))).toMatchObject({
      kind: 'page',
    });
    expect(readPage(withBlock({ ...blocks[1], id: 'x', from: 'then' }))).toMatchObject({ block: 1 });
    const story = { ...blocks[1], id: 'x', figure: 'story', issue: 'songs', run: 12 };
    const hangsOn = { ...blocks[1], id: 'x', figure: 'hangs-on', by: 'person', points: 16 };
    for (const figure of [story, hangsOn])
      expect(readPage(withBlock(figure))).toMatchObject({ kind: 'page', page: { blocks: [{}, figure] } });
    for (const wrong of [{ issue: 3 }, { run: -1 }, { run: 1.5 }, { by: 'chance' }, { points: 17 }])
      expect(readPage(withBlock({ ...story, ...wrong }))).toMatchObject({ block: 1 });
    expect(readPage(withBlock(blocks[0]))).toMatchObject({ what: 'not-a-page' });
  });
  it('moves blocks as far as there is room', () => {
    const order = (list: readonly Block[]) => list.map((b) => b.id).join('');
    expect(order(moved(blocks, 'b2', 1))).toBe('b1b3b2b4');
    expect(order(moved(blocks, 'b2', -5))).toBe('b2b1b3b4');
    expect(order(moved(blocks, 'b4', 1))).toBe('b1b2b3b4');
    expect(order(moved(blocks, 'none', 1))).toBe('b1b2b3b4');
    expect(freshId([...blocks, { id: 'b5', kind: 'sources', ids: [] }])).toBe('b6');
  });
  it('knows the right bet by the share of the runs', () => {
    const options = blocks[2]?.kind === 'bet' ? blocks[2].options : [];
    expect([0, 0.49, 0.5, 1].map((s) => rightOption(options, s))).toEqual([0, 0, 1, 1]);
    expect(rightOption([{ words: words('who knows') }], 0.5)).toBe(-1);
  });
});
