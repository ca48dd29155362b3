import { farFuture, farPast } from '../dates/calendar.ts';
import type { EpisodeInput } from '../schema/index.ts';
import type {
  Absence,
  Branch,
  DayInterval,
  Office,
  Organisation,
  Path,
  Person,
  ResolvedDate,
  Resource,
  TraitName,
  Traits,
} from '../types.ts';
import { claimOrDefault, readClaim, readFact, defaultClaim } from './claims.ts';
import { type Context, optionalDate } from './context.ts';
import { pointsScale, positiveScale, tempoScale, unitScale } from './defaults.ts';
import { list, optionalWords, words } from './words.ts';

const traitNames: readonly TraitName[] = ['attachment', 'ambition', 'caution', 'authority', 'tempo'];

export function readPeople(context: Context): readonly Person[] {
  return Object.entries(context.input.people).map(([id, input]) => readPerson(context, id, input));
}

function readPerson(context: Context, id: string, input: EpisodeInput['people'][string]): Person {
  const path = ['people', id];
  const name = words(input.name);
  return {
    id,
    path,
    name,
    short: optionalWords(input.short) ?? name,
    names: input.names ?? [],
    forms: input.forms ?? {},
    gender: input.gender ?? 'm',
    born: optionalDate(context, input.born, [...path, 'born']),
    sameAs: (input.sameAs ?? []).map((same) => same.id),
    collective: readCollective(context, id, input.collective),
    organisations: list(input.organisation),
    outsider: input.outsider ?? false,
    place: input.place,
    away: (input.away ?? []).map((away, at) => readAbsence(context, id, away, at)),
    traits: readTraits(context, id, input.traits ?? {}),
    note: input.note,
  };
}

type PersonInput = EpisodeInput['people'][string];

function readCollective(
  context: Context,
  id: string,
  input: PersonInput['collective'],
): Person['collective'] {
  if (input === undefined) return undefined;
  const target = {
    path: ['people', id, 'collective', 'cohesion'],
    label: `cohesion of ${id}`,
    scale: unitScale,
  };
  return { size: input.size, cohesion: claimOrDefault(context, input.cohesion, 'cohesion', target) };
}

function readAbsence(
  context: Context,
  id: string,
  input: NonNullable<PersonInput['away']>[number],
  at: number,
): Absence {
  const path = ['people', id, 'away', at];
  const { from, to } = readInterval(context, input, path);
  return {
    from,
    to,
    where: optionalWords(input.where),
    claimId: readFact(context, input, path, `absence of ${id}`),
  };
}

function readTraits(context: Context, id: string, input: NonNullable<PersonInput['traits']>): Traits {
  const read = (trait: TraitName) =>
    claimOrDefault(context, input[trait], trait, {
      path: ['people', id, 'traits', trait],
      label: `${trait} of ${id}`,
      scale: trait === 'tempo' ? tempoScale : unitScale,
    });
  return Object.fromEntries(traitNames.map((trait) => [trait, read(trait)])) as unknown as Traits;
}

export interface DatedInterval extends DayInterval {
  readonly fromDate?: ResolvedDate | undefined;
  readonly toDate?: ResolvedDate | undefined;
}

type Bounds = {
  readonly from?: Parameters<typeof optionalDate>[1];
  readonly to?: Parameters<typeof optionalDate>[1];
};

/** First and last day of from…to. A vague date counts with its middle; a missing one leaves that end open. */
export function readInterval(context: Context, input: Bounds, path: Path): DatedInterval {
  const fromDate = optionalDate(context, input.from, [...path, 'from']);
  const toDate = optionalDate(context, input.to, [...path, 'to']);
  return { from: fromDate?.day ?? farPast, to: toDate?.day ?? farFuture, fromDate, toDate };
}

export function readOrganisations(context: Context): readonly Organisation[] {
  return Object.entries(context.input.organisations ?? {}).map(([id, input]) => ({
    id,
    path: ['organisations', id],
    name: words(input.name),
    unity: claimOrDefault(context, input.unity, 'unity', {
      path: ['organisations', id, 'unity'],
      label: `unity of ${id}`,
      scale: unitScale,
    }),
    note: input.note,
  }));
}

export function readOffices(context: Context): readonly Office[] {
  return Object.entries(context.input.offices ?? {}).map(([id, input]) => ({
    id,
    path: ['offices', id],
    name: words(input.name),
    body: input.body,
    filledBy: input.filledBy ?? input.body,
    worth: claimOrDefault(context, input.worth, 'officeWorth', {
      path: ['offices', id, 'worth'],
      label: `worth of ${id}`,
      scale: unitScale,
    }),
    carries: input.carries ?? [],
    note: input.note,
    claimId: readFact(context, input, ['offices', id], `the office ${id}`),
  }));
}

export function readResources(context: Context): readonly Resource[] {
  return Object.entries(context.input.resources ?? {}).map(([id, input]) => ({
    id,
    path: ['resources', id],
    name: words(input.name),
    kind: input.kind,
    holder: input.holder,
    weight: claimOrDefault(context, input.weight, 'resourceWeight', {
      path: ['resources', id, 'weight'],
      label: `weight of ${id}`,
      scale: unitScale,
    }),
    note: input.note,
    claimId: readFact(context, input, ['resources', id], `the resource ${id}`),
  }));
}

export function readBranches(context: Context): readonly Branch[] {
  return Object.entries(context.input.branches ?? {}).map(([id, input]) => {
    const delegates = {
      path: ['branches', id, 'delegates'],
      label: `delegates of ${id}`,
      scale: positiveScale,
    };
    return {
      id,
      path: ['branches', id],
      name: words(input.name),
      kind: input.kind ?? 'other',
      delegates:
        input.delegates === undefined
          ? defaultClaim(context, 'delegates', delegates)
          : readClaim(context, input.delegates, delegates),
      leans: Object.entries(input.leans).map(([issue, lean]) => ({
        issue,
        value: readClaim(context, lean, {
          path: ['branches', id, 'leans', issue],
          label: `lean of ${id} on ${issue}`,
          scale: pointsScale,
          spread: context.positionSpread,
        }),
      })),
      secretary: input.secretary,
      body: input.body,
      note: input.note,
      claimId: readFact(context, input, ['branches', id], `the branch ${id}`),
    };
  });
}
