import { allActs } from '../acts/index.ts';
import { considerations } from '../choice/considerations/index.ts';
import { weights } from '../choice/parameters.ts';
import { isoDay } from '../episode/index.ts';
import type { ChoiceExplained, OptionExplained } from '../questions/why.ts';
import { capital, listed } from './language.ts';
import { formatNumber, formatPercent, formatSigned } from './numbers.ts';
import { type Block, heading, type Json, table, text } from './page.ts';
import { optionText } from './replay-lines.ts';
import type { Subject } from './subject.ts';

const right = { align: 'right' } as const;
const most = 8;

/** One choice: what was done and how likely, what was open, the reasons for the option taken. */
export function choiceBlocks(s: Subject, c: ChoiceExplained): readonly Block[] {
  const t = s.texts.why;
  const ranked = c.options
    .map((o, k) => ({ o, k }))
    .sort((a, b) => b.o.probability - a.o.probability || a.k - b.k);
  const taken = c.options[c.chosen];
  const explained = taken ?? ranked[0]?.o;
  const shown = ranked.slice(0, most);
  if (taken && !shown.some(({ k }) => k === c.chosen)) shown.push({ o: taken, k: c.chosen });
  const rows = [
    ...shown.map(({ o, k }) => ({
      text: optionText(s, c.person, o),
      sum: o.sum,
      p: o.probability,
      taken: k === c.chosen,
    })),
    { text: idle(s, c), sum: 0, p: c.waiting, taken: c.chosen === -1 },
  ];
  rows.sort((a, b) => b.p - a.p);
  return [
    ...(c.chosen === -2 ? [] : [text(verdictText(s, c))]),
    heading(t.options),
    table(
      [{ title: t.option }, { title: t.sum, ...right }, { title: t.p, ...right }, { title: '' }],
      rows.map((r) => [
        r.text,
        formatSigned(r.sum, s.lang, 2),
        formatPercent(r.p, s.lang),
        r.taken ? t.chosenMark : '',
      ]),
    ),
    ...(ranked.length > shown.length ? [text(t.more(ranked.length - shown.length))] : []),
    ...(explained
      ? [
          heading(t.reasons),
          text(`${taken ? '' : `${t.ofLikeliest} `}${optionText(s, c.person, explained)}`, 2),
          reasonsTable(s, explained),
        ]
      : []),
    text(
      [c.occasion === 2 ? t.ballot : '', c.nested ? t.nested : ''].filter((x) => x !== '').join(' ') ||
        capital(t.occasions[c.occasion] ?? ''),
    ),
  ];
}

/** What was done, how likely it was, what was likelier; what spoke for and against it. Empty if nothing of it was open. */
export function verdictText(s: Subject, c: ChoiceExplained): string {
  const t = s.texts.why;
  if (c.chosen === -2) return '';
  const taken = c.options[c.chosen];
  const p = taken?.probability ?? c.waiting;
  const did = taken ? optionText(s, c.person, taken) : idle(s, c);
  const options = [
    { text: idle(s, c), p: c.waiting },
    ...c.options.map((o) => ({ text: optionText(s, c.person, o), p: o.probability })),
  ].sort((a, b) => b.p - a.p);
  const [best] = options;
  const likelier = best && best.p > p ? t.likelier(best.text, formatPercent(best.p, s.lang)) : t.likeliest;
  return [
    t.did(`${s.names.person(c.person).nom} ${did}`, formatPercent(p, s.lang)),
    likelier,
    ...(taken ? [forAndAgainst(s, taken)] : []),
  ].join(' ');
}

function forAndAgainst(s: Subject, o: OptionExplained): string {
  const t = s.texts.why;
  const parts = products(o)
    .filter((x) => Math.abs(x.product) >= 0.05)
    .sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const name = (x: Product): string =>
    `${s.texts.considerations[x.id as keyof typeof s.texts.considerations]} (${formatSigned(x.product, s.lang, 1)})`;
  const pro = parts
    .filter((x) => x.product > 0)
    .slice(0, 4)
    .map(name);
  const contra = parts
    .filter((x) => x.product < 0)
    .slice(0, 4)
    .map(name);
  if (pro.length + contra.length === 0) return t.nothing;
  return [
    pro.length > 0 ? t.for(listed(pro, s.lang)) : '',
    contra.length > 0 ? t.against(listed(contra, s.lang)) : '',
  ]
    .filter((x) => x !== '')
    .join(' ');
}

interface Product {
  readonly id: string;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

const products = (o: OptionExplained): readonly Product[] =>
  considerations.map((k, j) => {
    const value = o.considerations[j] ?? 0;
    const weight = weights[j]?.value ?? Number.NaN;
    return { id: k.id, value, weight, product: value * weight };
  });

function reasonsTable(s: Subject, o: OptionExplained): Block {
  const t = s.texts.why;
  const rows = products(o)
    .filter((x) => x.value !== 0)
    .sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const name = (x: Product): string => s.texts.considerations[x.id as keyof typeof s.texts.considerations];
  return table(
    [
      { title: t.consideration },
      { title: t.value, ...right },
      { title: t.weight, ...right },
      { title: t.product, ...right },
    ],
    [
      ...rows.map((x) => [
        name(x),
        formatSigned(x.value, s.lang, 3),
        formatNumber(x.weight, s.lang, 1),
        formatSigned(x.product, s.lang, 2),
      ]),
      [t.total, '', '', formatSigned(o.sum, s.lang, 2)],
    ],
  );
}

/** The same for programs. */
export function choiceData(s: Subject, c: ChoiceExplained): { readonly [key: string]: Json } {
  return {
    person: s.episode.people[c.person]?.id ?? null,
    day: isoDay(Math.floor(c.time)),
    occasion: (['initiative', 'answer', 'vote', 'agenda'] as const)[c.occasion] ?? '',
    waiting: c.waiting,
    chosen: c.chosen,
    options: c.options.map((o) => ({
      kind: allActs()[o.kind]?.kind ?? '',
      option: optionText(s, c.person, o),
      sum: o.sum,
      probability: o.probability,
      considerations: Object.fromEntries(considerations.map((k, j) => [k.id, o.considerations[j] ?? 0])),
    })),
  };
}

export const idle = (s: Subject, c: ChoiceExplained): string => s.texts.idle[c.occasion] ?? s.texts.waits;
