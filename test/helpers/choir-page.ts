import type { ComposedPage } from '../../src/studio/page/pages/format.ts';

const same = (text: string) => ({ en: text, ru: text });

/** A page of the choir as somebody composed it: text, a bet, an effect of a question and one of a change written out, sources. */
export const choirPage: ComposedPage = {
  format: 'plenum-page',
  version: 1,
  episode: 'choir',
  hash: '',
  title: { en: 'Whose songs?', ru: 'Чьи песни?' },
  authors: 'A. Petrova',
  seed: 5,
  runs: 40,
  blocks: [
    { id: 'b1', kind: 'text', words: { en: 'A bill came. <b>Not bold.</b>', ru: 'Пришёл счёт.' } },
    {
      id: 'b2',
      kind: 'bet',
      ask: same('How often does Bruno give up the baton?'),
      outcome: 'bruno-leaves',
      changes: [],
      options: [
        { words: same('seldom'), low: 0, high: 0.5 },
        { words: same('often'), low: 0.5, high: 1 },
      ],
    },
    {
      id: 'b3',
      kind: 'figure',
      figure: 'effect',
      outcome: 'bruno-leaves',
      changes: [{ question: 'no-bill' }],
      caption: same('Without the bill'),
    },
    {
      id: 'b4',
      kind: 'figure',
      figure: 'dots',
      outcome: 'bruno-leaves',
      changes: [{ remove: { event: 'hall-bill' } }],
      caption: same(''),
    },
    {
      id: 'b6',
      kind: 'figure',
      figure: 'flows',
      outcome: 'bruno-leaves',
      changes: [{ question: 'no-bill' }],
      caption: same(''),
    },
    { id: 'b5', kind: 'sources', ids: [] },
    {
      id: 'b7',
      kind: 'figure',
      figure: 'story',
      outcome: 'bruno-leaves',
      changes: [],
      issue: 'programme',
      run: 3,
      caption: same(''),
    },
    {
      id: 'b8',
      kind: 'figure',
      figure: 'hangs-on',
      outcome: 'bruno-leaves',
      changes: [],
      by: 'person',
      points: 8,
      caption: same(''),
    },
  ],
};
