/**
 * Forms marked `data-live` answer as they are changed: the page that sending them would give is
 * fetched, and the part of it marked `data-part` put in place. The address follows, so the page
 * can still be shared and gone back from. Forms marked `data-tidy` leave empty fields out of it.
 */
const WAIT_MS = 250;

/** The query that the page's rows answer. */
let shown = location.search;

export function followForms(): void {
  let timer = 0;
  let asked: AbortController | null = null;
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== "get") return;
    event.preventDefault();
    location.assign(address(form));
  });
  for (const kind of ["change", "input"] as const) {
    document.addEventListener(kind, (event) => {
      const form = (event.target as Element | null)?.closest?.<HTMLFormElement>("form[data-live]");
      if (!form || (kind === "input") !== isText(event.target)) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        asked?.abort();
        asked = new AbortController();
        void refresh(address(form), asked.signal);
      }, WAIT_MS);
    });
  }
  const layers = document.querySelector<HTMLFormElement>("form[data-layers]");
  layers?.addEventListener("change", () => history.replaceState(null, "", address(layers)));
  addEventListener("popstate", () => {
    // Going to a place within the page is no other answer.
    if (document.querySelector("form[data-live]") && location.search !== shown) location.reload();
  });
}

function isText(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && (target.type === "search" || target.type === "text");
}

/** Where sending the form would lead, without its empty fields. */
function address(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim()) query.append(name, value);
  }
  const path = new URL(form.action).pathname;
  return query.size ? `${path}?${query}` : path;
}

/** The form's own choices and counts follow the answer; what is being typed stays as it is. */
function renew(page: Document): void {
  const form = document.querySelector<HTMLFormElement>("form[data-live]");
  const fresh = page.querySelector<HTMLFormElement>("form[data-live]");
  const held = document.activeElement;
  if (!form || !fresh || isText(held)) return;
  const field = held instanceof HTMLInputElement || held instanceof HTMLSelectElement ? held : null;
  const inside = field && form.contains(field) ? field : null;
  form.replaceChildren(...fresh.childNodes);
  if (!inside) return;
  const same = form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(inside.name)}"]`);
  const box = inside instanceof HTMLInputElement && inside.type === "checkbox";
  [...same].find((f) => !box || f.value === inside.value)?.focus({ preventScroll: true });
}

/** What a page that refuses says, in place of the rows. */
function refusal(page: Document): HTMLElement {
  const note = document.createElement("p");
  note.className = "note";
  note.textContent = page.querySelector("main .lede")?.textContent ?? "There is no answer to this.";
  return note;
}

async function refresh(url: string, signal: AbortSignal): Promise<void> {
  const part = document.querySelector<HTMLElement>("[data-part]");
  if (!part) return;
  part.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-part]");
    part.replaceChildren(...(fresh ? fresh.childNodes : [refusal(page)]));
    renew(page);
    for (const old of document.querySelectorAll("[data-twins]")) {
      const twins = page.querySelector("[data-twins]");
      if (twins) old.replaceWith(twins);
    }
    document.title = page.title;
    history.pushState(null, "", url);
    shown = location.search;
    part.removeAttribute("aria-busy");
  } catch {
    if (!signal.aborted) location.assign(url);
  }
}
