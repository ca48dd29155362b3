import { type Finding, finding } from '../problems.ts';
import type { Claim } from '../types.ts';
import type { CheckRule } from './known.ts';

/** Values without a source that are not called judgement, and sources that nothing cites. */
export const claimRules: CheckRule = ({ episode }) => {
  const used = new Set([
    ...episode.claims.flatMap((claim) => claim.anchors.map((anchor) => anchor.source)),
    ...episode.questions.flatMap((question) => question.raisedBy.map((anchor) => anchor.source)),
  ]);
  return [
    ...withoutSource(episode.claims),
    ...episode.sources
      .filter((source) => !used.has(source.id))
      .map((source) => finding('unused-source', source.path, { id: source.id })),
  ];
};

/** One warning for each section of the file, at the first such value: the list of claims has them all. */
function withoutSource(claims: readonly Claim[]): readonly Finding[] {
  const sections = new Map<string, Claim[]>();
  for (const claim of claims.filter(isBare)) {
    const section = String(claim.path[0]);
    sections.set(section, [...(sections.get(section) ?? []), claim]);
  }
  return [...sections].flatMap(([section, [first, ...more]]) =>
    first === undefined
      ? []
      : [finding('no-source', first.path, { label: first.label, section, count: more.length + 1 })],
  );
}

const isBare = (claim: Claim): boolean =>
  claim.origin === 'coded' &&
  claim.anchors.length === 0 &&
  claim.inferredFrom.length === 0 &&
  !(claim.confidenceCoded && claim.confidence === 'judgement');
