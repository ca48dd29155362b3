// Organisations of any size for measuring: committees of 25, ties within one's own committee only, four issues decided by the
// first four committees. Written in the episode format, so that everything from the loader on is the production path.

const committee = 25;
const issues = 4;

/** A generator of its own: the same organisation for the same size on every machine. */
function draws(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Files of an episode with so many people (a multiple of 25). */
export function syntheticFiles(people) {
  const uniform = draws(people);
  const person = (k) => `p${k}`;
  const body = (k) => `c${k}`;
  const bodies = Math.max(issues, people / committee);
  const judged = { confidence: 'judgement' };
  const each = (n, entry) => Object.fromEntries(Array.from({ length: n }, (_, k) => entry(k)));
  const decider = (issue) => body(people === committee ? 0 : issue);
  const episode = {
    plenum: 1,
    episode: {
      id: `synthetic-${people}`,
      title: { en: `An organisation of ${people}` },
      calendar: 'gregorian',
      starts: '1985-05-01',
      ends: people > 1000 ? '1985-05-12' : '1985-06-30',
      languages: ['en'],
      licence: 'CC0-1.0',
      defaults: { tempo: 1, salience: 0.4, attachment: 0.6, ambition: 0.3, caution: 0.4, authority: 0.3 },
    },
    organisations: { all: { name: { en: 'All' }, unity: 0.6 } },
    people: each(people, (k) => [person(k), { name: { en: `Person ${k}` }, organisation: 'all' }]),
    bodies: each(people === committee ? 1 : bodies, (k) => [
      body(k),
      {
        name: { en: `Committee ${k}` },
        organisation: 'all',
        seats: committee,
        quorum: 9,
        rule: 'majority',
        authority: 0.5,
        powers: { remove: true, appoint: true },
        meets: { every: 14, first: '1985-05-06' },
        ...judged,
      },
    ]),
    issues: each(issues, (k) => [
      `i${k}`,
      {
        name: { en: `Issue ${k}` },
        body: decider(k),
        scale: { 0: { en: 'none' }, 33: { en: 'some' }, 66: { en: 'more' }, 100: { en: 'all' } },
        lines: { [decider(k)]: 33 },
      },
    ]),
    terms: Array.from({ length: people }, (_, k) => ({
      person: person(k),
      body: body(Math.floor(k / committee)),
      ...judged,
    })),
    positions: each(people, (k) => [person(k), each(issues, (i) => [`i${i}`, Math.round(100 * uniform())])]),
    ties: Array.from({ length: 4 * people }, (_, t) => {
      const from = t >> 2;
      const first = Math.floor(from / committee) * committee;
      const to = first + ((from - first + 1 + (t & 3) * 5) % committee);
      return {
        from: person(from),
        to: person(to),
        value: Math.round(20 * (2 * uniform() - 0.8)) / 20,
        ...judged,
      };
    }).map((t) => ({ ...t, value: Math.max(-1, Math.min(1, t.value)) })),
  };
  return [{ path: 'episode.yaml', text: JSON.stringify(episode) }];
}
