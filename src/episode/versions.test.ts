import { describe, expect, it } from 'vitest';
import { loadEpisode } from './load.ts';
import { newEpisode } from './template.ts';
import type { Episode } from './types.ts';
import { versionsOf } from './versions.ts';

const text = newEpisode('test')[0]?.text ?? '';
const episodeOf = (changed: string): Episode => loadEpisode([{ path: 'e.yaml', text: changed }]).episode!;
const before = episodeOf(text);

describe('versions', () => {
  it('are alike if nothing but place and comment changed', () => {
    const found = versionsOf(before, episodeOf(`# a line more\n\n${text}`));
    expect(found).toMatchObject({ added: 0, removed: 0, changed: 0 });
    expect(found.same).toBeGreaterThan(5);
  });
  it('say which field of a value changed', () => {
    const found = versionsOf(
      before,
      episodeOf(
        text.replace('fees: {value: 80 ± 10, confidence: judgement}', 'fees: {value: 60, note: Heard}'),
      ),
    );
    expect(found.changes).toHaveLength(1);
    expect(found.changes[0]).toMatchObject({
      kind: 'changed',
      label: 'position of anna on fees',
      fields: ['value', 'note'],
    });
    expect(found.changes[0]?.before?.distribution).toMatchObject({ kind: 'normal', mean: 80 });
  });
  it('find what was added and removed, and how an act was changed', () => {
    const tie = /\n {2}- \{from: anna, to: boris[^\n]*/;
    const found = versionsOf(before, episodeOf(text.replace(tie, '').replace('ties:\n', 'ties: []\n')));
    expect(found.changes.map((c) => c.kind)).toEqual(['removed']);
    const back = versionsOf(episodeOf(text.replace(tie, '').replace('ties:\n', 'ties: []\n')), before);
    expect(back.changes.map((c) => c.kind)).toEqual(['added']);
    const moved = versionsOf(before, episodeOf(text.replace('on: 1928-03-01', 'on: 1928-03-02')));
    expect(moved.changes[0]).toMatchObject({ kind: 'changed', fields: ['date'] });
  });
});
