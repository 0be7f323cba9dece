/** The button that goes through: as the system has it, light, dark. */
const KEY = "dragoman-theme";
const ORDER = ["system", "light", "dark"] as const;
type Theme = (typeof ORDER)[number];

export function followTheme(): void {
  const button = document.querySelector<HTMLButtonElement>("#theme");
  if (!button) return;
  button.hidden = false;
  show(button, current());
  button.addEventListener("click", () => {
    const next = ORDER[(ORDER.indexOf(current()) + 1) % ORDER.length] ?? "system";
    apply(next);
    show(button, next);
  });
}

function current(): Theme {
  const set = document.documentElement.dataset["theme"];
  return set === "light" || set === "dark" ? set : "system";
}

function apply(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Kept for this page only where storage is forbidden.
  }
}

function show(button: HTMLButtonElement, theme: Theme): void {
  button.textContent = theme[0]?.toUpperCase() + theme.slice(1);
  button.setAttribute("aria-label", `Colours: ${theme}. Change.`);
}
