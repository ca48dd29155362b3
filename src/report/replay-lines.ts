import { ruleText } from '../acts/rules.ts';
import type { Replayed } from '../questions/history.ts';
import type { OptionSeen, ReplayedAct } from '../run/history/replay.ts';
import { actSentence, historicalSentence } from './acts.ts';
import { shortDay } from './dates.ts';
import { formatNumber, formatPercent } from './numbers.ts';
import type { Subject } from './subject.ts';

export interface Line {
  readonly act: ReplayedAct;
  readonly date: string;
  readonly what: string;
  readonly p: string;
  readonly bits: string;
  readonly instead: string;
}

/** One line an act; where several people had their own share in it, a line for each below. */
export function linesOf(s: Subject, r: Replayed): readonly Line[] {
  let bits = 0;
  const lines: Line[] = [];
  for (const group of byAct(r.acts)) {
    const [first] = group;
    if (!first) continue;
    const shares = group.filter((a) => a.person >= 0);
    const alone = shares.length <= 1;
    const scoring = (a: ReplayedAct): Pick<Line, 'p' | 'bits' | 'instead'> => {
      if (!isScored(a)) return { p: '', bits: '', instead: remark(s, a) };
      bits += a.bits;
      const p = formatPercent(a.probability, s.lang);
      return { p, bits: formatNumber(bits, s.lang, 1), instead: alternatives(s, a) };
    };
    const what = `${historicalSentence(first.act, s.names)} [${first.act.id}]`;
    const blank = { p: '', bits: '', instead: '' };
    lines.push({
      act: first,
      date: shortDay(first.act.time, s.episode.meta),
      what,
      ...(alone ? scoring(shares[0] ?? first) : blank),
    });
    if (!alone)
      shares.forEach((a, k) => {
        lines.push({ act: a, date: '', what: `· ${shareOf(s, shares, k)}`, ...scoring(a) });
      });
  }
  return lines;
}

export const isScored = (a: ReplayedAct): boolean => a.seen === 'chosen' && !Number.isNaN(a.probability);

/** Whose share it is; with several addressees also to whom, which come in the order of the record. */
function shareOf(s: Subject, shares: readonly ReplayedAct[], k: number): string {
  const share = shares[k];
  if (!share) return '';
  const who = s.names.person(share.person).nom;
  const before = shares.slice(0, k).filter((a) => a.person === share.person).length;
  const several = shares.filter((a) => a.person === share.person).length > 1;
  const to = several ? s.names.actor(share.act.to[before] ?? -1)?.nom : undefined;
  return to === undefined ? who : `${who} → ${to}`;
}

function byAct(acts: readonly ReplayedAct[]): readonly (readonly ReplayedAct[])[] {
  const groups = new Map<string, ReplayedAct[]>();
  for (const a of acts) groups.set(a.act.id, [...(groups.get(a.act.id) ?? []), a]);
  return [...groups.values()];
}

/** The two likeliest options that the model thought likelier than what happened. */
function alternatives(s: Subject, a: ReplayedAct): string {
  return a.options
    .filter((o) => o.probability > a.probability)
    .slice(0, 2)
    .map((o) => `${optionText(s, a.person, o)} ${formatPercent(o.probability, s.lang)}`)
    .join('; ');
}

function remark(s: Subject, a: ReplayedAct): string {
  if (a.seen === 'off-model') return `${s.texts.seen['off-model']}: ${ruleText(a.rule, s.lang)}`;
  return a.seen === 'not-occurred'
    ? s.texts.modes[a.act.source.mode] || s.texts.seen[a.seen]
    : s.texts.seen[a.seen];
}

/** An option without its subject: "moves in the CC: …". */
export function optionText(
  s: Subject,
  person: number,
  o: Omit<OptionSeen, 'row' | 'probability'> & { readonly thing?: number },
): string {
  if (o.kind < 0) return s.texts.waits;
  const full = actSentence(
    {
      kind: o.kind,
      by: [person],
      to: [o.to],
      body: o.body,
      issue: o.issue,
      office: o.office,
      thing: o.thing ?? -1,
      option: o.option,
      value: o.value,
      flags: 0,
    },
    s.names,
  );
  const subject = person >= 0 ? s.names.person(person).nom : '';
  return full.startsWith(subject) ? full.slice(subject.length).replace(/^[\s:]+/, '') : full;
}
