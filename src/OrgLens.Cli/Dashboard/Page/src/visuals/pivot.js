import { el } from "../dom.js";
import { accountName, format, groupName, NOTHING } from "../format.js";
import { compare } from "./table.js";

export function pivot(body, { part, caption, labelOf, choose, config }) {
  const { fields, rows } = part;
  const places = role => fields.map((field, place) => (field.role === role ? place : -1)).filter(place => place >= 0);
  const [down, across, values] = [places("rows"), places("columns"), places("values")];
  const key = (row, of) => JSON.stringify(of.map(place => row[place]));
  const heads = new Map();
  const lines = new Map();
  for (const row of rows) {
    const column = key(row, across);
    const line = key(row, down);
    heads.set(column, across.map(place => row[place]));
    if (!lines.has(line)) lines.set(line, { names: down.map(place => row[place]), cells: new Map(), total: 0 });
    for (const place of values) {
      lines.get(line).cells.set(`${column}/${place}`, row[place]);
      lines.get(line).total += Number(row[place] ?? 0);
    }
  }
  const columns = [...heads].sort((a, b) => compare(a[1].join(), b[1].join()));
  const isAdditive = values.every(place => fields[place].additive);
  const hasTotals = isAdditive && columns.length > 1 && config.totalOptions?.rowTotalOptions?.totalsVisibility === "VISIBLE";
  const list = [...lines.values()].sort((a, b) => b.total - a.total);
  const greatest = Math.max(...list.flatMap(line => [...line.cells.values()].map(value => Math.abs(Number(value ?? 0)))), 1e-9);
  const width = columns.length * values.length;
  const headers = columns.flatMap(([column, names]) => values.map(place => ({
    id: `${column}/${place}`, place,
    text: across.length === 0 ? labelOf(fields[place]) : names.map((name, n) => groupName(name, fields[across[n]])).join(" · ") + (values.length > 1 ? ` · ${labelOf(fields[place])}` : ""),
  })));
  const table = el("table", { class: "pivot" },
    el("caption", { class: "hidden" }, caption),
    el("thead", {}, el("tr", {},
      down.map(place => el("th", { scope: "col" }, labelOf(fields[place]))),
      headers.map(header => el("th", { scope: "col", class: "number" }, header.text)),
      hasTotals ? el("th", { scope: "col", class: "number" }, "Total") : null)),
    el("tbody", {}, list.map(line => el("tr", {},
      line.names.map((name, n) => {
        const field = fields[down[n]];
        const text = groupName(name, field);
        return el("th", { scope: "row" }, choose && field.name === "account_full" && name !== null
          ? el("button", { type: "button", class: "link", "aria-haspopup": "menu", title: text, onclick: event => choose(name, field, event) }, accountName(text)) : text);
      }),
      headers.map(header => {
        const value = line.cells.get(header.id);
        const cell = el("td", { class: "number heat" }, value === undefined ? NOTHING : format(value, fields[header.place]));
        cell.style.setProperty("--heat", (Math.abs(Number(value ?? 0)) / greatest * 0.28).toFixed(3));
        return cell;
      }),
      hasTotals ? el("td", { class: "number total" }, format(line.total, fields[values[0]])) : null))));
  if (hasTotals && width > 0) {
    const sums = headers.map(header => list.reduce((sum, line) => sum + Number(line.cells.get(header.id) ?? 0), 0));
    table.append(el("tfoot", {}, el("tr", {},
      el("th", { scope: "row", colspan: down.length }, "Total"),
      sums.map((sum, n) => el("td", { class: "number" }, format(sum, fields[headers[n].place]))),
      el("td", { class: "number" }, format(sums.reduce((a, b) => a + b, 0), fields[values[0]])))));
  }
  body.append(el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${caption}: rows` }, table));
  return { summary: [`${list.length} rows`], isText: true };
}
