import { actNumber, allActs } from '../../../acts/index.ts';
import { mean } from '../../../chance/distributions.ts';
import type { Episode, Observation } from '../../../episode/types.ts';
import type { World } from '../../../world/world.ts';

/** How likely an act that was done left a trace in the record: 1 where it is complete, 0 where it is silent (MODEL §2). */
export type Detection = (kind: number, person: number, time: number) => number;

/** In place of a person: cells that name people do not fit bodies. */
const nobody = -1;

/** What an act leads to when nobody stops it: a vote, signatures. It is noticed at least as surely as that would be. */

const leadsTo: ReadonlyMap<string, string> = new Map([
  ['motion', 'resolution'],
  ['offer-resign', 'resolution'],
  ['apply-readmission', 'resolution'],
  ['appeal', 'resolution'],
  ['call-congress', 'resolution'],
  ['draft-statement', 'sign'],
]);

interface Cell {
  readonly kinds: ReadonlySet<string> | undefined;
  readonly people: ReadonlySet<string> | undefined;
  readonly from: number;
  readonly to: number;
  readonly chance: number;
}

/** Compiles what an episode says of its record. A cell that names people goes before one that does not; of several alike the first holds; without a cell the record is complete. */
export function detectionOf(e: Episode, w: World): Detection {
  const cells = e.observation.map(compileCell);
  const ordered = [...cells.filter((c) => c.people), ...cells.filter((c) => !c.people)];
  const kinds = allActs().length;
  const table = new Map<number, readonly Cell[]>();
  const cellsOf = (kind: number, person: number): readonly Cell[] => {
    const known = table.get((person + 1) * kinds + kind);
    if (known) return known;
    const name = allActs()[kind].kind;
    const found = ordered.filter(
      (c) => (!c.kinds || c.kinds.has(name)) && (!c.people || c.people.has(w.personId[person])),
    );
    table.set((person + 1) * kinds + kind, found);
    return found;
  };
  const direct: Detection = (kind, person, time) => {
    for (const c of cellsOf(kind, person)) if (time >= c.from && time < c.to) return c.chance;
    return 1;
  };
  const next = allActs().map((a) => actNumber(leadsTo.get(a.kind) ?? ''));
  return (kind, person, time) => {
    const own = direct(kind, person, time);
    return next[kind] < 0 ? own : Math.max(own, direct(next[kind], nobody, time));
  };
}

function compileCell(o: Observation): Cell {
  const chance =
    o.record === 'complete'
      ? 1
      : o.record === 'silent'
        ? 0
        : o.detection
          ? mean(o.detection.distribution)
          : 1;
  return {
    kinds: o.acts === 'all' ? undefined : new Set(o.acts),
    people: o.people === 'all' ? undefined : new Set(o.people),
    from: o.from,
    to: o.to + 1,
    chance: Math.max(0, Math.min(1, chance)),
  };
}
