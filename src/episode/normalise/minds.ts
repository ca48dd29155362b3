import type { EpisodeInput } from '../schema/index.ts';
import type { Belief, Issue, Path, PersonIssueValue, Pledge, Stance, Tie } from '../types.ts';
import { defaultClaim, readClaim, readFact, readValued } from './claims.ts';
import { type Context, optionalDate } from './context.ts';
import { fullDeference, libraryHorizon, pointsScale, tieScale, unitScale } from './defaults.ts';
import { list, optionalWords, words } from './words.ts';

export function readIssues(context: Context): readonly Issue[] {
  const onScale = (path: Path, label: string) => ({ path, label, scale: pointsScale, spread: 0 });
  return Object.entries(context.input.issues).map(([id, input]) => ({
    id,
    path: ['issues', id],
    name: words(input.name),
    scale: Object.entries(input.scale)
      .map(([at, name]) => ({ at: Number(at), name: words(name) }))
      .sort((a, b) => a.at - b.at),
    body: input.body,
    lines: Object.entries(input.lines ?? {}).map(([body, line]) => ({
      body,
      value: readClaim(context, line, onScale(['issues', id, 'lines', body], `line of ${body} on ${id}`)),
    })),
    practised:
      input.practised === undefined
        ? undefined
        : readClaim(context, input.practised, onScale(['issues', id, 'practised'], `practice on ${id}`)),
    executors: list(input.executor),
    about: input.about,
    horizon: input.horizon ?? libraryHorizon,
    note: input.note,
  }));
}

export function readPositions(context: Context): readonly PersonIssueValue[] {
  return pairs(context.input.positions).map(([person, issue, claim]) => ({
    person,
    issue,
    value: readClaim(context, claim, {
      path: ['positions', person, issue],
      label: `position of ${person} on ${issue}`,
      scale: pointsScale,
      spread: context.positionSpread,
    }),
  }));
}

/** What is coded, and the default wherever somebody has a position and no salience. */
export function readSalience(
  context: Context,
  positions: readonly PersonIssueValue[],
): readonly PersonIssueValue[] {
  const target = (person: string, issue: string) => ({
    path: ['salience', person, issue],
    label: `salience of ${issue} for ${person}`,
    scale: unitScale,
  });
  const coded = pairs(context.input.salience).map(([person, issue, claim]) => ({
    person,
    issue,
    value: readClaim(context, claim, target(person, issue)),
  }));
  const known = new Set(coded.map(({ person, issue }) => `${person} ${issue}`));
  const missing = positions.filter(({ person, issue }) => !known.has(`${person} ${issue}`));
  return [
    ...coded,
    ...missing.map(({ person, issue }) => ({
      person,
      issue,
      value: defaultClaim(context, 'salience', target(person, issue)),
    })),
  ];
}

type Grid = NonNullable<EpisodeInput['positions']>;

function pairs(
  grid: Grid | undefined,
): readonly (readonly [person: string, issue: string, claim: Grid[string][string]])[] {
  return Object.entries(grid ?? {}).flatMap(([person, row]) =>
    Object.entries(row).map(([issue, claim]) => [person, issue, claim] as const),
  );
}

export function readStances(context: Context): readonly Stance[] {
  return (context.input.stances ?? []).map((input, at) => {
    const path = ['stances', at];
    const label = `stance of ${input.who} on ${input.issue}`;
    return {
      id: `${input.who}.${input.issue}.${at}`,
      path,
      person: input.who,
      issue: input.issue,
      value: readValued(context, input.value, input, { path, label, scale: pointsScale }),
      date: optionalDate(context, input.on, [...path, 'on']),
      before: input.before ?? 'public',
    };
  });
}

/** A mutual tie is two directed ones; where the way back is coded on its own, that one holds. */
export function readTies(context: Context): readonly Tie[] {
  const inputs = context.input.ties ?? [];
  const coded = new Set(inputs.map((input) => `${input.from}.${input.to}`));
  return inputs.flatMap((input, at) => {
    const path = ['ties', at];
    const label = `tie of ${input.from} to ${input.to}`;
    const value = readValued(context, input.value, input, { path, label, scale: tieScale });
    const since = optionalDate(context, input.since, [...path, 'since'])?.day;
    const until = optionalDate(context, input.until, [...path, 'until'])?.day;
    const defers =
      typeof input.defers === 'boolean' ? (input.defers ? fullDeference : 0) : (input.defers ?? 0);
    const there = {
      id: `${input.from}.${input.to}`,
      path,
      from: input.from,
      to: input.to,
      value,
      defers,
      since,
      until,
    };
    const back = { ...there, id: `${input.to}.${input.from}`, from: input.to, to: input.from, defers: 0 };
    return input.mutual === true && !coded.has(back.id) ? [there, back] : [there];
  });
}

/** A belief about several people, or held by several, becomes one belief for each pair; they share the claim. */
export function readBeliefs(context: Context): readonly Belief[] {
  return (context.input.beliefs ?? []).flatMap((input, at) => {
    const path = ['beliefs', at];
    const label = `belief of ${list(input.who).join(', ')} about ${list(input.about).join(', ')} on ${input.issue}`;
    const value = readValued(context, input.value, input, { path, label, scale: pointsScale });
    return list(input.who).flatMap((who) =>
      list(input.about).map((about) => ({
        id: `${who}.${about}.${input.issue}`,
        path,
        who,
        about,
        issue: input.issue,
        value,
      })),
    );
  });
}

export function readPledges(context: Context): readonly Pledge[] {
  return (context.input.pledges ?? []).map((input, at) => {
    const path = ['pledges', at];
    const label = `pledge of ${input.who} to ${input.to}`;
    const value =
      input.value === undefined
        ? undefined
        : readValued(context, input.value, input, { path, label, scale: pointsScale });
    return {
      id: `${input.who}.${input.to}.${at}`,
      path,
      who: input.who,
      to: input.to,
      issue: input.issue,
      value,
      what: optionalWords(input.what),
      date: optionalDate(context, input.on, [...path, 'on']),
      secret: input.secret ?? false,
      claimId: value?.claimId ?? readFact(context, input, path, label),
    };
  });
}
