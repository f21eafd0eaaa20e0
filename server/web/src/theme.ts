// Dark, light, or as the system says. Kept in the browser, like nothing else of the page.

const KEY = "cirrograph.theme";
export type Theme = "system" | "light" | "dark";
export const THEMES: Theme[] = ["system", "light", "dark"];
export const CHANGED = "cirrograph:theme";

export function chosen(): Theme {
  const said = stored();
  return THEMES.find((theme) => theme === said) ?? "system";
}

export function choose(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // a browser that keeps nothing forgets it with the page
  }
  apply(theme);
}

const DARK = matchMedia("(prefers-color-scheme: dark)");

export function restore(): void {
  apply(chosen());
  DARK.addEventListener("change", () => apply(chosen()));
}

// The styles know dark and light only: what the system says is found out here.
function apply(theme: Theme): void {
  const system = DARK.matches ? "dark" : "light";
  document.documentElement.dataset.theme = theme === "system" ? system : theme;
  dispatchEvent(new Event(CHANGED));
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
