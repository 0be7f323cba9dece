/**
 * Rows and their marks point at each other: hovering or focusing one lights the other up, and a
 * click on a row's own ground goes to its words. `data-e` holds the ids of the rows that an
 * element belongs to, parted by spaces.
 */
const LIT = "lit";

export function followRows(): void {
  for (const kind of ["mouseover", "focusin"] as const) {
    document.addEventListener(kind, (event) => light(owner(event.target)));
  }
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("a, button, input, select, summary, label")) return;
    if (getSelection()?.toString()) return;
    const mark = owner(target);
    const id = mark?.dataset["e"]?.split(" ")[0];
    if (mark && id) visit(mark, id);
  });
}

function owner(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-e]") : null;
}

function light(from: HTMLElement | null): void {
  for (const element of document.querySelectorAll(`.${LIT}`)) element.classList.remove(LIT);
  for (const id of from?.dataset["e"]?.split(" ") ?? []) {
    for (const other of document.querySelectorAll(`[data-e~="${CSS.escape(id)}"]`)) {
      other.classList.add(LIT);
    }
  }
}

/** From a mark to its row, from a row to its mark. */
function visit(from: HTMLElement, id: string): void {
  const aim = document.getElementById(from.closest(".card") ? `e-${id}` : `c-${id}`);
  if (!aim) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  aim.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  history.replaceState(history.state, "", `#e-${id}`);
  light(from);
}
