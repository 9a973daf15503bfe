/** Light, dark and high contrast follow the system; `?theme=` sets one for this visit and the ones after. */
const THEMES = ["light", "dark", "contrast"];
const KEY = "faultlines:theme";

export function applyTheme() {
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked) localStorage.setItem(KEY, asked);
  const chosen = localStorage.getItem(KEY) ?? "";
  const contrast = matchMedia("(prefers-contrast: more)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const system = contrast.matches ? "contrast" : dark.matches ? "dark" : "light";
    document.documentElement.dataset.theme = THEMES.includes(chosen) ? chosen : system;
  };
  contrast.addEventListener("change", paint);
  dark.addEventListener("change", paint);
  paint();
}
