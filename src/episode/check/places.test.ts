import { describe, expect, it } from 'vitest';
import { withExtra } from '../fixture.ts';
import { loadEpisode } from '../load.ts';

/*
 * Wherever an id may stand in a file, one that names nothing is reported exactly there. In each example the id `nobody`
 * stands once; the rest is right.
 */

const act = (fields: string): string =>
  `record:\n- {id: m, act: motion, by: anna, on: 1928-02-01, ${fields}, confidence: judgement}`;
const event = (fields: string): string => `events:\n- {id: e, what: E, on: 1928-02-01, ${fields}}`;
const meeting = (fields: string): string => `meetings:\n- {id: s, on: 1928-02-01, ${fields}}`;
const outcome = (measure: string): string => `outcomes:\n- {id: o, ask: Will it?, measure: {${measure}}}`;
const question = (intervention: string): string =>
  `questions:\n- {id: q, ask: What if?, interventions: [{${intervention}}], outcomes: [x]}`;
const pressure = (fields: string): string => `pressures:\n  hunger: {name: Hunger, ${fields}}`;

const places: Readonly<Record<string, readonly string[]>> = {
  people: ['people:\n  dora: {name: Dora, organisation: nobody}'],
  bodies: [
    'bodies:\n  court: {name: Court, confidence: judgement, superior: nobody}',
    'bodies:\n  court: {name: Court, confidence: judgement, organisation: nobody}',
    'bodies:\n  court: {name: Court, confidence: judgement, binds: [board, nobody]}',
  ],
  offices: [
    'offices:\n  clerk: {name: Clerk, body: nobody, confidence: judgement}',
    'offices:\n  clerk: {name: Clerk, body: board, filledBy: nobody, confidence: judgement}',
    'offices:\n  clerk: {name: Clerk, body: board, carries: [nobody], confidence: judgement}',
  ],
  terms: [
    'terms:\n- {person: nobody, body: council, confidence: judgement}',
    'terms:\n- {person: anna, body: nobody, confidence: judgement}',
    'terms:\n- {person: anna, office: nobody, confidence: judgement}',
  ],
  issues: [
    'issues:\n  hall: {name: Hall, body: nobody, scale: {0: none, 100: all}}',
    'issues:\n  hall: {name: Hall, body: board, executor: nobody, scale: {0: none, 100: all}}',
    'issues:\n  hall: {name: Hall, body: board, lines: {nobody: {value: 3, confidence: judgement}}, scale: {0: none, 100: all}}',
    'issues:\n  hall: {name: Hall, body: board, about: nobody, scale: {0: none, 100: all}}',
  ],
  minds: [
    'positions:\n  nobody: {fee: {value: 3, confidence: judgement}}',
    'positions:\n  anna: {nobody: {value: 3, confidence: judgement}}',
    'salience:\n  nobody: {fee: {value: 0.3, confidence: judgement}}',
    'salience:\n  anna: {nobody: {value: 0.3, confidence: judgement}}',
    'ties:\n- {from: nobody, to: anna, value: 0.3, confidence: judgement}',
    'ties:\n- {from: anna, to: nobody, value: 0.3, confidence: judgement}',
    'ties:\n- {from: anna, to: nobody, value: 0.3, mutual: true, confidence: judgement}',
    'beliefs:\n- {who: nobody, about: anna, issue: fee, value: 70, confidence: judgement}',
    'beliefs:\n- {who: boris, about: nobody, issue: fee, value: 70, confidence: judgement}',
    'beliefs:\n- {who: [boris, vera], about: anna, issue: nobody, value: 70, confidence: judgement}',
    'stances:\n- {who: nobody, issue: fee, value: 70, on: 1928-02-01, confidence: judgement}',
    'stances:\n- {who: anna, issue: nobody, value: 70, on: 1928-02-01, confidence: judgement}',
    'stances:\n- {who: anna, issue: fee, value: 70, before: nobody, on: 1928-02-01, confidence: judgement}',
    'pledges:\n- {who: nobody, to: anna, issue: fee, value: 70, on: 1928-02-01, confidence: judgement}',
    'pledges:\n- {who: anna, to: nobody, issue: fee, value: 70, on: 1928-02-01, confidence: judgement}',
    'pledges:\n- {who: anna, to: vera, issue: nobody, value: 70, on: 1928-02-01, confidence: judgement}',
  ],
  record: [
    ...[
      'to: nobody',
      'to: [anna, nobody]',
      'in: nobody',
      'issue: nobody',
      'office: nobody',
      'organ: nobody',
      'branch: nobody',
      'answers: nobody',
      'open: false, known: [vera, nobody]',
      'in: board, votes: {for: 1, against: 0, names: {for: [nobody]}}',
      'in: board, votes: {for: 0, against: 1, names: {against: [nobody]}}',
      'in: board, votes: {for: 0, against: 0, abstain: 1, names: {abstain: [nobody]}}',
      'in: board, votes: {for: 0, against: 0, names: {absent: [nobody]}}',
    ].map(act),
    'record:\n- {id: m, act: motion, by: nobody, on: 1928-02-01, confidence: judgement}',
    'record:\n- {id: m, act: motion, by: [anna, vera, nobody], on: 1928-02-01, confidence: judgement}',
    'record:\n- {id: m, act: motion, by: anna, on: 1928-02-01, source: nobody p. 3}',
    'record:\n- {id: m, act: motion, by: anna, on: 1928-02-01, inferredFrom: [nobody], confidence: judgement}',
  ],
  outside: [
    pressure('moves: [{who: nobody, issue: fee, what: position, by: 20}]'),
    pressure(
      'moves: [{who: anna, issue: fee, what: position, by: 20}, {who: anna, issue: nobody, what: position, by: 20}]',
    ),
    event('pressure: {nobody: 0.3}'),
    event('resource: {nobody: anna}'),
    event('arrives: nobody'),
    event('leaves: [anna, nobody]'),
    event('asks: [{by: nobody, of: board, issue: fee, value: 3}]'),
    event('asks: [{by: anna, of: nobody, issue: fee, value: 3}]'),
    event('asks: [{by: anna, of: board, issue: nobody, value: 3}]'),
    meeting('body: nobody, agenda: [fee]'),
    meeting('body: board, jointly: [nobody], agenda: [fee]'),
    meeting('body: board, agenda: [fee, nobody]'),
  ],
  outcomes: [
    'any: {act: exit, by: nobody}',
    'count: {act: exit, to: nobody}',
    'people: {act: exit, in: nobody}',
    'first: {act: exit, issue: nobody}',
    'any: {act: exit, office: nobody}',
    'holds: {person: nobody, office: chair, at: end}',
    'holds: {person: anna, office: nobody, at: end}',
    'sits: {person: nobody, body: board, at: end}',
    'sits: {person: [anna, nobody], body: board, at: end}',
    'sits: {person: anna, body: nobody, at: end}',
    'belongs: {person: anna, organisation: nobody, at: end}',
    'line: {body: nobody, issue: fee, at: end}',
    'line: {body: board, issue: nobody, at: end}',
    'practised: {issue: nobody, at: end}',
    'resource: {resource: nobody, holder: anna, at: end}',
  ].map(outcome),
  questions: [
    'force: {act: motion, by: nobody}, at: 1928-02-01',
    'force: {act: motion, by: anna, in: nobody}, at: 1928-02-01',
    'forbid: {act: motion, to: nobody}',
    'forbid: {act: motion, issue: nobody}',
    'forbid: {act: motion, office: nobody}',
    'remove: {event: nobody}',
    'remove: {meeting: nobody}',
    'add: {meeting: {id: x, body: nobody, on: 1928-02-01, agenda: [fee]}}',
    'add: {event: {id: x, what: X, on: 1928-02-01, arrives: nobody}}',
  ].map(question),
};

/** Where the problems about unknown ids point: the text that begins there. */
function pointed(extra: string): readonly string[] {
  const { problems } = loadEpisode(withExtra(extra));
  const lines = extra.split('\n');
  return problems
    .filter(({ code }) => code === 'unknown-id')
    .map(({ file, line, column }) => {
      const text = (file === 'extra.yaml' ? lines[line - 1] : undefined)?.slice(column - 1) ?? file;
      return text.startsWith('nobody') ? 'nobody' : text;
    });
}

describe.each(Object.entries(places))('%s', (_section, examples) => {
  it.each(examples)('%s', (extra) => {
    expect(pointed(extra)).toEqual(['nobody']);
  });
});
