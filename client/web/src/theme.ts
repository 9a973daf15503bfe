/** Light, dark and high contrast follow the system; a choice, or `?theme=`, holds for this visit and the ones after. */
export const THEMES = ["light", "dark", "contrast"];
const KEY = "faultlines:theme";
const contrast = matchMedia("(prefers-contrast: more)");
const dark = matchMedia("(prefers-color-scheme: dark)");

/** The theme that was chosen on this device; null: as the system says. */
export function theme(): string | null {
  const chosen = localStorage.getItem(KEY) ?? "";
  return THEMES.includes(chosen) ? chosen : null;
}

export function setTheme(chosen: string | null) {
  if (chosen) localStorage.setItem(KEY, chosen);
  else localStorage.removeItem(KEY);
  paint();
}

export function applyTheme() {
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked) localStorage.setItem(KEY, asked);
  contrast.addEventListener("change", paint);
  dark.addEventListener("change", paint);
  paint();
}

function paint() {
  const system = contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
  document.documentElement.dataset.theme = theme() ?? system;
}
