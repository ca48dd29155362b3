import { inclineFirstname, inclineLastname } from 'lvovich';
import type { NameForms } from '../acts/define.ts';
import type { Person } from '../episode/types.ts';
import { type Language, listed } from './language.ts';
import { withoutCapitalArticle } from './mid-sentence.ts';

const cases = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre'] as const;
type Case = (typeof cases)[number];
const declensions = {
  gen: 'genitive',
  dat: 'dative',
  acc: 'accusative',
  ins: 'instrumental',
  pre: 'prepositional',
} as const;

/** A name that stays as it is in every case. */
export function undeclined(name: string, many = false): NameForms {
  return { nom: name, gen: name, dat: name, acc: name, ins: name, pre: name, many };
}

/** A person's short name; in Russian declined: by the episode's own forms, else by rule. Collective actors stay as they are. */
export function personForms(person: Person, lang: Language): NameForms {
  const name = person.short[lang];
  if (lang === 'en') return undeclined(name, isPlural(person, lang));
  // Who goes by the first name is declined as first names are.
  const incline =
    person.name.ru !== name && person.name.ru.startsWith(`${name} `) ? inclineFirstname : inclineLastname;
  const rule = (c: Exclude<Case, 'nom'>): string =>
    person.forms[c] ??
    (person.collective ? name : incline(name, declensions[c], person.gender === 'f' ? 'female' : 'male'));
  return {
    nom: person.forms['nom'] ?? name,
    gen: rule('gen'),
    dat: rule('dat'),
    acc: rule('acc'),
    ins: rule('ins'),
    pre: rule('pre'),
    many: isPlural(person, lang),
  };
}

/** Does the verb stand in the plural after this collective's name? */
function isPlural(person: Person, lang: Language): boolean {
  if (!person.collective) return false;
  const name = person.short[lang].replace(/\s*\(.*$/, '');
  return lang === 'ru'
    ? /(ы|и|ые|ие)$/.test(name.split(' ')[0] ?? '')
    : /[^s]s$|people|rank and file/i.test(name);
}

/** A body in English takes the article: "the CC"; those named by a proper name do without. */
export function bodyForms(name: string, lang: Language): NameForms {
  return undeclined(
    lang === 'en' && !/^(the|all|some)\s/i.test(name) ? `the ${name}` : withoutCapitalArticle(name),
  );
}

/** Several names as one: "Kamenev, Rykov and Nogin". */
export function jointForms(forms: readonly NameForms[], lang: Language): NameForms {
  const [only] = forms;
  if (forms.length === 1 && only) return only;
  const join = (c: Case): string =>
    listed(
      forms.map((f) => f[c]),
      lang,
    );
  return {
    nom: join('nom'),
    gen: join('gen'),
    dat: join('dat'),
    acc: join('acc'),
    ins: join('ins'),
    pre: join('pre'),
    many: true,
  };
}
