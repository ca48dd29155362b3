import type { Intervention } from '../episode/types.ts';
import type { Engine } from '../run/engine.ts';
import type { Names } from '../world/compile/names.ts';
import { fillOffice, seat, unseat } from '../world/seats.ts';

type AddTerm = Extract<Intervention, { readonly kind: 'add-term' }>;

/** Gives a seat, a guest's place or an office; a seat that he has already is left as it is. Throws a RangeError naming what is unknown. */
export function addTerm(t: AddTerm, n: Names): (engine: Engine) => void {
  const person = known(n.person, t.person);
  if (t.office !== undefined) {
    const office = known(n.office, t.office);
    return ({ scene }) => fillOffice(scene, office, person);
  }
  const body = known(n.body, t.body ?? '');
  return ({ scene }) => {
    if (t.role === 'guest') scene.state.guest[body * scene.world.people + person] = 1;
    else seat(scene, body, person, t.role === 'candidate' ? 2 : 1);
  };
}

/** Takes a seat or an office, if he still has it. Ids are "person.body" or "person.office". Throws a RangeError naming what is unknown. */
export function removeTerm(id: string, n: Names): (engine: Engine) => void {
  const [who = '', place = ''] = id.split('.');
  const person = known(n.person, who);
  const office = n.office.get(place);
  if (office !== undefined)
    return ({ scene }) => {
      if (scene.state.holder[office] === person) fillOffice(scene, office, -1);
    };
  const body = known(n.body, place);
  return ({ scene }) => {
    unseat(scene, body, person);
    scene.state.guest[body * scene.world.people + person] = 0;
  };
}

function known(index: ReadonlyMap<string, number>, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw new RangeError(`"${id}" is neither a person, a body nor an office`);
  return found;
}
