import type { EpisodeInput } from '../schema/index.ts';
import type { RecordedAct, ResolvedDate, Votes } from '../types.ts';
import { readFact, readValued } from './claims.ts';
import { type Context, optionalDate, readDate } from './context.ts';
import { pointsScale } from './defaults.ts';
import { list, optionalWords, words } from './words.ts';

type ActInput = NonNullable<EpisodeInput['record']>[number];

export function readRecord(context: Context): readonly RecordedAct[] {
  const inputs = context.input.record ?? [];
  const dates = inputs.map((input, at) => dateOf(context, input, at));
  return inputs.map((input, at) => readAct(context, input, at, dates));
}

function dateOf(context: Context, input: ActInput, at: number): ResolvedDate {
  const known = context.rules.dateOfAct?.(input.id);
  return known === undefined || typeof known === 'string'
    ? readDate(context, input.on, ['record', at, 'on'])
    : known;
}

function readAct(context: Context, input: ActInput, at: number, dates: readonly ResolvedDate[]): RecordedAct {
  const path = ['record', at];
  const label = `the act ${input.id}`;
  const by = list(input.by);
  const byKind = kindOfActor(context, by);
  const value =
    input.value === undefined
      ? undefined
      : readValued(context, input.value, input, { path, label, scale: pointsScale });
  return {
    id: input.id,
    path,
    kind: input.act,
    by,
    byKind,
    byBody: byKind === 'body',
    to: list(input.to),
    in: input.in,
    date: dates[at] as ResolvedDate,
    after: comesAfter(context, input, at, dates),
    issue: input.issue,
    value: value?.distribution,
    office: input.office,
    organ: input.organ,
    branch: input.branch,
    answers: input.answers,
    option: input.option,
    votes: readVotes(input.votes),
    outcome: input.outcome,
    open: input.open,
    known: input.known === undefined ? undefined : list(input.known),
    reserved: input.reserved ?? false,
    deadline: optionalDate(context, input.deadline, [...path, 'deadline']),
    terms: (input.terms ?? []).map(words),
    mode: input.mode ?? 'occurred',
    reportedBy: input.reportedBy,
    fidelity: input.fidelity,
    say: optionalWords(input.say),
    claimId: value?.claimId ?? readFact(context, input, path, label),
  };
}

function kindOfActor(context: Context, by: readonly string[]): RecordedAct['byKind'] {
  const [only = ''] = by;
  if (Object.hasOwn(context.input.people, only)) return 'persons';
  if (Object.hasOwn(context.input.bodies, only)) return 'body';
  return Object.hasOwn(context.input.branches ?? {}, only) ? 'branch' : 'persons';
}

function readVotes(input: ActInput['votes']): Votes | undefined {
  if (input === undefined) return undefined;
  const { names } = input;
  return {
    for: input.for,
    against: input.against,
    abstain: input.abstain,
    names: {
      for: names?.for ?? [],
      against: names?.against ?? [],
      abstain: names?.abstain ?? [],
      absent: names?.absent ?? [],
    },
  };
}

/** What closes a series of acts comes after them: the resolution after its votes, the statement after its signatures. */
const closes: Readonly<Record<string, string>> = { resolution: 'vote', statement: 'sign' };

/** Acts that may be of the same day and are known to come first: what it answers, what it closes, earlier hours. */
function comesAfter(
  context: Context,
  input: ActInput,
  at: number,
  dates: readonly ResolvedDate[],
): readonly string[] {
  const own = dates[at] as ResolvedDate;
  const inputs = context.input.record ?? [];
  return inputs
    .filter((other, index) => {
      const date = dates[index];
      if (index === at || date === undefined || date.latest < own.earliest || date.earliest > own.latest)
        return false;
      const closed =
        input.answers !== undefined && other.answers === input.answers && other.act === closes[input.act];
      return other.id === input.answers || closed || isEarlierHour(date, own);
    })
    .map((other) => other.id);
}

function isEarlierHour(a: ResolvedDate, b: ResolvedDate): boolean {
  return a.latest === b.earliest && a.time !== undefined && b.time !== undefined && a.time < b.time;
}
