import type { z } from 'zod';
import type { Measure as MeasureSchema, Outcome as OutcomeSchema } from '../schema/index.ts';
import type { Day, HistoricalAnswer, Match, Measure, Outcome, Path } from '../types.ts';
import { resolveDate } from '../dates/resolve.ts';
import { type Context, optionalDate, readDate } from './context.ts';
import { list, optionalWords, words } from './words.ts';

type MeasureInput = z.infer<typeof MeasureSchema>;
type MatchInput = Extract<MeasureInput, { readonly any: unknown }>['any'];
type HistoryInput = z.infer<typeof OutcomeSchema>['history'];
type When = Extract<MeasureInput, { readonly holds: unknown }>['holds']['at'];

export function readOutcomes(context: Context): readonly Outcome[] {
  return (context.input.outcomes ?? []).map((input, at) => {
    const path = ['outcomes', at];
    const measure = readMeasure(context, input.measure, [...path, 'measure']);
    return {
      id: input.id,
      path,
      ask: words(input.ask),
      measure,
      unit: optionalWords(input.unit),
      history: readHistory(context, input.history, measure, [...path, 'history']),
      note: input.note,
    };
  });
}

function readMeasure(context: Context, input: MeasureInput, path: Path): Measure {
  const when = (at: When, key: string): Day =>
    at === 'end' ? context.ends : readDate(context, at, [...path, key, 'at']).latest;
  if ('any' in input) return { kind: 'any', match: readMatch(context, input.any, [...path, 'any']) };
  if ('count' in input) return { kind: 'count', match: readMatch(context, input.count, [...path, 'count']) };
  if ('people' in input)
    return { kind: 'people', match: readMatch(context, input.people, [...path, 'people']) };
  if ('first' in input) return { kind: 'first', match: readMatch(context, input.first, [...path, 'first']) };
  if ('holds' in input) return { kind: 'holds', ...input.holds, at: when(input.holds.at, 'holds') };
  if ('line' in input) return { kind: 'line', ...input.line, at: when(input.line.at, 'line') };
  if ('practised' in input)
    return { kind: 'practised', ...input.practised, at: when(input.practised.at, 'practised') };
  if ('resource' in input)
    return { kind: 'resource', ...input.resource, at: when(input.resource.at, 'resource') };
  if ('open' in input) return { kind: 'open', ...input.open, at: when(input.open.at, 'open') };
  if ('sits' in input) {
    const { person, body, at } = input.sits;
    return { kind: 'sits', people: list(person), body, at: when(at, 'sits') };
  }
  const { person, organisation, at } = input.belongs;
  return { kind: 'belongs', people: list(person), organisation, at: when(at, 'belongs') };
}

export function readMatch(context: Context, input: MatchInput, path: Path): Match {
  return {
    acts: list(input.act),
    by: list(input.by),
    to: list(input.to),
    in: input.in,
    issue: input.issue,
    office: input.office,
    options: list(input.option),
    outcome: input.outcome,
    atLeast: input.atLeast,
    atMost: input.atMost,
    from: optionalDate(context, input.from, [...path, 'from'])?.earliest,
    until: optionalDate(context, input.until, [...path, 'until'])?.latest,
  };
}

/** A date where the measure asks for one, else an id; false for a date means that it never happened. */
function readHistory(
  context: Context,
  input: HistoryInput,
  measure: Measure,
  path: Path,
): HistoricalAnswer | undefined {
  if (input === undefined) return undefined;
  if (typeof input === 'boolean') {
    return measure.kind === 'first' && !input ? { kind: 'never' } : { kind: 'yes-no', value: input };
  }
  if (measure.kind === 'first') return { kind: 'date', date: readDate(context, input, path) };
  if (typeof input === 'number') return { kind: 'number', value: input };
  const asDate = resolveDate(input, context.rules);
  return typeof asDate === 'string' ? { kind: 'id', id: input } : { kind: 'date', date: asDate };
}
