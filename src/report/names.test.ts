import { describe, expect, it } from 'vitest';
import type { Person } from '../episode/types.ts';
import { bodyForms, jointForms, personForms } from './names.ts';

const person = (name: string, short: string, more: Partial<Person> = {}): Person =>
  ({
    name: { en: name, ru: name },
    short: { en: short, ru: short },
    forms: {},
    gender: 'm',
    ...more,
  }) as Person;

const russian = (p: Person): string => {
  const { gen, dat, acc, ins, pre } = personForms(p, 'ru');
  return [gen, dat, acc, ins, pre].join(' ');
};

describe('Russian names', () => {
  it.each([
    ['Лев Борисович Каменев', 'Каменев', 'm', 'Каменева Каменеву Каменева Каменевым Каменеве'],
    ['Владимир Ильич Ленин', 'Ленин', 'm', 'Ленина Ленину Ленина Лениным Ленине'],
    ['Елена Дмитриевна Стасова', 'Стасова', 'f', 'Стасовой Стасовой Стасову Стасовой Стасовой'],
    [
      'Александра Михайловна Коллонтай',
      'Коллонтай',
      'f',
      'Коллонтай Коллонтай Коллонтай Коллонтай Коллонтай',
    ],
    ['Густав Бергер', 'Густав', 'm', 'Густава Густаву Густава Густавом Густаве'],
  ] as const)('%s', (name, short, gender, forms) =>
    expect(russian(person(name, short, { gender }))).toBe(forms),
  );

  it('prefers the forms of the episode', () => {
    expect(russian(person('Ян Стэн', 'Стэн', { forms: { ins: 'Стэном' } }))).toBe(
      'Стэна Стэну Стэна Стэном Стэне',
    );
  });

  it('leaves collective actors as they are and knows their number', () => {
    const collective = { size: 9 } as Person['collective'];
    const left = personForms(person('Левые эсеры', 'Левые эсеры', { collective }), 'ru');
    expect([left.ins, left.many]).toEqual(['Левые эсеры', true]);
    expect(personForms(person('Викжель', 'Викжель', { collective }), 'ru').many).toBe(false);
  });
});

describe('names together', () => {
  it('agree as several', () => {
    const all = ['Рыков', 'Ногин'].map((short) => personForms(person(short, short), 'ru'));
    expect(jointForms(all, 'ru')).toMatchObject({
      nom: 'Рыков и Ногин',
      ins: 'Рыковым и Ногиным',
      many: true,
    });
    expect(jointForms(all.slice(0, 1), 'ru').many).toBe(false);
  });

  it('bodies take an English article, once', () => {
    expect(['CC', 'The committee', 'the conference'].map((name) => bodyForms(name, 'en').nom)).toEqual([
      'the CC',
      'the committee',
      'the conference',
    ]);
  });
});
