import { describe, expect, it } from 'vitest';
import { actNumber } from '../../src/acts/index.ts';
import { Mean } from '../../src/acts/meaning.ts';
import { probabilities } from '../../src/choice/choose.ts';
import { createEngine, type Engine } from '../../src/run/engine.ts';
import { procedureOfAct } from '../../src/world/procedures.ts';
import type { Scene } from '../../src/world/scene.ts';
import { seat } from '../../src/world/seats.ts';
import { ActFlag, copyState } from '../../src/world/state.ts';
import { drive, type Pick } from '../helpers/drive.ts';
import { slotOf } from '../helpers/procedures.ts';
import {
  ann,
  apply,
  bob,
  committee,
  congress as council,
  cyr,
  dan,
  editor,
  meaning,
  menuOf,
  moveOf,
  party,
  peace,
  press,
  record,
  rowsOf,
  tempo,
  tinyScene,
  union,
} from '../helpers/tiny-world.ts';

const people = 6;
const issues = 2;

/** Takes the first option of the kinds named, in their order; else silence. */
const preferring =
  (...kinds: readonly string[]): Pick =>
  (menu) => {
    for (const kind of kinds)
      for (let k = 0; k < menu.size; k++) if (menu.kind[k] === actNumber(kind)) return k;
    return -1;
  };
const acts = (s: Scene, kind: string): readonly number[] =>
  record(s).flatMap((name, k) => (name === kind ? [k] : []));

describe('a fraction bound inside another body', () => {
  /** Bob sits in the committee, whose line is 75 and binds the council; dan sits in the council only. */
  const council50 = (attachment: number, bound: boolean): Engine => {
    const s = tinyScene({
      convened: Uint8Array.of(1, 1),
      issueBody: Int32Array.of(council, committee),
      binds: [bound ? [council] : [], []],
      boundBy: [[], bound ? [committee] : []],
      seats: [
        ...[ann, bob, cyr].map((person) => ({ body: committee, person, role: 1 as const })),
        ...[bob, dan].map((person) => ({ body: council, person, role: 1 as const })),
      ],
    });
    s.state.line[committee * issues + peace] = 75;
    s.state.line[council * issues + peace] = 50;
    s.state.attachment.fill(attachment);
    const g = createEngine(s.world);
    copyState(s.state, g.scene.state);
    return g;
  };
  const vote = (g: Engine, person: number): { breach: number; authority: number; yes: number } => {
    const slot = procedureOfAct(
      g.scene,
      apply(g.scene, moveOf('motion', { by: dan, body: council, issue: peace, value: 25, option: 0 })),
    );
    g.box.open(slot);
    for (let j = 0; j < g.box.n; j++) {
      if (g.box.voter[j] !== person) continue;
      g.box.reckon(j);
      const { meaning } = g.mind.menu;
      const [yes = Number.NaN] = probabilities(g.mind, false, true);
      return { breach: meaning[Mean.breach] ?? 0, authority: meaning[Mean.authority] ?? 0, yes };
    }
    throw new Error('he has no vote there');
  };

  it('who sits in the body that binds breaks its line by voting further from it; the others do not', () => {
    expect(vote(council50(1, true), bob)).toMatchObject({ breach: 0.25, authority: committee });
    expect(vote(council50(1, true), dan).breach).toBe(0);
    expect(vote(council50(1, false), bob).breach).toBe(0);
  });

  it('discipline moves his vote, the more he belongs', () => {
    const [loyal, free] = [vote(council50(1, true), bob).yes, vote(council50(1, false), bob).yes];
    const idle = vote(council50(0, true), bob).yes;
    expect(loyal).toBeLessThan(free);
    expect(loyal).toBeLessThan(idle);
  });

  it('one that is out of line is told the line, and has it', () => {
    const s = tinyScene({
      convened: Uint8Array.of(1, 1),
      binds: [[council], []],
      boundBy: [[], [committee]],
    });
    s.state.line[council * issues + peace] = 25;
    const menu = menuOf(s, ann);
    const [row = -1] = rowsOf(menu, 'motion').filter(
      (k) => menu.to[k] === people + council && menu.issue[k] === peace,
    );
    expect(menu.value[row]).toBe(75);
    apply(
      s,
      moveOf('motion', {
        by: ann,
        body: committee,
        to: people + council,
        issue: peace,
        value: 75,
        option: menu.option[row] ?? -1,
      }),
    );
    drive(s, () => 0);
    expect(record(s)).toEqual(['motion', 'resolution', 'instruct']);
    expect(s.state.line[council * issues + peace]).toBe(75);
  });
});

