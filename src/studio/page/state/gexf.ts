/** A network over time in GEXF 1.3, as Gephi reads it: every edge has its days, a weight (how strong) and a sign (trust or fight). */
export interface GexfNode {
  readonly id: string;
  readonly label: string;
}
export interface GexfEdge {
  readonly from: string;
  readonly to: string;
  /** −1 to 1. */
  readonly value: number;
  /** First day, and the day after the last; ISO. */
  readonly start: string;
  readonly end: string;
}

const xml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[c] ?? c,
  );

export function gexf(
  title: string,
  line: string,
  nodes: readonly GexfNode[],
  edges: readonly GexfEdge[],
): string {
  const node = (n: GexfNode): string => `      <node id="${xml(n.id)}" label="${xml(n.label)}"/>`;
  const edge = (e: GexfEdge, k: number): string =>
    [
      `      <edge id="${k}" source="${xml(e.from)}" target="${xml(e.to)}" weight="${Math.abs(e.value).toFixed(3)}" start="${e.start}" end="${e.end}">`,
      `        <attvalues><attvalue for="value" value="${e.value.toFixed(3)}"/><attvalue for="sign" value="${e.value < 0 ? -1 : 1}"/></attvalues>`,
      '      </edge>',
    ].join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta><creator>Plenum</creator><description>${xml(`${title}. ${line}`)}</description></meta>`,
    '  <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">',
    '    <attributes class="edge"><attribute id="value" title="value" type="double"/><attribute id="sign" title="sign" type="integer"/></attributes>',
    '    <nodes>',
    ...nodes.map(node),
    '    </nodes>',
    '    <edges>',
    ...edges.map(edge),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
