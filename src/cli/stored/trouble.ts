import { StoreError, type Trouble } from '../../ensemble/node/store/trouble.ts';
import type { Context } from '../context.ts';
import { CliError } from '../errors.ts';
import { findManifest } from '../../ensemble/node/store/folder.ts';

/** Does something with a folder of runs; its trouble becomes a message in which the folder is called as it was typed. */
export async function inFolder<T>(context: Context, shown: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? new CliError(troubleText(error, shown, context)) : error;
  }
}

function troubleText(error: StoreError, shown: string, context: Context): string {
  const t = context.texts.stored;
  const { trouble } = error;
  switch (trouble.kind) {
    case 'other-plan':
      return otherPlanText(error.folder, trouble, shown, context);
    case 'exists':
      return t.exists(shown, trouble.done, trouble.total);
    case 'not-a-store':
      return t.notAStore(shown);
    case 'not-empty':
      return t.notEmpty(shown);
    case 'newer-format':
      return t.newerFormat(shown, trouble.format);
    case 'broken-manifest':
      return t.brokenManifest(shown, trouble.message);
    case 'damaged':
      return t.damaged(shown, trouble.file);
    case 'locked':
      return trouble.here
        ? t.locked(shown, trouble.pid)
        : t.lockedElsewhere(shown, trouble.pid, trouble.host);
    case 'other-values':
      return t.otherValues(shown, trouble.run);
    case 'full':
      return t.full(shown, trouble.done, trouble.total);
    case 'unwritable':
      return t.unwritable(shown, trouble.message);
  }
}

function otherPlanText(
  folder: string,
  trouble: Extract<Trouble, { readonly kind: 'other-plan' }>,
  shown: string,
  context: Context,
): string {
  const t = context.texts.stored;
  const short = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value);
  return [
    t.otherPlan(shown, trouble.done),
    ...trouble.differences.map((d) =>
      t.differs(t.fields[d.field] ?? d.field, short(d.stored), short(d.wanted)),
    ),
    t.otherPlanNext(findManifest(folder)?.command ?? '', shown),
  ].join('\n');
}
