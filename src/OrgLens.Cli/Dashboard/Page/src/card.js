import { loadCharts } from "./chart.js";
import { palette } from "./colors.js";
import { csv, save } from "./csv.js";
import { el, icon, titleOf } from "./dom.js";
import { caveat, emptyState } from "./empty.js";
import { count, groupName, humanize } from "./format.js";
import { openMenu, placeOf } from "./menu.js";
import { isReport, loadVisual } from "./source.js";
import { bar } from "./visuals/bar.js";
import { insight } from "./visuals/insight.js";
import { kpi } from "./visuals/kpi.js";
import { line } from "./visuals/line.js";
import { pie } from "./visuals/pie.js";
import { pivot } from "./visuals/pivot.js";
import { table } from "./visuals/table.js";

const DRAWN = { kpivisual: kpi, barChartVisual: bar, lineChartVisual: line, pieChartVisual: pie, tableVisual: table, pivotTableVisual: pivot, insightVisual: insight };
const SPOKEN = { kpivisual: "Figure", barChartVisual: "Bar chart", lineChartVisual: "Line chart", pieChartVisual: "Donut chart", tableVisual: "Table", pivotTableVisual: "Pivot table", insightVisual: "Insight" };
const MOST_PAGES = 50;

// A visual: its frame at once, its contents when the answer is there.
export function card(item, context) {
  const [kind, visual] = Object.entries(item)[0];
  const title = titleOf(visual.title) || (visual.title?.visibility === "HIDDEN" ? "" : SPOKEN[kind] ?? kind);
  const name = title || nearest(visual) || SPOKEN[kind] || kind;
  const isKpi = kind === "kpivisual";
  const isChart = kind === "barChartVisual" || kind === "lineChartVisual";
  const id = `visual-${visual.visualId}`;
  const config = visual.chartConfiguration ?? {};
  const labels = new Map((config.fieldOptions?.selectedFieldOptions ?? []).filter(option => option.customLabel).map(option => [option.fieldId, option.customLabel]));
  const labelOf = field => labels.get(field.id) ?? humanize(field.name);
  const body = el("div", { class: "body" });
  const path = el("nav", { class: "path", "aria-label": "Level", hidden: true });
  const note = el("p", { class: "note", hidden: true });
  const tools = el("button", { type: "button", class: "tools", "aria-label": `More about ${name}`, "aria-haspopup": "menu", onclick: event => openMenu(placeOf(event), name, choices()) }, icon("more"));
  const section = el("div", { class: `card ${isKpi ? "is-kpi" : ""}`, role: "group", "aria-labelledby": id, "data-visual": visual.visualId, "data-kind": kind },
    el("header", {}, el("div", {}, el("h2", { id, class: title ? null : "hidden" }, name), titleOf(visual.subtitle) && !isKpi ? el("p", { class: "subtitle" }, titleOf(visual.subtitle)) : null), tools),
    path, body, note);
  const levels = (visual.columnHierarchies ?? []).map(hierarchy => hierarchy.explicitHierarchy).find(Boolean)?.columns ?? [];
  let drill = [];
  let answer = null;
  let asTable = false;
  let turn = 0;

  const ask = options => loadVisual(context.sheet.sheetId, visual.visualId, context.state.parameters, { drill, ...options });

  load();
  return { section, redraw: () => answer && show() };

  async function load(again) {
    const own = ++turn;
    const why = context.analysis.undrawn[visual.visualId];
    if (why) {
      section.dataset.state = "undrawn";
      body.replaceChildren(el("div", { class: "empty" }, el("p", { class: "empty-title" }, "Not drawn here"), el("p", { class: "empty-details" }, why)));
      return;
    }
    section.dataset.state = "loading";
    section.setAttribute("aria-busy", "true");
    if (!answer) body.replaceChildren(el("div", { class: "skeleton", "aria-hidden": "true" }));
    try {
      const next = await ask({ again, whole: asTable || undefined });
      if (isChart) await loadCharts();
      if (own !== turn) return;
      answer = next;
      for (const part of answer.parts) for (const field of part.fields) field.label = labelOf(field);
      show();
    } catch (error) {
      if (own !== turn) return;
      section.dataset.state = "failed";
      body.replaceChildren(el("div", { class: "empty" }, el("p", { class: "empty-title" }, "This could not be read"), el("p", { class: "empty-details" }, error.message),
        el("button", { type: "button", class: "link", onclick: () => load(true) }, "Try again")));
    } finally {
      if (own === turn) section.removeAttribute("aria-busy");
    }
  }

  function show() {
    const part = answer.parts[0];
    const isEmpty = answer.parts.every(one => one.rows.every(row => row.every(value => value === null)));
    showPath();
    note.hidden = true;
    body.replaceChildren();
    body.removeAttribute("role");
    body.removeAttribute("aria-label");
    if (isEmpty) {
      section.dataset.state = "empty";
      body.append(emptyState(answer.coverage, context.isFiltered(), isKpi));
      return;
    }
    const role = part.fields.find(field => field.role === "colors") ?? part.fields.find(field => field.role === "category");
    const dataSet = dataSetOf(visual);
    const own = {
      part, parts: answer.parts, config, subtitle: titleOf(visual.subtitle), labelOf, caption: name,
      computations: new Map((visual.insightConfiguration?.computations ?? []).map(computation => Object.values(computation)[0]).map(one => [one.computationId, one.name])),
      narrative: visual.insightConfiguration?.customNarrative?.narrative,
      colorOf: palette(context.analysis.definition.columnConfigurations ?? [], dataSet, role?.name, config?.visualPalette),
      choose: isReport ? null : chooser(),
      more: part.more && !isReport ? async offset => (await ask({ offset })).parts[0] : null,
    };
    if (kind === "tableVisual" || asTable) own.colorOf = severities(dataSet);
    const drawn = (asTable ? table : DRAWN[kind])(body, own);
    if (!drawn.isText) {
      body.setAttribute("role", "img");
      body.setAttribute("aria-label", `${SPOKEN[kind]}. ${name}. ${drawn.summary.join("; ")}`);
    }
    const notes = [
      drawn.hidden ? `${count(drawn.hidden)} more not shown` : null,
      part.more && !["tableVisual", "insightVisual"].includes(kind) ? "drawn from the first rows only" : null,
      isKpi && Number(part.rows[0]?.[0]) === 0 ? caveat(answer.coverage) : null,
    ].filter(Boolean);
    note.textContent = notes.join(" · ");
    note.hidden = notes.length === 0;
    section.dataset.state = "drawn";
  }

  function showPath() {
    path.hidden = drill.length === 0;
    const step = (text, depth) => el("button", { type: "button", class: "link", onclick: () => { drill = drill.slice(0, depth); load(); } }, text);
    path.replaceChildren(step("All", 0), ...drill.flatMap((value, depth) => [el("span", { "aria-hidden": "true" }, "›"),
      depth === drill.length - 1 ? el("span", { "aria-current": "true" }, value) : step(value, depth + 1)]));
  }

  function chooser() {
    const canDrill = levels.length > 0 && drill.length < levels.length - 1;
    if (canDrill) return value => { drill = [...drill, String(value)]; load(); };
    const actions = (visual.actions ?? []).filter(action => action.status !== "DISABLED");
    if (actions.length === 0) return null;
    return (value, field, event) => {
      const fitting = actions.filter(action => action.actionOperations.every(operation => operation.navigationOperation
        || operation.setParametersOperation?.parameterValueConfigurations.every(set => set.value.sourceField === field.id)));
      if (fitting.length > 0) openMenu(placeOf(event), groupName(value, field), fitting.map(action => ({ name: action.name, run: () => act(action, value) })));
    };
  }

  function act(action, value) {
    const parameters = { ...context.state.parameters };
    let target = context.sheet.sheetId;
    for (const operation of action.actionOperations) {
      for (const set of operation.setParametersOperation?.parameterValueConfigurations ?? []) parameters[set.destinationParameterName] = [value];
      target = operation.navigationOperation?.localNavigationConfiguration?.targetSheetId ?? target;
    }
    context.go(target, parameters);
  }

  function choices() {
    const items = [];
    if (answer && kind !== "insightVisual") {
      items.push({ name: "Download as CSV", run: download });
      if (["barChartVisual", "lineChartVisual", "pieChartVisual"].includes(kind)) items.push({ name: asTable ? "Show as chart" : "Show as table", run: turnOver });
    }
    if (!isReport) items.push({ name: "Read again", run: () => load(true) });
    return items.length > 0 ? items : [{ name: "Nothing to do", run: () => {} }];
  }

  async function turnOver() {
    asTable = !asTable;
    if (asTable && answer.parts[0].others) await load();
    else show();
    tools.focus();
  }

  async function download() {
    const given = answer.parts[0];
    const part = given.others ? { ...(await ask({ whole: true })).parts[0], fields: given.fields } : given;
    const shown = part.fields.map((field, place) => ({ field, place })).filter(({ field }) => !field.role.toLowerCase().endsWith("sort"));
    const rows = [...part.rows];
    let isMore = part.more && !isReport && kind === "tableVisual";
    for (let page = 0; isMore && page < MOST_PAGES; page++) {
      const next = (await ask({ offset: rows.length })).parts[0];
      rows.push(...next.rows);
      isMore = next.more;
    }
    save(`${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "visual"}.csv`,
      csv(shown.map(({ field }) => field.label), rows.map(row => shown.map(({ place }) => row[place]))));
  }

  function severities(dataSet) {
    const configurations = context.analysis.definition.columnConfigurations ?? [];
    const known = column => configurations.find(c => c.column?.columnName === column && c.column?.dataSetIdentifier === dataSet)?.colorsConfiguration?.customColors ?? [];
    return {
      has: (column, value) => known(column).some(color => color.fieldValue === value),
      of: (column, value) => palette(configurations, dataSet, column)(value),
    };
  }
}

function dataSetOf(node) {
  if (node && typeof node === "object") {
    if (typeof node.dataSetIdentifier === "string") return node.dataSetIdentifier;
    for (const child of Object.values(node)) {
      const found = dataSetOf(child);
      if (found) return found;
    }
  }
  return null;
}

// A name for a visual that shows none: what its first measure and dimension are called.
function nearest(visual) {
  const names = [];
  const walk = node => {
    if (!node || typeof node !== "object") return;
    if (typeof node.columnName === "string") names.push(humanize(node.columnName));
    for (const child of Object.values(node)) walk(child);
  };
  walk(visual.chartConfiguration?.fieldWells);
  return [...new Set(names)].slice(0, 2).join(" by ");
}
