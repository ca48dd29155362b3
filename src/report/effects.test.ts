import { describe, expect, it } from 'vitest';
import type { CompiledOutcome } from '../questions/outcomes.ts';
import { effects } from '../questions/summarise.ts';
import { clearest, differenceText, effectSentence, flowTexts } from './effects.ts';
import type { Subject } from './subject.ts';
import { textsOf } from './texts/index.ts';

const outcome = (kind: CompiledOutcome['kind'], ask: string): CompiledOutcome =>
  ({
    id: kind,
    kind,
    at: 0,
    value: () => 0,
    source: { ask: { en: ask, ru: ask }, measure: { kind: kind === 'number' ? 'count' : 'any' } },
  }) as unknown as CompiledOutcome;
const subject = (lang: 'en' | 'ru'): Subject => ({ lang, texts: textsOf(lang) }) as Subject;

/** `both` pairs yes on both sides, then only with, only without, neither. */
function pairs(
  both: number,
  gained: number,
  lost: number,
  neither: number,
): readonly [Float64Array, Float64Array] {
  const column = (yes: readonly boolean[]): Float64Array => Float64Array.from(yes, Number);
  const fill = (n: number, value: boolean): boolean[] => new Array<boolean>(n).fill(value);
  return [
    column([...fill(both, true), ...fill(gained, false), ...fill(lost, true), ...fill(neither, false)]),
    column([...fill(both, true), ...fill(gained, true), ...fill(lost, false), ...fill(neither, false)]),
  ];
}

const yes = outcome('yes-no', 'Does the party split?');

function effectOf(o: CompiledOutcome, [without, withIt]: readonly [Float64Array, Float64Array]) {
  const [e] = effects([o], [without], [withIt]);
  if (!e) throw new Error('no effect');
  return e;
}

describe('an effect in words', () => {
  it('gives shares, interval and flows', () => {
    const e = effectOf(yes, pairs(10, 120, 30, 840));
    expect(effectSentence(yes, e, subject('en'))).toMatchInlineSnapshot(
      `"Does the party split? In 4 of 100 runs (3–5) without, in 13 of 100 runs (11–15) with. In 12 of 100 pairs the answer is yes only with the change, in 3 only without."`,
    );
    expect(effectSentence(yes, e, subject('ru'))).toMatchInlineSnapshot(
      `"Does the party split? Без изменения в 4 из 100 прогонов (3–5), с ним в 13 из 100 прогонов (11–15). В 12 из 100 пар ответ «да» только с изменением, в 3 — только без него."`,
    );
  });

  it('cannot tell when the interval spans zero', () => {
    const e = effectOf(yes, pairs(10, 12, 9, 69));
    expect(differenceText(yes, e, subject('en'))).toBe('cannot tell\n+3 (−6 to +12)');
    expect(effectSentence(yes, e, subject('en'))).toContain('(cannot tell)');
  });

  it('does not pretend to know a zero exactly', () => {
    const e = effectOf(yes, pairs(3, 0, 0, 97));
    expect(differenceText(yes, e, subject('en'))).toBe('no pair differs');
    expect(effectSentence(yes, e, subject('en'))).toMatchInlineSnapshot(
      `"Does the party split? In 3 of 100 runs (1–8), with or without the change; no pair differs."`,
    );
  });

  it('counts flows of yes and no only', () => {
    expect(flowTexts(yes, effectOf(yes, pairs(0, 1, 0, 199)), subject('en'))).toEqual(['0.5', '0']);
    const number = outcome('number', 'How many leave?');
    const e = effectOf(number, [Float64Array.of(1, 2, 3, 2), Float64Array.of(3, 4, 5, 5)]);
    expect(flowTexts(number, e, subject('en'))).toEqual(['–', '–']);
    expect(effectSentence(number, e, subject('en'))).toMatchInlineSnapshot(
      `"How many leave? 2.0 (1.2–2.8) on average without, 4.3 (3.3–5.2) with: +2.3 (+1.8 to +2.7)."`,
    );
  });

  it('names the clearest effect first', () => {
    const unclear = effectOf(yes, pairs(10, 12, 9, 69));
    const clear = effectOf(yes, pairs(10, 60, 5, 25));
    expect(clearest([unclear, clear])).toBe(1);
    expect(clearest([unclear])).toBe(-1);
  });
});
