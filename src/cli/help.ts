import type { Command } from '@stricli/core';
import { code, heading, list, pairs, renderText, text } from '../report/page.ts';
import { columnsOf, type Context, type Host } from './context.ts';
import { examples } from './examples.ts';
import type { Texts } from './texts/index.ts';

/** The page of `plenum <command> --help`: what it does, how to call it, its arguments and flags, examples that work. */
export function helpPage(
  name: keyof Texts['commands'],
  command: Command<Context>,
  t: Texts,
  host: Host,
): string {
  const flags = Object.entries(command.parameters.flags ?? {});
  const args = positionals(command);
  const usage = [
    'plenum',
    name,
    ...args.map((a) => (a.optional ? `[${a.name}]` : `<${a.name}>`)),
    t.help.flagsIn,
  ].join(' ');
  return renderText(
    [
      text(t.commands[name].full),
      heading(t.stricli.usage),
      code(usage),
      heading(t.stricli.arguments),
      pairs(args.map((a) => [a.name, a.brief])),
      heading(t.stricli.flags),
      pairs(flags.map(([flag, parameter]) => [`--${flag}${valueText(parameter)}`, briefOf(parameter, t)])),
      heading(t.help.examples),
      code(...(examples[name] ?? [])),
      heading(t.help.exits),
      list(t.help.exitCodes.split('\n')),
    ],
    columnsOf(host),
  );
}

type Flag = NonNullable<Command<Context>['parameters']['flags']>[string];

function valueText(flag: Flag): string {
  if (flag.kind === 'enum') return ` ${flag.values.join('|')}`;
  if (flag.kind !== 'parsed') return '';
  return ` <${flag.placeholder ?? 'n'}>${flag.variadic ? ' …' : ''}`;
}

function briefOf(flag: Flag, t: Texts): string {
  const standard =
    'default' in flag && flag.default !== undefined ? ` (${t.stricli.default} ${String(flag.default)})` : '';
  return `${flag.brief}${standard}`;
}

function positionals(
  command: Command<Context>,
): readonly { readonly name: string; readonly brief: string; readonly optional: boolean }[] {
  const p = command.parameters.positional;
  if (p === undefined) return [];
  const list = p.kind === 'tuple' ? p.parameters : [p.parameter];
  return list.map((one) => ({
    name: one.placeholder ?? '',
    brief: one.brief,
    optional: one.optional === true,
  }));
}
