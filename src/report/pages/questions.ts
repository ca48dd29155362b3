import { heading, type Page, table, text } from '../page.ts';
import { documentHead, introduction, nextSteps, type Subject } from '../subject.ts';
import { interventionTexts } from '../interventions.ts';

/** The questions that an episode asks. */
export function questionsPage(s: Subject): Page {
  const t = s.texts.questions;
  const { questions } = s.episode;
  const first = questions.find((q) => q.until === undefined)?.id;
  return {
    blocks: [
      ...introduction(s),
      heading(t.title(s.episode.meta.title[s.lang])),
      ...(questions.length === 0
        ? [text(t.none)]
        : [
            table(
              [{ title: t.id, min: 22 }, { title: t.question }],
              questions.map((q) => [
                q.id,
                q.ask[s.lang] + (q.until === undefined ? '' : ` (${t.fromHistory})`),
              ]),
            ),
          ]),
      ...(first === undefined ? [] : nextSteps(s, [`plenum ask ${s.name} ${first}`])),
    ],
    data: {
      ...documentHead(s),
      questions: questions.map((q) => ({
        id: q.id,
        ask: q.ask[s.lang],
        fromHistory: q.until !== undefined,
        changes: [...interventionTexts(q.interventions, s)],
        outcomes: [...q.outcomes],
      })),
    },
    table: {
      columns: ['id', 'ask', 'from_history'],
      rows: questions.map((q) => [q.id, q.ask[s.lang], q.until !== undefined]),
    },
  };
}
