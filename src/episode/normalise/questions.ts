import type { z } from 'zod';
import { suggest } from '../distance.ts';
import { finding } from '../problems.ts';
import {
  type Intervention as InterventionSchema,
  Meeting as MeetingSchema,
  OutsideEvent as EventSchema,
} from '../schema/index.ts';
import { schemaFindings } from '../load/schema-problems.ts';
import type {
  Intervention,
  Match,
  MoveSpec,
  Path,
  Question,
  SetTarget,
  SetValue,
  TraitName,
} from '../types.ts';
import { isRuleName, readRule } from './bodies.ts';
import { readAnchors } from './claims.ts';
import { type Context, optionalDate } from './context.ts';
import { readMatch } from './outcomes.ts';
import { readEvent, readMeeting } from './outside.ts';
import { list, words } from './words.ts';

type InterventionInput = z.infer<typeof InterventionSchema>;
type SetInput = Extract<InterventionInput, { readonly set: unknown }>;
type MatchInput = NonNullable<SetInput['when']>;
type MoveInput = Extract<InterventionInput, { readonly force: unknown }>['force'];

export function readQuestions(context: Context): readonly Question[] {
  return (context.input.questions ?? []).map((input, at) => {
    const path = ['questions', at];
    return {
      id: input.id,
      path,
      ask: words(input.ask),
      interventions: input.interventions.flatMap((one, index) =>
        readIntervention(context, one, [...path, 'interventions', index]),
      ),
      outcomes: input.outcomes,
      until: optionalDate(context, input.until, [...path, 'until'])?.latest,
      raisedBy: readAnchors(input.raisedBy),
      note: input.note,
    };
  });
}

function readIntervention(context: Context, input: InterventionInput, path: Path): readonly Intervention[] {
  if ('force' in input) {
    const at = optionalDate(context, input.at, [...path, 'at'])?.day;
    const when = readWhen(context, input, path);
    const whenever = input.whenever ?? (at === undefined && when === undefined);
    return [{ kind: 'force', path, move: readMove(input.force), at, whenever, when }];
  }
  if ('forbid' in input) return [readForbid(context, input, path)];
  if ('set' in input) return readSet(context, input, path);
  if ('remove' in input) {
    const at = optionalDate(context, input.at, [...path, 'at'])?.day;
    const when = readWhen(context, input, path);
    return (['event', 'meeting', 'term'] as const).flatMap((what) => {
      const id = input.remove[what];
      return id === undefined ? [] : [{ kind: 'remove', path, what, id, at, when } as const];
    });
  }
  return readAdd(context, input, path);
}

function readWhen(
  context: Context,
  input: { readonly when?: MatchInput | undefined },
  path: Path,
): Match | undefined {
  return input.when && readMatch(context, input.when, [...path, 'when']);
}

/** `at` alone forbids the act on that day only. */
function readForbid(
  context: Context,
  input: Extract<InterventionInput, { readonly forbid: unknown }>,
  path: Path,
): Intervention {
  const at = optionalDate(context, input.at, [...path, 'at']);
  const from =
    optionalDate(context, input.from, [...path, 'from'])?.earliest ?? at?.earliest ?? context.starts;
  const until = optionalDate(context, input.until, [...path, 'until'])?.latest ?? at?.latest ?? context.ends;
  return { kind: 'forbid', path, move: readMove(input.forbid), from, until };
}

function readMove(input: MoveInput): MoveSpec {
  return { ...input, by: list(input.by), to: list(input.to) };
}

/** Forms of the text that names what is set, by key. */
export const setForms = {
  trait: 'person.trait',
  position: 'person.issue',
  salience: 'person.issue',
  belief: 'who.about.issue',
  tie: 'from.to',
  rule: 'body.rule, body.ballot, body.authority, body.quorum',
  resource: 'resource',
  pressure: 'pressure',
  line: 'body.issue',
} as const;

