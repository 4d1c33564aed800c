import { el } from "./dom.js";

let close = null;

// A small menu beside what was chosen; Escape and a click elsewhere close it and give the focus back.
export function openMenu(at, title, items) {
  close?.();
  const origin = document.activeElement;
  const menu = el("div", { class: "menu", role: "menu", "aria-label": title }, el("p", { class: "menu-title", title }, title),
    items.map(item => el("button", { type: "button", role: "menuitem", onclick: () => { shut(); item.run(); } }, item.name)));
  document.body.append(menu);
  const left = Math.min(at.x, innerWidth - menu.offsetWidth - 8);
  const top = at.y + menu.offsetHeight + 8 > innerHeight ? at.y - menu.offsetHeight - 4 : at.y + 4;
  menu.style.left = `${Math.max(left, 8)}px`;
  menu.style.top = `${Math.max(top, 8)}px`;
  const buttons = [...menu.querySelectorAll("button")];
  buttons[0]?.focus();

  function shut() {
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("keydown", keys, true);
    close = null;
    origin?.focus?.();
  }
  function outside(event) {
    if (!menu.contains(event.target)) shut();
  }
  function keys(event) {
    const place = buttons.indexOf(document.activeElement);
    if (event.key === "Escape") shut();
    else if (event.key === "ArrowDown") buttons[(place + 1) % buttons.length].focus();
    else if (event.key === "ArrowUp") buttons[(place + buttons.length - 1) % buttons.length].focus();
    else if (event.key === "Tab") shut();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  document.addEventListener("pointerdown", outside, true);
  document.addEventListener("keydown", keys, true);
  close = shut;
}

export function placeOf(event) {
  const target = event?.currentTarget ?? event?.target;
  if (event && Number.isFinite(event.clientX) && (event.clientX || event.clientY)) return { x: event.clientX, y: event.clientY };
  const box = target?.getBoundingClientRect?.();
  return box ? { x: box.left, y: box.bottom } : { x: innerWidth / 2, y: innerHeight / 2 };
}
