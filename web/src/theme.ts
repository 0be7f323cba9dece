// Loaded before the page is drawn, so that a chosen theme never flashes in the other one first.
{
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem("dragoman-theme");
  } catch {
    // Storage may be forbidden; the page then follows the system.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset["theme"] = chosen;
  document.documentElement.classList.add("js");
}
