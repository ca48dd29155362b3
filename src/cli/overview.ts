import { code, heading, renderText, table, text } from '../report/page.ts';
import type { Language } from '../report/language.ts';
import { version } from '../version.ts';
import { examples } from './examples.ts';
import type { Texts } from './texts/en.ts';

/** What `plenum` alone prints. */
export function overview(t: Texts, _lang: Language): string {
  const names = Object.keys(t.commands) as (keyof Texts['commands'])[];
  return renderText([
    text(`plenum ${version}: ${t.about}`),
    table(
      [{ title: t.overview.command }, { title: t.overview.does }],
      names.map((name) => [name, t.commands[name].brief]),
    ),
    heading(t.overview.begin),
    code(examples['replay']?.[1] ?? '', examples['ask']?.[1] ?? '', examples['new']?.[0] ?? ''),
    text(t.overview.help),
  ]);
}
