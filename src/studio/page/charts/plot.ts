import * as Plot from '@observablehq/plot';

export { Plot };

/**
 * Draws a Plot into an element, without the style element that Plot brings (a strict policy forbids it; the page's own sheet has those rules).
 * Use as `<div {@attach drawn(() => options)}></div>`. The chart gets the class "chart", by which figures are exported.
 */
export function drawn(options: () => Plot.PlotOptions): (element: HTMLElement) => void {
  return (element) => {
    const made = Plot.plot({ className: 'plot', style: {}, ...options() });
    for (const style of made.querySelectorAll('style')) style.remove();
    const svg = made instanceof SVGSVGElement ? made : made.querySelector('svg');
    svg?.classList.add('chart');
    svg?.setAttribute('role', 'img');
    element.replaceChildren(made);
  };
}
