import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base } from './base.ts';
import { blame } from './blame.ts';
import { conviction } from './conviction.ts';
import { deference } from './deference.ts';
import { discipline } from './discipline.ts';
import { considerationCount, considerations, K } from './index.ts';
import { office } from './office.ts';
import { policy } from './policy.ts';
import { prospect } from './prospect.ts';
import { reciprocity } from './reciprocity.ts';
import { rivalry } from './rivalry.ts';
import { sanction } from './sanction.ts';
import { solidarity } from './solidarity.ts';
import { unity } from './unity.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const signed = fc.double({ min: -1, max: 1, noNaN: true });
const points = fc.double({ min: 0, max: 100, noNaN: true });
const flag = fc.constantFrom(0, 1);

/** Each with what it takes; the ranges are those that its own page states. */
const all: Readonly<Record<string, fc.Arbitrary<number>>> = {
  policy: fc.tuple(share, points, points).map((a) => policy(...a)),
  conviction: fc.tuple(share, share, points, points).map((a) => conviction(...a)),
  discipline: fc.tuple(share, share, share, flag).map((a) => discipline(...a)),
  unity: fc.tuple(signed, share, share).map((a) => unity(...a)),
  office: fc.tuple(signed, share).map((a) => office(...a)),
  sanction: fc.tuple(share, share, flag).map((a) => sanction(...a)),
  solidarity: signed.map(solidarity),
  rivalry: signed.map(rivalry),
  deference: fc.tuple(signed, flag).map((a) => deference(...a)),
  prospect: share.map(prospect),
  blame: fc.tuple(signed, flag).map((a) => blame(...a)),
  reciprocity: fc.tuple(signed, signed, signed).map((a) => reciprocity(...a)),
};

test.each(Object.keys(all))('%s keeps within the range that it states', (id) => {
  const page = considerations.find((c) => c.id === id);
  fc.assert(
    fc.property(
      all[id] ?? fc.constant(Number.NaN),
      (v) => v >= (page?.range[0] ?? 0) && v <= (page?.range[1] ?? 0),
    ),
    { numRuns: 500 },
  );
});

test('every consideration has a page, a column and a test', () => {
  expect(considerations.length).toBe(considerationCount);
  expect(considerations.map((c) => c.id)).toEqual(Object.keys(K));
  expect(new Set([...Object.keys(all), 'base'])).toEqual(new Set(Object.keys(K)));
  for (const c of considerations)
    expect([c.id, c.anchor.length > 10, c.literature.length > 0 || c.id === 'base']).toEqual([
      c.id,
      true,
      true,
    ]);
});

test('anchors: what 1 means', () => {
  expect(policy(1, 100, 0)).toBe(1);
  expect(conviction(1, 1, 100, 0)).toBe(1);
  expect(discipline(1, 1, 1, 1)).toBe(-1);
  expect(unity(1, 1, 1)).toBe(-1);
  expect(sanction(1, 1, 1)).toBe(-1);
  expect(solidarity(1)).toBe(1);
  expect(prospect(1)).toBe(1);
  expect(prospect(0.5)).toBe(0);
  expect(base(-2.5)).toBe(-2.5);
});

test('what nobody sees neither breaks discipline nor is punished nor blamed nor urged', () => {
  for (const v of [
    discipline(1, 1, 1, 0),
    sanction(1, 1, 0),
    blame(1, 0),
    deference(1, 0),
    conviction(1, 0, 100, 0),
  ])
    expect(Math.abs(v)).toBe(0);
});

test('who feels nothing for the organisation, posts or punishment is not moved by them', () => {
  for (const v of [
    discipline(1, 0, 1, 1),
    unity(1, 0, 1),
    office(1, 0),
    sanction(1, 0, 1),
    policy(0, 100, 0),
  ])
    expect(Math.abs(v)).toBe(0);
});

test('enemies on a side count against it, friends for it', () => {
  expect(rivalry(0.5)).toBeLessThan(0);
  expect(solidarity(0.5)).toBeGreaterThan(0);
  expect(office(0.5, 1)).toBeGreaterThan(0);
  expect(blame(0.5, 1)).toBeLessThan(0);
});
