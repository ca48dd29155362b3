/** What a chart does with its marks. A mark is an element with `data-mark`, whose text names it. */
export interface Marking {
  /** Clicked, or Enter or Space pressed on it. */
  readonly choose?: (mark: string) => void;
  /** Pointed at or focused; undefined when left. */
  readonly look?: (mark: string | undefined) => void;
  /** Another key was pressed on it; true if that did something. */
  readonly key?: (mark: string, event: KeyboardEvent) => boolean;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Marks with `data-still` answer to the pointer only: another mark stands for them. */
const reachable = '[data-mark]:not([data-still])';

const markOf = (target: EventTarget | null): SVGElement | undefined =>
  (target as Element | null)?.closest<SVGElement>('[data-mark]') ?? undefined;

/**
 * Makes the marks of a chart usable by pointer and keyboard: `Tab` reaches one of them, arrows go to the nearest in their direction. Marks
 * themselves carry `data-mark`, a role, a label and `tabindex="-1"`.
 */
export function marks(m: Marking): (chart: Element) => () => void {
  return (chart) => {
    const all = (): readonly SVGElement[] => [...chart.querySelectorAll<SVGElement>(reachable)];
    const reach = (mark: SVGElement | undefined): void => {
      for (const old of chart.querySelectorAll('[data-mark][tabindex="0"]'))
        old.setAttribute('tabindex', '-1');
      mark?.setAttribute('tabindex', '0');
    };
    const settle = (): void => {
      if (!chart.querySelector('[data-mark][tabindex="0"]')) reach(all()[0]);
    };
    const name = (event: Event): string | undefined => markOf(event.target)?.dataset['mark'];
    const clicked = (event: Event): void => {
      const mark = name(event);
      if (mark !== undefined) m.choose?.(mark);
    };
    const looked = (event: Event): void => m.look?.(name(event));
    const focused = (event: Event): void => {
      const mark = markOf(event.target);
      if (!mark) return;
      reach(mark);
      m.look?.(mark.dataset['mark']);
    };
    const pressed = (event: Event): void => press(event as KeyboardEvent, m, all);
    // A mark that is taken away while it has the focus says so in the midst of the drawing, when nothing may change.
    const left = (): void =>
      queueMicrotask(() => {
        if (chart.isConnected) m.look?.(undefined);
      });
    const listeners = [
      ['click', clicked],
      ['pointerover', looked],
      ['pointerleave', left],
      ['focusin', focused],
      ['focusout', left],
      ['keydown', pressed],
    ] as const;
    for (const [type, listener] of listeners) chart.addEventListener(type, listener);
    const watch = new MutationObserver(settle);
    watch.observe(chart, { childList: true, subtree: true });
    settle();
    return () => {
      watch.disconnect();
      for (const [type, listener] of listeners) chart.removeEventListener(type, listener);
    };
  };
}

function press(event: KeyboardEvent, m: Marking, all: () => readonly SVGElement[]): void {
  const mark = markOf(event.target);
  if (!mark || event.ctrlKey || event.metaKey) return;
  const named = mark.dataset['mark'] ?? '';
  const done = (): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  const way = arrows[event.key];
  if (m.key?.(named, event)) done();
  else if (event.key === 'Enter' || event.key === ' ') {
    m.choose?.(named);
    done();
  } else if (way) {
    done();
    nearest(mark, all(), way)?.focus();
  }
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The nearest of other spots in a direction, aside counting thrice; undefined if there is none that way. */
export function nextSpot<T extends Spot>(
  from: Spot,
  others: readonly T[],
  [dx, dy]: readonly [number, number],
): T | undefined {
  let best: T | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const along = (other.x - from.x) * dx + (other.y - from.y) * dy;
    const aside = Math.abs((other.x - from.x) * dy + (other.y - from.y) * dx);
    // Wide enough for every mark to lie in some direction, narrow enough for a row to be a row.
    if (along < 1 || along < aside / 2) continue;
    const cost = along + 3 * aside;
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function nearest(mark: SVGElement, all: readonly SVGElement[], way: readonly [number, number]) {
  const spot = (element: SVGElement) => {
    const box = element.getBoundingClientRect();
    return { element, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const others = all.filter((a) => a !== mark).map(spot);
  return nextSpot(spot(mark), others, way)?.element;
}
