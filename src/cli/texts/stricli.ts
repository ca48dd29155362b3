import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from '@stricli/core';
import { CliError } from '../errors.ts';
import type { Texts } from './en.ts';

/** The texts of the command-line library, from our own tables. */
export function stricliText(t: Texts): ApplicationText {
  const s = t.stricli;
  const maybe = (corrections: readonly string[]): string =>
    corrections.length === 0 ? '' : s.didYouMean(corrections);
  return {
    ...text_en,
    headers: {
      usage: s.usage,
      aliases: s.aliases,
      commands: s.commands,
      flags: s.flags,
      arguments: s.arguments,
    },
    keywords: { default: s.default, separator: s.separator },
    briefs: { help: s.help, helpAll: s.helpAll, version: s.version, argumentEscapeSequence: s.escape },
    noCommandRegisteredForInput: ({ input, corrections }) => s.unknownCommand(input) + maybe(corrections),
    exceptionWhileParsingArguments: (error) => scannerMessage(error, t, maybe),
    exceptionWhileLoadingCommandFunction: (error) => t.bug(String(error)),
    exceptionWhileLoadingCommandContext: (error) => t.bug(String(error)),
    exceptionWhileRunningCommand: (error) =>
      t.bug(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  };
}

function scannerMessage(error: unknown, t: Texts, maybe: (corrections: readonly string[]) => string): string {
  const s = t.stricli;
  if (!(error instanceof ArgumentScannerError))
    return error instanceof CliError ? error.message : String(error);
  return formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: (e) => s.unknownFlag(e.input) + maybe(e.corrections.map((c) => `--${c}`)),
    AliasNotFoundError: (e) => s.unknownAlias(e.input),
    ArgumentParseError: (e) =>
      s.notParsed(
        e.externalFlagNameOrPlaceholder,
        e.exception instanceof Error ? e.exception.message : String(e.exception),
      ),
    EnumValidationError: (e) => s.notOneOf(e.externalFlagName, e.input, e.values),
    UnsatisfiedFlagError: (e) => s.flagNeedsValue(e.externalFlagName),
    UnexpectedPositionalError: (e) => s.tooMany(e.input),
    UnsatisfiedPositionalError: (e) => s.missing(e.placeholder),
    InvalidNegatedFlagSyntaxError: (e) => s.negated(e.externalFlagName),
    UnexpectedFlagError: (e) => s.twice(e.externalFlagName),
  });
}
