import type { Consideration } from './consideration.ts';
import { baseConsideration } from './base.ts';
import { blameConsideration } from './blame.ts';
import { convictionConsideration } from './conviction.ts';
import { deferenceConsideration } from './deference.ts';
import { disciplineConsideration } from './discipline.ts';
import { officeConsideration } from './office.ts';
import { policyConsideration } from './policy.ts';
import { prospectConsideration } from './prospect.ts';
import { reciprocityConsideration } from './reciprocity.ts';
import { rivalryConsideration } from './rivalry.ts';
import { sanctionConsideration } from './sanction.ts';
import { solidarityConsideration } from './solidarity.ts';
import { unityConsideration } from './unity.ts';

/** Every consideration, in the fixed order in which they are summed. */
export const considerations: readonly Consideration[] = [
  policyConsideration,
  convictionConsideration,
  disciplineConsideration,
  unityConsideration,
  officeConsideration,
  sanctionConsideration,
  solidarityConsideration,
  rivalryConsideration,
  deferenceConsideration,
  prospectConsideration,
  blameConsideration,
  reciprocityConsideration,
  baseConsideration,
];

/** Their columns. */
export const K = {
  policy: 0,
  conviction: 1,
  discipline: 2,
  unity: 3,
  office: 4,
  sanction: 5,
  solidarity: 6,
  rivalry: 7,
  deference: 8,
  prospect: 9,
  blame: 10,
  reciprocity: 11,
  base: 12,
} as const;
export const considerationCount = 13;
