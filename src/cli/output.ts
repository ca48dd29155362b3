import { toCsv } from '../report/csv.ts';
import { toJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { type Page, renderText } from '../report/page.ts';
import { columnsOf, type Context } from './context.ts';
import { CliError, exitCodes, isAbort } from './errors.ts';

export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly lang?: 'en' | 'ru' | undefined;
}

/** What a command found, and how it went. */
export interface Answer {
  readonly kind: string;
  readonly page: Page;
  /** For reading it is Markdown: a document rather than something to look at. */
  readonly markdown?: boolean;
  /** Exit code, 0 unless said. */
  readonly exit?: number;
}

type Work<F, A extends readonly unknown[]> = (
  context: Context,
  flags: F,
  ...args: A
) => Answer | Promise<Answer>;

/** Makes a command of a function that answers: prints the answer in the form asked for, and turns trouble into messages and exit codes. */
export function answering<F extends OutputFlags, A extends readonly unknown[]>(work: Work<F, A>) {
  return async function (this: Context, flags: F, ...args: A): Promise<void> {
    try {
      if (flags.json && flags.csv) throw new CliError(this.texts.jsonOrCsv, exitCodes.misuse);
      this.host.signal.throwIfAborted();
      const answer = await work(this, flags, ...args);
      this.host.signal.throwIfAborted();
      this.host.stdout.write(shown(answer, flags, this));
      this.exit = answer.exit ?? exitCodes.done;
    } catch (error) {
      this.exit = explain(error, this);
    }
  };
}

function shown(answer: Answer, flags: OutputFlags, context: Context): string {
  if (flags.json) return toJson(answer.kind, answer.page.data);
  if (flags.csv) return toCsv(answer.page.table);
  return answer.markdown
    ? renderMarkdown(answer.page.blocks)
    : renderText(answer.page.blocks, columnsOf(context.host));
}

/** Writes what went wrong to stderr and returns the exit code. */
export function explain(error: unknown, context: Pick<Context, 'host' | 'texts'>): number {
  const { host, texts } = context;
  if (error instanceof CliError) {
    host.stderr.write(`${error.message}\n`);
    return error.code;
  }
  if (isAbort(error)) {
    // Work that keeps what is finished says so itself.
    const said = error instanceof Error && error.message !== 'cancelled' ? error.message : texts.cancelled;
    host.stderr.write(`${said}\n`);
    return exitCodes.cancelled;
  }
  host.stderr.write(
    `${texts.bug(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  return exitCodes.bug;
}
