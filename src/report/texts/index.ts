import type { Language } from '../language.ts';
import { en, type Texts } from './en.ts';
import { ru } from './ru.ts';

export type { Texts } from './en.ts';

export const textsOf = (lang: Language): Texts => (lang === 'ru' ? ru : en);
