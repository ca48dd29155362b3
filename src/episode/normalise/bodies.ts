import type { z } from 'zod';
import { finding } from '../problems.ts';
import type { EpisodeInput, Rule as RuleSchema } from '../schema/index.ts';
import type { Body, Path, Person, Power, Rule, Term } from '../types.ts';
import { readInterval } from './cast.ts';
import { claimOrDefault, readFact } from './claims.ts';
import { type Context, readDate } from './context.ts';
import { unitScale } from './defaults.ts';
import { optionalWords, words } from './words.ts';

export type RuleInput = z.infer<typeof RuleSchema>;

const namedRules = {
  majority: { kind: 'share', share: 0.5, of: 'cast', strict: true },
  'majority-of-members': { kind: 'share', share: 0.5, of: 'members', strict: true },
  'two-thirds': { kind: 'share', share: 2 / 3, of: 'cast', strict: false },
  'two-thirds-of-members': { kind: 'share', share: 2 / 3, of: 'members', strict: false },
  unanimity: { kind: 'share', share: 1, of: 'cast', strict: false },
} as const satisfies Record<string, Rule>;

/** Up to a half means more than the share; above it, at least the share. 0.667 and the like are thirds. */
export function readRule(input: RuleInput | undefined): Rule {
  if (input === undefined) return namedRules.majority;
  if (typeof input === 'string') return namedRules[input];
  if (input.count !== undefined) return { kind: 'count', count: input.count };
  const share = nearThird(input.share ?? 0.5);
  return { kind: 'share', share, of: input.of ?? 'cast', strict: share <= 0.5 };
}

function nearThird(share: number): number {
  for (const exact of [1 / 3, 2 / 3]) if (Math.abs(share - exact) < 0.004) return exact;
  return share;
}

export function isRuleName(text: string): text is keyof typeof namedRules {
  return Object.hasOwn(namedRules, text);
}

export function readBodies(
  context: Context,
  people: readonly Person[],
  terms: readonly Term[],
): readonly Body[] {
  const seatsOf = (id: string): number =>
    context.input.bodies[id]?.seats ?? Math.max(1, seatedAt(context.starts, id, people, terms));
  return Object.entries(context.input.bodies).map(([id, input]) => {
    const path = ['bodies', id];
    const seats = seatsOf(id);
    const rule = readRule(input.rule);
    return {
      id,
      path,
      name: words(input.name),
      short: optionalWords(input.short) ?? words(input.name),
      organisation: input.organisation,
      superior: input.superior,
      seats,
      seatsCoded: input.seats !== undefined,
      quorum: quorumOf(input.quorum ?? 0, seats),
      rule,
      ballot: input.ballot ?? 'open',
      sitting: input.sitting ?? 'in-person',
      consultative: {
        candidates: input.consultative?.candidates ?? 'move',
        guests: input.consultative?.guests ?? 'speak',
      },
      authority: claimOrDefault(context, input.authority, 'bodyAuthority', {
        path: [...path, 'authority'],
        label: `authority of ${id}`,
        scale: unitScale,
      }),
      binds: input.binds ?? [],
      ownCase: input.ownCase ?? 'may-vote',
      powers: readPowers(input.powers, rule, (others) =>
        others.reduce((sum, other) => sum + seatsOf(other), seats),
      ),
      meets: readMeets(context, input.meets, path),
      convened: input.convened ?? true,
      note: input.note,
      claimId: readFact(context, input, path, `the body ${id}`),
    };
  });
}

type BodyInput = EpisodeInput['bodies'][string];

function quorumOf(quorum: number, seats: number): number {
  return quorum > 0 && quorum < 1 ? Math.ceil(quorum * seats - 1e-9) : Math.ceil(quorum);
}

function readPowers(
  input: BodyInput['powers'],
  rule: Rule,
  seatsWith: (others: readonly string[]) => number,
): readonly Power[] {
  return Object.entries(input ?? {}).map(([act, power]) => {
    if (power === true) return { act, rule, jointly: [], quorum: 0, candidatesVote: false };
    const jointly = power.jointly ?? [];
    return {
      act,
      rule: power.rule === undefined ? rule : readRule(power.rule),
      jointly,
      quorum: quorumOf(power.quorum ?? 0, seatsWith(jointly)),
      candidatesVote: power.candidatesVote ?? false,
      note: power.note,
    };
  });
}

function readMeets(context: Context, input: BodyInput['meets'], path: Path): Body['meets'] {
  if (input === undefined) return undefined;
  const first =
    input.first === undefined
      ? context.starts
      : readDate(context, input.first, [...path, 'meets', 'first']).day;
  return { every: input.every, first };
}

/** Votes of those who sit in a body on a day; a collective actor has as many as its size. */
export function seatedAt(
  day: number,
  body: string,
  people: readonly Person[],
  terms: readonly Term[],
): number {
  const size = new Map(people.map((person) => [person.id, person.collective?.size ?? 1]));
  const seated = new Set<string>();
  for (const term of terms) {
    if (term.body === body && term.role === 'member' && term.from <= day && day <= term.to)
      seated.add(term.person);
  }
  return [...seated].reduce((sum, person) => sum + (size.get(person) ?? 1), 0);
}

export function readTerms(context: Context): readonly Term[] {
  const used = new Map<string, number>();
  return (context.input.terms ?? []).map((input, at) => {
    const path = ['terms', at];
    if ((input.body === undefined) === (input.office === undefined))
      context.findings.push(finding('term-place', path));
    const base = `${input.person}.${input.body ?? input.office ?? ''}`;
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return {
      id: count === 1 ? base : `${base}.${count}`,
      path,
      person: input.person,
      body: input.body,
      office: input.office,
      role: input.role ?? 'member',
      ...readInterval(context, input, path),
      began: input.began,
      ended: input.ended,
      replacedBy: input.replacedBy,
      claimId: readFact(
        context,
        input,
        path,
        `the term of ${input.person} in ${input.body ?? input.office ?? '?'}`,
      ),
    };
  });
}
