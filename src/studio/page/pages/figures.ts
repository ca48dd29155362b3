import type { Component } from 'svelte';
import CoursesFigure from './CoursesFigure.svelte';
import DotsFigure from './DotsFigure.svelte';
import EffectFigure from './EffectFigure.svelte';
import FlowsFigure from './FlowsFigure.svelte';
import type { Block, FigureKind } from './format.ts';
import HangsOnFigure from './HangsOnFigure.svelte';
import NumbersFigure from './NumbersFigure.svelte';
import StorylineFigure from './StorylineFigure.svelte';

export type FigureBlock = Block & { readonly kind: 'figure' };

/** The live figures that a page can have. Another is one line here, its kind in `figureKinds`, its name in `words/page.ts`. */
export const figures: Readonly<Record<FigureKind, Component<{ block: FigureBlock }>>> = {
  dots: DotsFigure,
  effect: EffectFigure,
  flows: FlowsFigure,
  courses: CoursesFigure,
  numbers: NumbersFigure,
  story: StorylineFigure,
  'hangs-on': HangsOnFigure,
};
