/** Drawing a span of days on a chart, or clicking one of them. */
export interface Brushing {
  /** The day at a place of the chart, in the units of its viewBox. */
  readonly day: (x: number) => number;
  readonly pick: (day: number) => void;
  readonly range: (from: number, to: number) => void;
  /** While the pointer is down; undefined when it is up again. */
  readonly shown: (span: readonly [number, number] | undefined) => void;
}

/** Pixels that a pointer must travel for a click to become a span. */
const least = 8;

export function brush(b: Brushing): (chart: SVGSVGElement) => () => void {
  return (chart) => {
    let began: number | undefined;
    const place = (event: PointerEvent): number => {
      const box = chart.getBoundingClientRect();
      return ((event.clientX - box.left) / box.width) * chart.viewBox.baseVal.width;
    };
    const down = (event: PointerEvent): void => {
      if (event.button !== 0 || (event.target as Element).closest('[data-mark]')) return;
      began = place(event);
      chart.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent): void => {
      if (began === undefined) return;
      const now = place(event);
      b.shown(Math.abs(now - began) < least ? undefined : [Math.min(began, now), Math.max(began, now)]);
    };
    const up = (event: PointerEvent): void => {
      if (began === undefined) return;
      const ended = place(event);
      if (Math.abs(ended - began) < least) b.pick(Math.floor(b.day(ended)));
      else b.range(b.day(Math.min(began, ended)), b.day(Math.max(began, ended)));
      began = undefined;
      b.shown(undefined);
    };
    const cancel = (): void => {
      began = undefined;
      b.shown(undefined);
    };
    chart.addEventListener('pointerdown', down);
    chart.addEventListener('pointermove', move);
    chart.addEventListener('pointerup', up);
    chart.addEventListener('pointercancel', cancel);
    return () => {
      chart.removeEventListener('pointerdown', down);
      chart.removeEventListener('pointermove', move);
      chart.removeEventListener('pointerup', up);
      chart.removeEventListener('pointercancel', cancel);
    };
  };
}
