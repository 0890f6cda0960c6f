// What is wrong with how text lies on a page, by the boxes of its lines: cut off, over another text, or out of the window.
import type { Page } from "playwright-core";

/** One line a fault: `clipped`, `outside` or `over`, with the texts. Text for those who hear the page, and layers on top, are left out. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(findFaults);
}

/** Runs in the page, so it must hold all that it uses. */
function findFaults(): string[] {
  interface Line {
    readonly text: string;
    readonly box: DOMRect;
    readonly layer: Element;
  }
  const faults: string[] = [];
  const lines = shownTexts().flatMap(linesOf);
  lines.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  for (const [index, line] of lines.entries()) {
    for (const other of lines.slice(index + 1)) {
      if (middle(other).top >= middle(line).bottom) break;
      if (line.layer === other.layer && crosses(line, other))
        faults.push(`over: ${line.text} | ${other.text}`);
    }
  }
  return [...new Set(faults)];

  function shownTexts(): Text[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!(node instanceof Text) || parent === null || node.data.trim() === "") continue;
      if (parent.closest("option, svg, canvas") !== null || isForEars(parent)) continue;
      if (parent.matches("details:not([open])")) continue;
      if (parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        texts.push(node);
    }
    return texts;
  }

  /** Cut to nothing on purpose: read aloud, never shown. */
  function isForEars(element: Element | null): boolean {
    if (element === null || element === document.body) return false;
    return getComputedStyle(element).clipPath === "inset(50%)" || isForEars(element.parentElement);
  }

  function linesOf(node: Text): Line[] {
    const range = document.createRange();
    range.selectNodeContents(node);
    const parent = node.parentElement ?? document.body;
    const text = node.data.trim().slice(0, 40);
    const layer = parent.closest("[role=dialog], aside, [data-layer]") ?? document.body;
    const boxes = [...range.getClientRects()].filter(
      ({ width, height }) => width > 1 && height > 1,
    );
    const seen = frameOf(parent);
    for (const box of boxes) {
      if (box.right > seen.right + 1 || box.left < seen.left - 1) faults.push(`clipped: ${text}`);
      if (box.bottom > seen.bottom + 2 || box.top < seen.top - 2) faults.push(`clipped: ${text}`);
    }
    return boxes.map((box) => ({ text, box, layer }));
  }

  /** What can be seen of what lies in `element`, scrolled to: the window's width, and every box that cuts. */
  function frameOf(element: Element) {
    let [left, right, top, bottom] = [0, window.innerWidth, -Infinity, Infinity];
    for (
      let at: Element | null = element;
      at !== null && at !== document.body;
      at = at.parentElement
    ) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (overflowX === "auto" || overflowX === "scroll") [left, right] = [-Infinity, Infinity];
      else if (overflowX !== "visible")
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (overflowY === "auto" || overflowY === "scroll") [top, bottom] = [-Infinity, Infinity];
      else if (overflowY !== "visible")
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      if (position === "fixed") break;
    }
    return { left, right, top, bottom };
  }

  /** Boxes of lines are taller than letters: the middle three fifths stand for the letters. */
  function middle({ box }: Line) {
    const inset = box.height / 5;
    return { top: box.top + inset, bottom: box.bottom - inset };
  }

  function crosses(a: Line, b: Line): boolean {
    const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const down =
      Math.min(middle(a).bottom, middle(b).bottom) - Math.max(middle(a).top, middle(b).top);
    return across > 2 && down > 1;
  }
}
