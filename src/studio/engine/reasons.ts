import { ruleText } from '../../acts/rules.ts';
import { allActs } from '../../acts/index.ts';
import { considerations } from '../../choice/considerations/index.ts';
import { probabilities } from '../../choice/choose.ts';
import { F } from '../../choice/forecasts/constants.ts';
import { forecastParameters, weights } from '../../choice/parameters.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { type ChoiceExplained, choiceAt, choiceOfRun } from '../../questions/why.ts';
import { explainRecord } from '../../questions/why-record.ts';
import { historicalSentence } from '../../report/acts.ts';
import { idle, verdictText } from '../../report/choice.ts';
import { dayText } from '../../report/dates.ts';
import { optionText } from '../../report/replay-lines.ts';
import { along, type RunName } from './along.ts';
import { engineFor } from './engines.ts';
import { both, type Ready } from './opened.ts';
import type { ChoiceView, CourseName, ReasonsView } from './protocol.ts';

/** Why an act of a course was done. Throws a RangeError if there is no such act or step. */
export function explain(
  ready: Ready,
  name: CourseName,
  at: { readonly act: string } | { readonly step: number },
  inferred?: Inferred,
): ReasonsView {
  if ('act' in at) return explainAct(ready, at.act);
  if (name.kind !== 'run') throw new RangeError('steps belong to runs; acts of the record have ids');
  const choice =
    name.until === undefined
      ? choiceOfRun(engineFor(ready, name.changes), name.seed, name.run, at.step)
      : choiceAlong(ready, name, at.step, inferred);
  if (!choice) throw new RangeError(`run ${name.run} has no choice ${at.step}`);
  const date = (lang: 'en' | 'ru'): string => dayText(choice.time, ready.episode.meta, lang);
  return {
    title: both(ready, (s) =>
      s.texts.why.run(s.names.person(choice.person).nom, date(s.lang), name.run, at.step),
    ),
    considerations: considerationsShown(ready),
    choices: [choiceView(ready, choice)],
  };
}

/** The choice at a step of a run from history; steps are counted from the day on which history is left. */
function choiceAlong(
  ready: Ready,
  name: RunName,
  step: number,
  inferred: Inferred | undefined,
): ChoiceExplained | undefined {
  let count = 0;
  let found: ChoiceExplained | undefined;
  along(ready, name, inferred, {
    choice: (g, o, row) => {
      if (++count < step) return false;
      found = choiceAt(g, o, row, probabilities(g.mind, o.nested, o.mayWait));
      return true;
    },
  });
  return found;
}

function explainAct(ready: Ready, id: string): ReasonsView {
  const found = explainRecord(ready.episode, id);
  const [first] = found;
  if (!first) throw new RangeError(`the record has no act "${id}"`);
  const remark = both(ready, (s) => {
    if (first.seen.seen === 'chosen') return '';
    const rule = first.seen.rule === 0 ? '' : ` ${s.texts.why.rule(ruleText(first.seen.rule, s.lang))}`;
    return `${s.texts.why.notChosen(s.texts.seen[first.seen.seen] || first.seen.seen)}${rule}`;
  });
  return {
    title: both(ready, (s) => historicalSentence(first.act, s.names)),
    remark: remark.en === '' ? undefined : remark,
    considerations: considerationsShown(ready),
    choices: found.flatMap((f) => (f.choice ? [choiceView(ready, f.choice)] : [])),
  };
}

const considerationsShown = (ready: Ready): ReasonsView['considerations'] =>
  considerations.map((c, k) => ({
    id: c.id,
    name: both(ready, (s) => s.texts.considerations[c.id as keyof typeof s.texts.considerations] ?? c.id),
    weight: weights[k]?.value ?? Number.NaN,
  }));

function choiceView(ready: Ready, c: ChoiceExplained): ChoiceView {
  return {
    person: ready.episode.people[c.person]?.id ?? '',
    time: c.time,
    date: both(ready, (s) => dayText(c.time, s.episode.meta, s.lang)),
    occasion: both(ready, (s) => s.texts.why.occasions[c.occasion] ?? ''),
    nested: c.nested,
    options: c.options.map((o) => ({
      text: both(ready, (s) => optionText(s, c.person, o)),
      kind: allActs()[o.kind]?.kind ?? '',
      sum: o.sum,
      probability: o.probability,
      considerations: o.considerations,
    })),
    chosen: c.chosen,
    waiting: c.waiting,
    mayWait: c.waiting > 0,
    nesting: c.nested ? (forecastParameters[F.nesting]?.value ?? 1) : 1,
    waitText: both(ready, (s) => idle(s, c)),
    verdict: both(ready, (s) => verdictText(s, c)),
  };
}
