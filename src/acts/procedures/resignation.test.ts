import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drive } from '../../../test/helpers/drive.ts';
import {
  ann,
  apply,
  bob,
  committee,
  editor,
  legal,
  meaning,
  menuOf,
  moveOf,
  record,
  rowsOf,
  tinyScene,
} from '../../../test/helpers/tiny-world.ts';
import { Counter } from '../../world/state.ts';
import { actNumber } from '../define.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';

type Options = { size: number; kind: Int32Array };
/** Everybody votes `vote` (0 yes, 1 no); who is asked does the act named, or stays silent. */
const answering =
  (vote: number, kind: string) =>
  (menu: Options): number => {
    if (menu.kind[0] === 0 && menu.size === 2 && menu.kind[1] === 0) return vote;
    for (let k = 0; k < menu.size; k++) if (menu.kind[k] === actNumber(kind)) return k;
    return -1;
  };

test('an offer is voted on; accepted, he is gone', () => {
  const s = tinyScene();
  apply(s, moveOf('offer-resign', { by: bob, office: editor }));
  drive(s, answering(0, ''));
  expect(record(s)).toEqual(['offer-resign', 'resolution', 'accept-resignation']);
  expect(s.state.holder[editor]).toBe(-1);
  expect(s.state.counters[Counter.procedures]).toBe(0);
});

test('refused, he goes all the same, or takes it back, or says nothing and stays', () => {
  for (const [kind, sits] of [
    ['resign', 0],
    ['withdraw-resignation', 1],
    ['', 1],
  ] as const) {
    const s = tinyScene();
    apply(s, moveOf('offer-resign', { by: bob, body: committee }));
    drive(s, answering(1, kind));
    expect(record(s)).toEqual(['offer-resign', 'resolution', 'refuse-resignation', ...(kind ? [kind] : [])]);
    expect(s.state.seat[committee * s.world.people + bob]).toBe(sits);
    expect(s.state.counters[Counter.procedures]).toBe(0);
  }
});

test('who has threatened to go is asked a week later', () => {
  const s = tinyScene();
  apply(s, moveOf('threaten-resign', { by: bob, body: committee }));
  // One does not threaten twice with the same: the other post is left to threaten with.
  expect(rowsOf(menuOf(s, bob), 'threaten-resign')).toHaveLength(1);
  drive(s, answering(0, 'resign'), 6.9);
  expect(record(s)).toEqual(['threaten-resign']);
  drive(s, answering(0, 'resign'));
  expect(record(s)).toEqual(['threaten-resign', 'resign']);
});

test('a threat presses, an offer risks the post; those at ease do neither', () => {
  const s = tinyScene();
  const threat = meaning(s, moveOf('threaten-resign', { by: bob, body: committee }));
  const offer = meaning(s, moveOf('offer-resign', { by: bob, body: committee }));
  expect([threat[Mean.bearing], offer[Mean.bearing]]).toEqual([Bearing.press, Bearing.leave]);
  expect(offer[Mean.posts]).toBeLessThan(threat[Mean.posts]);
  expect(rowsOf(menuOf(s, ann), 'offer-resign')).toHaveLength(0);
  expect(rowsOf(menuOf(s, bob), 'threaten-resign')).toHaveLength(2);
});

test('a body answers only what has been offered', () => {
  const s = tinyScene();
  expect(legal(s, moveOf('accept-resignation', { by: s.world.people + committee, to: bob }))).toBe(
    Rule.noProcedure,
  );
  expect(legal(s, moveOf('refuse-resignation', { by: ann, to: bob }))).toBe(Rule.noPower);
});

test('it ends, whatever is answered', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.infiniteStream(fc.nat(6)), (threat, seat, answers) => {
      const s = tinyScene();
      apply(
        s,
        moveOf(
          threat ? 'threaten-resign' : 'offer-resign',
          seat ? { by: bob, body: committee } : { by: bob, office: editor },
        ),
      );
      drive(s, (menu) => ((answers.next().value ?? 0) % (menu.size + 1)) - 1);
      expect(s.state.counters[Counter.procedures]).toBe(0);
    }),
    { numRuns: 200 },
  );
});
