import type { Body, BodyId, Episode, RecordedAct } from './types.ts';

/**
 * The bodies that sit with one on an act of the record: by the power it uses, else at the joint meeting that may have been held on
 * that day. Without the body itself; empty if it acts alone.
 */
export function jointBodies(episode: Episode, body: Body, act: RecordedAct): readonly BodyId[] {
  const power = body.powers.find((one) => one.act === act.option || one.act === act.kind);
  if (power && power.jointly.length > 0) return others(power.jointly, body);
  const meeting = episode.meetings.find(
    (one) =>
      one.body === body.id &&
      one.jointly.length > 0 &&
      one.date.earliest <= act.date.latest &&
      one.date.latest >= act.date.earliest,
  );
  return others(meeting?.jointly ?? [], body);
}

const others = (ids: readonly BodyId[], body: Body): readonly BodyId[] => ids.filter((id) => id !== body.id);
