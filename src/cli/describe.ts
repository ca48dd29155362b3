import { examples } from './examples.ts';
import type { Texts } from './texts/index.ts';

/** What --help says of a command: one line, the whole, and examples that work. */
export function describe(
  t: Texts,
  name: keyof Texts['commands'],
): { readonly brief: string; readonly fullDescription: string } {
  const { brief, full } = t.commands[name];
  return {
    brief,
    fullDescription: [full, '', t.examples, ...(examples[name] ?? []).map((example) => `  ${example}`)].join(
      '\n',
    ),
  };
}
