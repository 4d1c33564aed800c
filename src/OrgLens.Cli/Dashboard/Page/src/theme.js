import { isDark } from "./colors.js";
import { el, icon } from "./dom.js";

const KEY = "orglens-theme";

export function applyTheme() {
  const stored = read();
  if (stored) document.documentElement.dataset.theme = stored;
}

export function themeButton(changed) {
  const button = el("button", { type: "button", class: "round" });
  const label = () => {
    const name = isDark() ? "Light colours" : "Dark colours";
    button.setAttribute("aria-label", name);
    button.title = name;
    button.replaceChildren(icon(isDark() ? "sun" : "moon"));
  };
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // A file opened from a disk may have no storage: the choice lasts as long as the page.
    }
    label();
    changed();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { label(); changed(); });
  label();
  return button;
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
