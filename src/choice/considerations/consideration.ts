/** Groups of weights (their priors are pooled). */
export type WeightGroup = 'policy' | 'organisation' | 'people' | 'post';

/** What a consideration is, for tables, documents and the studio; the formula itself is the function beside it. */
export interface Consideration {
  readonly id: string;
  readonly group: WeightGroup;
  readonly formula: string;
  readonly range: readonly [low: number, high: number];
  readonly meaning: string;
  /** What the value 1 stands for. */
  readonly anchor: string;
  readonly literature: string;
}
