/** Added against rounding; utilities are sums of thirteen products of order one. */
export const rounding = 1e-9;

/*
 * What bounds the reasons of the person who chooses whatever the issue, in the units of utility: filled by `measure`, read by `ceiling.ts`.
 * One set of cells serves a worker.
 */
export const own = {
  /** Number of the moment, and the issues in question: from…to − 1. */
  moment: 0,
  from: 0,
  to: 0,
  /** The strongest trust and hostility, the largest debt of his and to him. */
  trust: 0,
  fight: 0,
  owes: 0,
  owed: 0,
  /** All his enemies on the other side. */
  rivalry: 0,
  unity: 0,
  office: 0,
  sanction: 0,
  /** A whole breach ended, where the body has full authority. */
  discipline: 0,
  /** Points by which his voice, or a demand of his, could move the line. */
  voice: 0,
  press: 0,
  /** How hot any quarrel is at most, 0–1. */
  heat: 0,
};