describe('delegates and their mandate', () => {
  const talks = (s: Scene): void => {
    s.state.resourceHolder[press] = union;
    apply(s, moveOf('demand', { by: union, to: people, issue: peace, value: 0, option: 0 }));
    apply(s, moveOf('open-talks', { by: bob, to: union, body: committee, issue: peace, value: 75 }));
  };

  it('one who exceeds it brings home an agreement that his body has still to adopt, and may refuse', () => {
    for (const adopts of [true, false]) {
      const s = tinyScene();
      talks(s);
      drive(s, (menu, person) => {
        if (slotOf(s, 'motion') >= 0) return adopts ? 0 : 1;
        // The delegate offers what he thinks right; the other side takes it.
        const own = rowsOf(menu, 'offer').find((k) => menu.value[k] === 25);
        return person === bob ? (own ?? -1) : preferring('accept-offer')(menu, person, 0);
      });
      expect(record(s).slice(0, 5)).toEqual(['demand', 'open-talks', 'offer', 'accept-offer', 'motion']);
      const [offer = -1] = acts(s, 'offer');
      const [moved = -1] = acts(s, 'motion');
      expect([s.state.actValue[offer], s.state.actValue[moved], s.state.actBy[moved]]).toEqual([25, 25, bob]);
      expect(s.state.line[committee * issues + peace]).toBe(adopts ? 25 : 75);
    }
  });
});

describe('a package with a veto on a person', () => {
  /** The second issue is about dan; the union wants him out, and peace at 0. */
  const vetoed = (): Scene => {
    const s = tinyScene({ issueAbout: Int32Array.of(-1, dan) });
    s.state.resourceHolder[press] = union;
    for (const [issue, value] of [
      [peace, 0],
      [tempo, 100],
    ] as const)
      apply(s, moveOf('demand', { by: union, to: people, issue, value, option: 0 }));
    apply(s, moveOf('open-talks', { by: bob, to: union, body: committee, issue: peace, value: 75 }));
    return s;
  };
  const moved = (s: Scene): readonly number[] => acts(s, 'motion').map((k) => s.state.actIssue[k] ?? -1);

  it('comes with their offer: who takes it brings both home', () => {
    const s = vetoed();
    drive(
      s,
      (menu, person) =>
        person === union ? preferring('offer')(menu, person, 0) : preferring('accept-offer')(menu, person, 0),
      20,
    );
    expect(moved(s)).toEqual([peace, tempo]);
    expect(s.state.actValue[acts(s, 'motion')[1] ?? -1]).toBe(100);
  });

  it('is left out of ours: who takes ours gives the person up to nobody', () => {
    const s = vetoed();
    drive(
      s,
      (menu, person) =>
        person === union
          ? preferring('accept-offer')(menu, person, 0)
          : (rowsOf(menu, 'offer').find((k) => menu.value[k] === 25) ?? -1),
      20,
    );
    expect(moved(s)).toEqual([peace]);
  });

  it('to take it breaks more of the line, and is blamed for it', () => {
    const cost = (s: Scene): readonly number[] => {
      const proc = slotOf(s, 'talks');
      apply(s, moveOf('offer', { by: union, to: people, proc, issue: peace, value: 25 }));
      const row = meaning(s, moveOf('accept-offer', { by: bob, proc, issue: peace, value: 25 }));
      return [row[Mean.breach] ?? 0, row[Mean.blame] ?? 0];
    };
    const plain = vetoed();
    plain.state.line[committee * issues + tempo] = 100;
    const [breach = 0, blame = 0] = cost(vetoed());
    const [less = 1, lessBlame = 1] = cost(plain);
    expect(breach - less).toBeCloseTo(0.5);
    expect(blame).toBeGreaterThan(lessBlame);
  });
});

