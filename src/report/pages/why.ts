import { allActs } from '../../acts/index.ts';
import { ruleText } from '../../acts/rules.ts';
import { considerations } from '../../choice/considerations/index.ts';
import { weights } from '../../choice/parameters.ts';
import type { ChoiceExplained } from '../../questions/why.ts';
import type { RecordExplained } from '../../questions/why-record.ts';
import { historicalSentence } from '../acts.ts';
import { dayText } from '../dates.ts';
import { choiceBlocks, choiceData } from '../choice.ts';
import { capital } from '../language.ts';
import { type Block, type Json, type Page, text } from '../page.ts';
import { citation, documentHead, type Subject } from '../subject.ts';
import { optionText } from '../replay-lines.ts';

/** Why a choice of a run was made. */
export function whyRunPage(s: Subject, c: ChoiceExplained, seed: number, run: number, step: number): Page {
  const title = s.texts.why.run(
    s.names.person(c.person).nom,
    dayText(c.time, s.episode.meta, s.lang),
    run,
    step,
  );
  return pageOf(
    s,
    [{ kind: 'title', text: title }, ...choiceBlocks(s, c)],
    { seed, run, step, choices: [choiceData(s, c)] },
    [c],
  );
}

/** Why an act of the record was done, for each who took part in it. */
export function whyRecordPage(s: Subject, found: readonly RecordExplained[]): Page {
  const first = found[0];
  const choices = found.flatMap((f) => (f.choice ? [f.choice] : []));
  const blocks = found.flatMap(({ act, seen, choice }): readonly Block[] => {
    const who =
      seen.person >= 0 ? s.names.person(seen.person).nom : (s.names.actor(act.by[0] ?? -1)?.nom ?? '');
    const title: Block = {
      kind: 'title',
      text: s.texts.why.record(capital(who), dayText(act.time, s.episode.meta, s.lang)),
    };
    const rule = seen.rule === 0 ? '' : ` ${s.texts.why.rule(ruleText(seen.rule, s.lang))}`;
    const remark =
      seen.seen === 'chosen'
        ? []
        : [text(`${s.texts.why.notChosen(s.texts.seen[seen.seen] || seen.seen)}${rule}`)];
    return [title, ...remark, ...(choice ? choiceBlocks(s, choice) : [])];
  });
  const intro = first ? [text(historicalSentence(first.act, s.names)), ...blocks] : blocks;
  return pageOf(
    s,
    intro,
    { act: first?.act.id ?? null, choices: choices.map((c) => choiceData(s, c)) },
    choices,
  );
}

function pageOf(
  s: Subject,
  blocks: readonly Block[],
  data: { readonly [key: string]: Json },
  choices: readonly ChoiceExplained[],
): Page {
  return {
    blocks: [...blocks, text(s.texts.why.how), ...citation(s)],
    data: {
      ...documentHead(s),
      units: {
        considerations: '−1 to 1, contrasts with waiting',
        weights: 'log-odds',
        probability: '0 to 1',
      },
      weights: Object.fromEntries(considerations.map((k, j) => [k.id, weights[j]?.value ?? Number.NaN])),
      ...data,
    },
    table: {
      columns: [
        'person',
        'option',
        'kind',
        ...considerations.map((k) => k.id),
        'sum',
        'probability',
        'taken',
      ],
      rows: choices.flatMap((c) =>
        c.options.map((o, k) => [
          s.episode.people[c.person]?.id ?? null,
          optionText(s, c.person, o),
          allActs()[o.kind]?.kind ?? '',
          ...o.considerations,
          o.sum,
          o.probability,
          k === c.chosen,
        ]),
      ),
    },
  };
}
