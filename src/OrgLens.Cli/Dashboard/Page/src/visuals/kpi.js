import { el, svg } from "../dom.js";
import { format, formatDate, percent, NOTHING } from "../format.js";

export function kpi(body, { part, subtitle }) {
  const { fields, rows } = part;
  const value = fields.findIndex(field => field.role === "values");
  const trend = fields.findIndex(field => field.role === "trendGroups");
  const sorted = trend < 0 ? rows : [...rows].sort((a, b) => (a[trend] < b[trend] ? -1 : 1));
  const last = sorted.at(-1);
  const shown = last?.[value];
  const number = el("p", { class: "kpi", "data-value": shown ?? "" }, shown === null || shown === undefined ? NOTHING : format(shown, fields[value], { large: true }));
  body.append(number);
  if (subtitle) body.append(el("p", { class: "subtitle", title: subtitle }, subtitle));
  if (trend >= 0 && sorted.length > 1) {
    const before = Number(sorted.at(-2)[value]);
    const now = Number(shown);
    if (before) {
      // What rounds to nothing is no change.
      const change = Math.round(((now - before) / Math.abs(before)) * 1000) / 1000;
      body.append(el("p", { class: "change" },
        el("span", { class: change > 0 ? "up" : change < 0 ? "down" : "same", "aria-hidden": "true" }, change > 0 ? "▲" : change < 0 ? "▼" : "■"),
        ` ${percent(change)} on ${formatDate(last[trend], fields[trend].grain)}`));
    }
    body.append(sparkline(sorted.map(row => Number(row[value] ?? 0))));
  }
  return { summary: [number.textContent], isText: true };
}

function sparkline(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = values.map((value, place) => [(100 * place) / (values.length - 1), 26 - (22 * (value - low)) / (high - low || 1)]);
  const path = at.map(([x, y], place) => `${place ? "L" : "M"}${x.toFixed(2)} ${y.toFixed(2)}`).join("");
  return svg("svg", { viewBox: "0 0 100 28", preserveAspectRatio: "none", class: "spark", "aria-hidden": "true" },
    svg("path", { d: `${path}L100 28L0 28Z`, class: "spark-area" }), svg("path", { d: path, class: "spark-line" }));
}
