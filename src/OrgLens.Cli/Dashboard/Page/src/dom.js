// Everything that comes from data becomes text nodes: no value is ever read as markup.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const SHAPES = {
  more: "M5 12h.01M12 12h.01M19 12h.01",
  moon: "M20 14.5A8 8 0 1 1 9.5 4a6.5 6.5 0 0 0 10.5 10.5z",
  sun: "M12 4V2M12 22v-2M4 12H2M22 12h-2M6 6 4.6 4.6M19.4 19.4 18 18M6 18l-1.4 1.4M19.4 4.6 18 6M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
  print: "M7 8V3h10v5M7 17H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3M7 14h10v7H7z",
  down: "m6 9 6 6 6-6",
  reset: "M4 4v6h6M4.5 15a8 8 0 1 0 1.2-8.3L4 10",
};

export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: SHAPES[name] }));
}

// The words of a text in one of QuickSight's small markups (<visual-title>, <text-box>, ...), a paragraph each.
export function plain(markup) {
  if (!markup) return [];
  const parsed = new DOMParser().parseFromString(markup.replace(/<br\s*\/?>/g, "\n"), "text/xml");
  const text = parsed.querySelector("parsererror") ? markup.replace(/<[^>]*>/g, " ") : parsed.documentElement.textContent;
  return text.split(/\n+/).map(line => line.trim()).filter(Boolean);
}

export function titleOf(label) {
  if (!label || label.visibility === "HIDDEN") return "";
  return label.formatText?.plainText ?? plain(label.formatText?.richText).join(" ");
}
