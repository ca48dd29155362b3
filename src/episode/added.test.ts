import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baseText, withExtra } from './fixture.ts';
import { loadEpisode } from './load.ts';
import { describeProblem } from './problems.ts';

const files = withExtra(`
outcomes:
  - {id: out, ask: Does anybody resign?, measure: {any: {act: resign}}}
events:
  - {id: storm, on: 1928-05-01, what: A storm, confidence: judgement}
`);
const question = (interventions: readonly unknown[]): string =>
  JSON.stringify({ questions: [{ id: 'mine', ask: 'What if?', interventions, outcomes: ['out'] }] });

/** The messages about the questions of the last file, read along with all others. */
function theLongWay(text: string): readonly string[] {
  const loaded = loadEpisode([...files, { path: 'z.yaml', text }]);
  return loaded.problems.filter((p) => p.file === 'z.yaml').map((p) => describeProblem(p, 'en'));
}

function theShortWay(text: string): readonly string[] {
  const added = loadEpisode(files).readMore?.({ path: 'z.yaml', text });
  return (added?.problems ?? []).map((p) => describeProblem(p, 'en'));
}

const wrong: Readonly<Record<string, string>> = {
  'an unknown person': question([{ forbid: { act: 'resign', by: 'ana' } }]),
  'an unknown kind': question([{ force: { act: 'resigns', by: 'anna' }, at: '1928-05-01' }]),
  'an unknown body': question([{ forbid: { act: 'resign', in: 'bord' } }]),
  'a value off its scale': question([{ set: { trait: 'anna.attachment', to: 3 } }]),
  'a text that names no trait': question([{ set: { trait: 'anna.atachment', to: 0.5 } }]),
  'a day outside': question([{ force: { act: 'exit', by: 'anna' }, at: '1930-01-01' }]),
  'a day that cannot be read': question([{ forbid: { act: 'exit' }, from: 'next week' }]),
  'an unknown key': question([{ forbid: { act: 'exit', whom: 'anna' } }]),
  'nothing known': question([{ prevent: { act: 'exit' } }]),
  'a removal of nothing': question([{ remove: { event: 'strom' } }]),
  'an added event of the wrong form': question([{ add: { event: { id: 'e', what: 'x' } } }]),
  'an added event with an unknown pressure': question([
    { add: { event: { id: 'e', on: '1928-05-02', what: 'x', pressure: { rain: 0.2 } } } },
  ]),
  'two mistakes at once': question([
    { forbid: { act: 'exits', by: 'ana' } },
    { set: { tie: 'anna', to: 1 } },
  ]),
  'no interventions': question([]),
  'broken text': '{"questions": [',
};

describe('questions added to an episode', () => {
  for (const [name, text] of Object.entries(wrong))
    it(`say of ${name} what the loader says`, () => {
      const long = theLongWay(text);
      expect(long).not.toEqual([]);
      expect(theShortWay(text)).toEqual(long);
    });

  it('come out as the loader reads them', () => {
    const text = question([
      { force: { act: 'exit', by: 'anna' }, at: '1928-05-01' },
      { set: { position: 'boris.fee', to: 40 }, at: { after: 'none', days: 2 } },
      { set: { rule: 'board.rule', to: 'two-thirds' } },
      { remove: { event: 'storm' } },
      { add: { meeting: { id: 'm', body: 'board', on: '1928-06-01', agenda: ['fee'] } } },
    ]).replace('{"after":"none","days":2}', '"1928-06-02"');
    const whole = loadEpisode([...files, { path: 'z.yaml', text }]).episode?.questions;
    expect(loadEpisode(files).readMore?.({ path: 'z.yaml', text }).questions).toEqual(whole);
    expect(whole?.[0]?.interventions).toHaveLength(5);
  });

  it('date themselves by acts of the record', () => {
    const record = `record:
  - {id: first, act: declare, by: anna, on: 1928-03-01, issue: fee, value: 50, open: true, confidence: judgement}
`;
    const more = loadEpisode(withExtra(record, baseText)).readMore;
    const text = question([{ force: { act: 'exit', by: 'anna' }, at: { after: 'first', days: 9 } }]);
    const [one] = more?.({ path: 'z.yaml', text }).questions[0]?.interventions ?? [];
    expect(one).toMatchObject({ kind: 'force', at: Date.UTC(1928, 2, 10) / 86_400_000 });
  });

  it('of the episodes that come along are read as they stand', () => {
    const folder = new URL('../../episodes/november-1917/', import.meta.url);
    const read = (name: string) => ({ path: name, text: readFileSync(new URL(name, folder), 'utf8') });
    const all = ['episode', 'bodies', 'issues', 'outside', 'people', 'record', 'ties'].map(
      (n) => `${n}.yaml`,
    );
    const loaded = loadEpisode([...all, 'questions.yaml', 'sources.json'].map(read));
    const { path, text } = read('questions.yaml');
    const again = loaded.readMore?.({ path, text: text.slice(text.indexOf('\nquestions:')) });
    expect(again?.problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(again?.questions).toEqual(loaded.episode?.questions);
    expect(again?.questions.length).toBeGreaterThan(15);
  });
});
