import type { Intervention, Words } from '../../episode/types.ts';
import { nameOf } from '../../report/interventions.ts';
import { edgeOf } from '../../world/world.ts';
import type { Ready } from './opened.ts';

/** Ties and beliefs between people who have nothing to do with each other in the episode: there is nothing there to be set. */
export function unreachable(ready: Ready, i: Intervention): readonly Words[] {
  if (i.kind !== 'set') return [];
  const { target } = i;
  if (target.kind === 'tie' && !joined(ready, target.from, target.to))
    return [
      said(ready, target.from, target.to, (a, b) => ({
        en: `${a.en} and ${b.en} have nothing to do with each other in this episode. Code a tie between them first.`,
        ru: `${a.ru} и ${b.ru} в этом эпизоде никак не связаны. Сначала закодируйте связь между ними.`,
      })),
    ];
  if (target.kind === 'belief' && target.who !== 'public' && !joined(ready, target.who, target.about))
    return [
      said(ready, target.who, target.about, (a, b) => ({
        en: `${a.en} has no view of ${b.en} of his own in this episode. Code a belief or a tie first, or set what the public believes.`,
        ru: `${a.ru} в этом эпизоде не имеет своего мнения о позиции: ${b.ru}. Сначала закодируйте мнение или связь либо задайте общее мнение.`,
      })),
    ];
  return [];
}

const joined = ({ world: w }: Ready, from: string, to: string): boolean =>
  edgeOf(w, w.personId.indexOf(from), w.personId.indexOf(to)) >= 0;

function said(ready: Ready, from: string, to: string, say: (a: Words, b: Words) => Words): Words {
  const name = (id: string): Words => ({
    en: nameOf(id, ready.subjects.en),
    ru: nameOf(id, ready.subjects.ru),
  });
  return say(name(from), name(to));
}
