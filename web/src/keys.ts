/** Keys: j and k go through the page's entries, Enter opens one, / searches, ? tells the keys. */
const ENTRY = "[data-entry]";

export function followKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = ACTS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  const close = document.querySelector<HTMLButtonElement>("#keys button");
  close?.addEventListener("click", () => dialog()?.close());
}

const ACTS: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => document.querySelector<HTMLInputElement>("#find")?.focus(),
  "?": () => dialog()?.showModal(),
};

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog") !== null;
}

function dialog(): HTMLDialogElement | null {
  return document.querySelector<HTMLDialogElement>("#keys");
}

function step(by: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>(ENTRY)].filter((e) => e.offsetParent);
  if (!entries.length) return;
  const here = entries.findIndex((e) => e.contains(document.activeElement));
  const next = here < 0 ? nearest(entries, by) : here + by;
  const entry = entries[Math.max(0, Math.min(next, entries.length - 1))];
  entry?.querySelector<HTMLElement>("a[data-open]")?.focus({ preventScroll: true });
  entry?.scrollIntoView({ block: "nearest" });
}

/** The first entry in sight, so that reading and stepping can be mixed. */
function nearest(entries: HTMLElement[], by: 1 | -1): number {
  const first = entries.findIndex((e) => e.getBoundingClientRect().bottom > 80);
  return by > 0 ? first : first - 1;
}
