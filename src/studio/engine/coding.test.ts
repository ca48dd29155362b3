import { describe, expect, it } from 'vitest';
import { loadEpisode, newEpisode, patchEpisode } from '../../episode/index.ts';
import { agreementOf } from './agreement.ts';
import { claimText, editsOf, tryEdits } from './claims.ts';
import { compareWith } from './compare.ts';
import { miniature } from './miniature.ts';
import { openFiles, type Ready } from './opened.ts';

const text = newEpisode('test')[0]?.text ?? '';
const readyOf = (changed = text): Ready =>
  openFiles([
    { path: 'episode.yaml', text: changed },
    {
      path: 'sources.json',
      text: JSON.stringify([
        { id: 'minutes', type: 'book' },
        { id: 'letter', type: 'book' },
      ]),
    },
  ]).ready!;
const claimOf = (r: Ready, label: string): number => r.episode.claims.find((c) => c.label === label)!.id;
const position = 'position of anna on fees';

describe('editing a claim', () => {
  it('shows it as the file has it', () => {
    const r = readyOf(
      text.replace(
        'fees: {value: 80 ± 10, confidence',
        'fees: {value: 80 ± 10, source: [minutes p. 3, letter], confidence',
      ),
    );
    expect(claimText(r, claimOf(r, position))).toEqual({
      value: '80 ± 10',
      confidence: 'judgement',
      note: '',
      source: 'minutes p. 3; letter',
    });
  });
  it('writes only what changed, and keeps comments', () => {
    const r = readyOf();
    const id = claimOf(r, position);
    const edits = editsOf(r, id, { ...claimText(r, id), value: '55', note: 'Heard at the door' });
    expect(edits.map((e) => e.path.at(-1))).toEqual(['value', 'note']);
    const { files } = patchEpisode(r.files, edits);
    expect(files[0]?.text).toContain('# Trust (1) and enmity (-1).');
    const again = readyOf(files[0]?.text);
    expect(claimText(again, claimOf(again, position))).toMatchObject({
      value: '55',
      note: 'Heard at the door',
    });
    expect(editsOf(r, id, claimText(r, id))).toEqual([]);
  });
  it('makes a claim of a bare number once more than the number is said', () => {
    const r = readyOf(text.replace('fees: {value: 80 ± 10, confidence: judgement}', 'fees: 80 ± 10'));
    const id = claimOf(r, position);
    const own = claimText(r, id);
    expect(editsOf(r, id, { ...own, value: '70' })[0]).toMatchObject({ kind: 'set', value: 70 });
    expect(editsOf(r, id, { ...own, confidence: 'disputed' })[0]).toMatchObject({
      value: { value: '80 ± 10', confidence: 'disputed' },
    });
  });
  it('deletes what is emptied, and writes a value where only a default was', () => {
    const r = readyOf();
    const id = claimOf(r, position);
    expect(editsOf(r, id, { ...claimText(r, id), confidence: '' })[0]).toMatchObject({ kind: 'delete' });
    const byDefault = r.episode.claims.find((c) => c.label === 'caution of anna')!;
    expect(byDefault.origin).not.toBe('coded');
    const edits = editsOf(r, byDefault.id, { ...claimText(r, byDefault.id), value: '0.3 ± 0.1' });
    const again = readyOf(patchEpisode(r.files, edits).files[0]?.text);
    expect(again.episode.claims[claimOf(again, 'caution of anna')]?.origin).toBe('coded');
  });
  it('tells the errors of an edit before it is made', () => {
    const r = readyOf();
    const id = claimOf(r, position);
    const wrong = tryEdits(r, editsOf(r, id, { ...claimText(r, id), value: '280' }));
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong[0]?.line).toBeGreaterThan(1);
    expect(tryEdits(r, editsOf(r, id, { ...claimText(r, id), value: '20' }))).toEqual([]);
  });
});

describe('coders', () => {
  const coded = (a: string, b: string): string =>
    text
      .replace(
        'fees: {value: 80 ± 10, confidence: judgement}',
        `fees: {claims: [{value: ${a}, coder: one, rank: preferred}, {value: ${b}, coder: two}]}`,
      )
      .replace(
        'fees: {value: 20..50, confidence: judgement}',
        'fees: {claims: [{value: 20, coder: one}, {value: 30, coder: two}]}',
      )
      .replace('  starts:', '  coders: [{id: one, name: One}, {id: two, name: Two}]\n  starts:');
  it('agree as far as their values do', () => {
    const near = agreementOf(readyOf(coded('80', '78')).episode);
    const far = agreementOf(readyOf(coded('80', '10')).episode);
    expect(near.coders).toEqual(['one', 'two']);
    expect(near.alpha).toBeGreaterThan(0.9);
    expect(far.alpha).toBeLessThan(near.alpha);
    expect(far.units[0]).toMatchObject({ label: position });
    expect(far.units[0]?.apart).toBeCloseTo(0.7, 2);
  });
  it('cannot be compared where one has coded alone', () => {
    expect(agreementOf(readyOf().episode)).toMatchObject({ units: [] });
    expect(agreementOf(readyOf().episode).alpha).toBeNaN();
  });
});

describe('other files', () => {
  it('are compared with what is open', () => {
    const older = [{ path: 'e.yaml', text: text.replace('fees: {value: 80', 'fees: {value: 70') }];
    const { versions } = compareWith(readyOf().episode, older);
    expect(versions).toMatchObject({ added: 0, removed: 0, changed: 1 });
    expect(() => compareWith(readyOf().episode, [{ path: 'e.yaml', text: '- nothing' }])).toThrow(
      'not-an-episode',
    );
  });
  it('have a miniature as their replay has it', () => {
    const made = miniature([{ path: 'e.yaml', text }]);
    expect(made?.episode.id).toBe('test');
    expect(made?.course.frames.days[0]).toBe(loadEpisode([{ path: 'e.yaml', text }]).episode?.meta.starts);
    expect(made?.course.acts).toEqual([{ by: ['anna'], kind: 'motion' }]);
    expect(miniature([{ path: 'e.yaml', text: 'plenum: 1' }])).toBeUndefined();
  });
});
