import type { Language } from '../../report/language.ts';
import type { ErrorAnswer } from '../contract.ts';
import type { Refusal } from './refusal.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

/** What, rule and next step, in a language. */
export const refusalText = ({ code, params }: Refusal, lang: Language): ErrorAnswer['error'] =>
  (lang === 'ru' ? ru : en)[code](params);

/** By the browser's languages, which the page may overrule with a header of its own. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return /^\s*ru\b/i.test(acceptLanguage ?? '') ? 'ru' : 'en';
}
