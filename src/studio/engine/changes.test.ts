import { describe, expect, it } from 'vitest';
import { aCall, opened } from '../../../test/helpers/studio.ts';
import type { Change } from './protocol.ts';

const { all } = await opened('november-1917');
const tell = (changes: readonly Change[]) => all.changes(aCall, changes);

describe('changes', () => {
  it('are told in words, each and together', async () => {
    const told = await tell([
      { force: { act: 'exit', by: 'kamenev' }, at: '1917-11-04' },
      { force: { act: 'exit', by: 'rykov' }, at: '1917-11-04' },
      { question: 'no-ultimatum' },
    ]);
    expect(told.problems).toEqual([]);
    expect(told.sentences[0]?.en).toMatch(/Kamenev and Rykov/);
    expect(told.each.map((e) => e.length)).toEqual([1, 1, 1]);
    expect(told.each[1]?.[0]?.ru).toMatch(/Рыков/);
  });

  it('name the one that is wrong, in the checker’s words', async () => {
    const told = await tell([
      { question: 'no-ultimatum' },
      { set: { trait: 'kamenev.attachment', to: 2 } },
      { forbid: { act: 'resign', by: 'kamenef' } },
    ]);
    expect(told.places).toEqual([1, 2]);
    expect(told.problems[0]?.en).toMatch(/^set\.to: /);
    expect(told.problems[1]?.en).toMatch(/^forbid\.by\[0\]: .*Did you mean "kamenev"\?$/);
    expect(told.each.map((e) => e.length)).toEqual([1, 0, 0]);
    expect(told.sentences).toEqual([]);
  });

  it('name a question that is not there, and a tie that is not there', async () => {
    const told = await tell([{ question: 'nonsense' }, { set: { tie: 'left-srs.muralov', to: 1 } }]);
    expect(told.places[0]).not.toBe(told.places[1]);
    expect(told.problems.map((p) => p.ru).join(' ')).toMatch(/нет вопроса «nonsense»/);
  });

  it('do not run while any of them is wrong', async () => {
    const asked = async () => all.ask(aCall, { seed: 1, runs: 1, changes: [{ set: { trait: 'x', to: 1 } }] });
    await expect(asked()).rejects.toThrow(RangeError);
  });
});