describe('a party and its people', () => {
  it('a demand that falls due unmet ends with the recall of all who are theirs', () => {
    const s = tinyScene({ bodyOrganisation: Int32Array.of(-1, party) });
    seat(s, committee, union, 1);
    apply(s, moveOf('demand', { by: union, to: people, body: committee, issue: peace, value: 0, option: 2 }));
    drive(s, preferring('withdraw-people'), 40);
    expect(acts(s, 'withdraw-people')).toHaveLength(1);
    expect(s.state.seat[committee * people + union]).toBe(0);
    // Those of our party sit there still.
    expect(s.state.memberCount[committee]).toBe(5);
  });
});

describe('resigning, and staying', () => {
  it('who has offered to go works on until the body has decided, and after it if it refuses and he lets it rest', () => {
    const s = tinyScene();
    apply(s, moveOf('offer-resign', { by: bob, office: editor }));
    drive(s, () => 1, 0.2);
    expect(s.state.holder[editor]).toBe(bob);
    expect(rowsOf(menuOf(s, bob), 'publish').length).toBeGreaterThan(0);
    // The body votes no; asked whether he goes all the same, he keeps silent.
    drive(s, (menu) => (menu.kind[0] === actNumber('resign') ? -1 : 1));
    expect(record(s)).toEqual(['offer-resign', 'resolution', 'refuse-resignation']);
    expect([s.state.holder[editor], s.state.resourceHolder[press]]).toEqual([bob, bob]);
  });

  it('who signs a joint resignation with a reservation stays where the others go', () => {
    const s = tinyScene();
    apply(s, moveOf('draft-statement', { by: bob, body: committee, issue: peace, value: 25, option: 1 }));
    drive(s, (menu, person) => {
      const rows = rowsOf(menu, 'sign');
      if (rows.length === 0) return preferring('statement')(menu, person, 0);
      const reserved = person === cyr;
      return rows.find((k) => (menu.flags[k] ?? 0) === (reserved ? ActFlag.reserved : 0)) ?? -1;
    });
    const gone = acts(s, 'resign').map((k) => s.state.actBy[k]);
    expect(gone).toContain(bob);
    expect(gone).not.toContain(cyr);
    expect(s.state.seat[committee * people + cyr]).toBe(1);
    expect(acts(s, 'statement')).toHaveLength(1);
  });
});

describe('what a resolution comes to', () => {
  const adopt = (s: Scene, value: number): void => {
    apply(s, moveOf('motion', { by: bob, body: committee, issue: peace, value, option: 0 }));
    drive(s, () => 0, s.state.clock[0] + 5);
  };

  it('a practice outlives the repeal of the line it followed, until the executor follows the new one', () => {
    const s = tinyScene();
    adopt(s, 25);
    expect([s.state.line[committee * issues + peace], s.state.practised[peace]]).toEqual([25, 75]);
    const menu = menuOf(s, ann);
    const back = rowsOf(menu, 'practise').filter((k) => menu.value[k] === 25);
    expect(back).toHaveLength(1);
    apply(s, moveOf('practise', { by: ann, issue: peace, value: 25 }));
    expect(s.state.practised[peace]).toBe(25);
    // And may return to what was done before.
    s.state.clock[0] += 10;
    const again = menuOf(s, ann);
    expect(rowsOf(again, 'practise').map((k) => again.value[k])).toContain(75);
  });

  it('both sides give the public their own account of the same text, which binds all the same', () => {
    const s = tinyScene();
    adopt(s, 50);
    const resolution = acts(s, 'resolution')[0] ?? -1;
    const { publicMean } = s.state;
    const [annBefore = 0, bobBefore = 0] = [
      publicMean[ann * issues + peace],
      publicMean[bob * issues + peace],
    ];
    for (const [person, value] of [
      [ann, 100],
      [bob, 0],
    ] as const) {
      expect(rowsOf(menuOf(s, person), 'reinterpret').length).toBeGreaterThan(0);
      apply(s, moveOf('reinterpret', { by: person, issue: peace, value }));
    }
    const told = acts(s, 'reinterpret');
    expect(told.map((k) => s.state.actAnswers[k])).toEqual([resolution, resolution]);
    expect(s.state.line[committee * issues + peace]).toBe(50);
    expect(publicMean[ann * issues + peace]).toBeGreaterThan(annBefore);
    expect(publicMean[bob * issues + peace]).toBeLessThan(bobBefore);
    // Once for each resolution.
    expect(rowsOf(menuOf(s, bob), 'reinterpret')).toHaveLength(0);
  });
});
