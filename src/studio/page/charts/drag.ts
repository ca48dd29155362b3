/** Dragging a mark, in the units of the chart's viewBox. */
export interface Dragging {
  readonly move: (mark: string, x: number, y: number) => void;
  readonly drop: (mark: string, x: number, y: number) => void;
  /** May this mark be dragged? */
  readonly movable: (mark: string) => boolean;
}

/** Pixels that a pointer must travel before it is a drag. */
const least = 5;

/** A click that ends a drag is not a click. */
export function drag(d: Dragging): (chart: SVGSVGElement) => () => void {
  return (chart) => {
    let held: { mark: string; x: number; y: number; moving: boolean } | undefined;
    let dragged = false;
    const place = (event: PointerEvent): readonly [number, number] => {
      const box = chart.getBoundingClientRect();
      const view = chart.viewBox.baseVal;
      return [
        view.x + ((event.clientX - box.left) / box.width) * view.width,
        view.y + ((event.clientY - box.top) / box.height) * view.height,
      ];
    };
    const down = (event: PointerEvent): void => {
      dragged = false;
      const mark = (event.target as Element).closest<SVGElement>('[data-mark]')?.dataset['mark'];
      if (event.button !== 0 || mark === undefined || !d.movable(mark)) return;
      held = { mark, x: event.clientX, y: event.clientY, moving: false };
    };
    const move = (event: PointerEvent): void => {
      if (!held) return;
      if (!held.moving) {
        if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < least) return;
        held.moving = true;
        chart.setPointerCapture(event.pointerId);
      }
      d.move(held.mark, ...place(event));
    };
    const up = (event: PointerEvent): void => {
      if (held?.moving) {
        dragged = true;
        d.drop(held.mark, ...place(event));
      }
      held = undefined;
    };
    const cancel = (): void => {
      held = undefined;
    };
    const clicked = (event: Event): void => {
      if (dragged) event.stopImmediatePropagation();
      dragged = false;
    };
    chart.addEventListener('pointerdown', down);
    chart.addEventListener('pointermove', move);
    chart.addEventListener('pointerup', up);
    chart.addEventListener('pointercancel', cancel);
    chart.addEventListener('click', clicked, { capture: true });
    return () => {
      chart.removeEventListener('pointerdown', down);
      chart.removeEventListener('pointermove', move);
      chart.removeEventListener('pointerup', up);
      chart.removeEventListener('pointercancel', cancel);
      chart.removeEventListener('click', clicked, { capture: true });
    };
  };
}
