import { el } from "../dom.js";
import { accountName, accountNumber, format } from "../format.js";

const AT_ONCE = 20;
const whenIdle = globalThis.requestIdleCallback ?? (work => setTimeout(work, 20));

export function table(body, { part, caption, labelOf, colorOf, choose, more }) {
  const fields = part.fields.map((field, place) => ({ ...field, place })).filter(field => field.role !== "sort" && field.role !== "colorSort");
  let rows = [...part.rows];
  let sorting = null;
  let turn = 0;
  const list = el("tbody");
  const head = el("tr", {}, fields.map(field => {
    const button = el("button", { type: "button", onclick: () => sortBy(field) }, labelOf(field), el("span", { class: "order", "aria-hidden": "true" }));
    return el("th", { scope: "col", class: field.kind === "number" ? "number" : null }, button);
  }));
  const extent = fields.map(field => (field.kind === "number" && !field.dimension ? Math.max(...rows.map(row => Math.abs(Number(row[field.place] ?? 0)))) : 0));

  function line(row) {
    const isOpen = choose && fields.some(field => field.name === "account_full");
    return el("tr", {}, fields.map(field => {
      const value = row[field.place];
      const text = format(value, field);
      const isSevere = field.kind === "text" && colorOf.has(field.name, value);
      const content = [];
      if (isSevere) {
        const dot = el("span", { class: "dot", "aria-hidden": "true" });
        dot.style.setProperty("--own", colorOf.of(field.name, value));
        content.push(dot);
      }
      content.push(isOpen && field.name === "account_full" && value !== null
        ? el("button", { type: "button", class: "link", "aria-haspopup": "menu", "data-value": value, onclick: event => choose(value, field, event) }, accountName(text))
        : field.name === "account_full" ? accountName(text) : text);
      if (field.name === "account_full" && accountNumber(text)) content.push(el("span", { class: "digits" }, accountNumber(text)));
      return el("td", { class: field.kind === "number" ? "number" : field.kind === "date" ? "date" : null, title: text.length > 40 ? text : null }, content);
    }));
  }

  // The first rows at once, those below when the page has nothing else to do.
  function show() {
    const own = ++turn;
    let shown = AT_ONCE;
    list.replaceChildren(...rows.slice(0, shown).map(line));
    const goOn = () => {
      if (own !== turn) return;
      list.append(...rows.slice(shown, shown += AT_ONCE).map(line));
      if (shown < rows.length) whenIdle(goOn);
      else list.removeAttribute("aria-busy");
    };
    list.removeAttribute("aria-busy");
    if (shown < rows.length) {
      list.setAttribute("aria-busy", "true");
      whenIdle(goOn);
    }
  }

  function sortBy(field) {
    const isSame = sorting?.field === field;
    sorting = { field, sign: isSame ? -sorting.sign : field.kind === "number" ? -1 : 1 };
    rows.sort((a, b) => compare(a[field.place], b[field.place]) * sorting.sign);
    for (const [place, cell] of [...head.children].entries()) {
      if (fields[place] === field) cell.setAttribute("aria-sort", sorting.sign > 0 ? "ascending" : "descending");
      else cell.removeAttribute("aria-sort");
    }
    show();
  }

  show();
  const frame = el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": `${caption}: rows` },
    el("table", {}, el("caption", { class: "hidden" }, caption), el("thead", {}, head), list));
  body.append(frame);
  if (more) {
    const button = el("button", { type: "button", class: "more", onclick: async () => {
      button.disabled = true;
      const next = await more(rows.length);
      rows = [...rows, ...next.rows];
      show();
      if (next.more) button.disabled = false;
      else button.remove();
    } }, "More rows");
    body.append(button);
  }
  return { summary: [`${rows.length}${more ? " and more" : ""} rows`], isText: true, extent };
}

export function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1;
}
