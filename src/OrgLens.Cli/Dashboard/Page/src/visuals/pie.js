import { OTHER } from "../colors.js";
import { el, svg } from "../dom.js";
import { format, formatNumber, groupName, share } from "../format.js";
import { series } from "../shape.js";

// An arc is simple enough to draw, and its legend is a list that can be read, selected and printed.
export function pie(body, { part, config, colorOf, choose }) {
  const limit = Number(config.sortConfiguration?.categoryItemsLimit?.itemsLimit) || 8;
  const value = part.fields.find(field => field.role === "values");
  // Parts of a whole can be counted together, means and rates can't.
  const isWholeOf = value?.additive || value?.aggregate === "DISTINCT_COUNT";
  const own = { ...part, fields: part.fields.map(field => (field === value ? { ...field, additive: isWholeOf } : field)) };
  const shape = series(own, config.sortConfiguration, { limit, includeOthers: true });
  const { categories, fields, measure } = shape;
  const field = fields[shape.category];
  const total = categories.reduce((sum, entry) => sum + Math.max(entry.total, 0), 0);
  const isWhole = config.donutOptions?.arcOptions?.arcThickness === "WHOLE";
  const drawing = svg("svg", { viewBox: "0 0 120 120", class: "pie", "aria-hidden": "true" });
  const [outer, inner] = [56, isWhole ? 0 : 38];
  let from = 0;
  for (const entry of categories) {
    const to = from + (total ? Math.max(entry.total, 0) / total : 0);
    const slice = svg("path", { d: arc(outer, inner, from, to), fill: colorOf(entry.isOther ? OTHER : entry.name), class: "mark" });
    slice.append(svg("title", {}, `${entry.isOther ? OTHER : groupName(entry.name, field)}: ${format(entry.total, measure)}`));
    drawing.append(slice);
    from = to;
  }
  if (!isWhole && isWholeOf) {
    drawing.append(svg("text", { x: 60, y: 64, "text-anchor": "middle", class: "pie-total" }, formatNumber(total, measure, { compact: true })));
  }
  const list = el("ul", { class: "keys" }, categories.map(entry => {
    const dot = el("span", { class: "dot", "aria-hidden": "true" });
    dot.style.setProperty("--own", colorOf(entry.isOther ? OTHER : entry.name));
    const name = entry.isOther ? `${OTHER} (${entry.count})` : groupName(entry.name, field);
    return el("li", {},
      dot,
      choose && !entry.isOther ? el("button", { type: "button", class: "link", title: name, onclick: event => choose(entry.name, field, event) }, name) : el("span", { class: "name", title: name }, name),
      el("span", { class: "number" }, format(entry.total, measure)),
      el("span", { class: "share" }, total && isWholeOf ? share(entry.total / total) : ""));
  }));
  body.append(el("div", { class: "pie-frame" }, drawing, list));
  return { summary: categories.slice(0, 6).map(entry => `${entry.isOther ? OTHER : groupName(entry.name, field)}: ${format(entry.total, measure)}`), isText: true, hidden: shape.hidden };
}

function arc(outer, inner, from, to) {
  // A whole circle has no two ends.
  const end = Math.min(to, from + 0.9999);
  const point = (radius, turn) => `${(60 + radius * Math.sin(2 * Math.PI * turn)).toFixed(3)} ${(60 - radius * Math.cos(2 * Math.PI * turn)).toFixed(3)}`;
  const large = end - from > 0.5 ? 1 : 0;
  return inner
    ? `M${point(outer, from)}A${outer} ${outer} 0 ${large} 1 ${point(outer, end)}L${point(inner, end)}A${inner} ${inner} 0 ${large} 0 ${point(inner, from)}Z`
    : `M60 60L${point(outer, from)}A${outer} ${outer} 0 ${large} 1 ${point(outer, end)}Z`;
}