const traits: readonly string[] = ['attachment', 'ambition', 'caution', 'authority', 'tempo'];
const ruleParts: readonly string[] = ['rule', 'ballot', 'authority', 'quorum'];

function readSet(context: Context, input: SetInput, path: Path): readonly Intervention[] {
  const at = optionalDate(context, input.at, [...path, 'at'])?.day ?? context.starts;
  const when = readWhen(context, input, path);
  const keys = (Object.keys(setForms) as (keyof typeof setForms)[]).filter(
    (key) => input.set[key] !== undefined,
  );
  if (keys.length === 0)
    context.findings.push(finding('no-variant', [...path, 'set'], { expected: Object.keys(setForms) }));
  return keys.flatMap((key) => {
    const text = input.set[key] ?? '';
    const target = readTarget(key, text.split('.'));
    if (target !== undefined)
      return [{ kind: 'set', path, target, value: readSetValue(target, input.set.to), at, when } as const];
    const suggestion = key === 'trait' ? suggest(text.split('.')[1] ?? '', traits) : undefined;
    context.findings.push(
      finding('bad-set', [...path, 'set', key], { value: text, form: setForms[key], suggestion }),
    );
    return [];
  });
}

function readTarget(key: keyof typeof setForms, parts: readonly string[]): SetTarget | undefined {
  const [a = '', b = '', c = ''] = parts;
  const wanted = setForms[key].split(', ')[0]?.split('.').length;
  if (parts.length !== wanted || parts.includes('')) return undefined;
  if (key === 'trait')
    return traits.includes(b) ? { kind: 'trait', person: a, trait: b as TraitName } : undefined;
  if (key === 'rule') return ruleParts.includes(b) ? { kind: 'rule', body: a, what: b as 'rule' } : undefined;
  if (key === 'position' || key === 'salience') return { kind: key, person: a, issue: b };
  if (key === 'belief') return { kind: 'belief', who: a, about: b, issue: c };
  if (key === 'tie') return { kind: 'tie', from: a, to: b };
  if (key === 'line') return { kind: 'line', body: a, issue: b };
  return key === 'resource' ? { kind: 'resource', resource: a } : { kind: 'pressure', pressure: a };
}

function readSetValue(target: SetTarget, to: number | string): SetValue {
  if (target.kind === 'rule' && target.what === 'rule') {
    if (typeof to === 'string' && isRuleName(to)) return readRule(to);
    if (typeof to === 'number') return readRule(to <= 1 ? { share: to } : { count: Math.round(to) });
  }
  return to;
}

type AddInput = Extract<InterventionInput, { readonly add: unknown }>;

function readAdd(context: Context, whole: AddInput, path: Path): readonly Intervention[] {
  const found: Intervention[] = [];
  const input = whole.add;
  if (input.term !== undefined) {
    const { role = 'member', ...term } = input.term;
    const at = optionalDate(context, whole.at, [...path, 'at'])?.day ?? context.starts;
    if ((term.body === undefined) === (term.office === undefined))
      context.findings.push(
        finding('no-variant', [...path, 'add', 'term'], { expected: ['body', 'office'] }),
      );
    else found.push({ kind: 'add-term', path, ...term, role, at, when: readWhen(context, whole, path) });
  }
  if (input.event !== undefined) {
    const event = check(context, EventSchema, input.event, [...path, 'add', 'event']);
    if (event !== undefined)
      found.push({ kind: 'add-event', path, event: readEvent(context, event, [...path, 'add', 'event']) });
  }
  if (input.meeting !== undefined) {
    const meeting = check(context, MeetingSchema, input.meeting, [...path, 'add', 'meeting']);
    if (meeting !== undefined)
      found.push({
        kind: 'add-meeting',
        path,
        meeting: readMeeting(context, meeting, [...path, 'add', 'meeting']),
      });
  }
  return found;
}

function check<T>(context: Context, schema: z.ZodType<T>, input: unknown, path: Path): T | undefined {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  context.findings.push(...schemaFindings(issues, context.root));
  return undefined;
}
