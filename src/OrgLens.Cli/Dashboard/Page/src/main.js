import { asked } from "./address.js";
import { card } from "./card.js";
import { loadCharts, sweep } from "./chart.js";
import { controls } from "./controls.js";
import { el, icon, plain } from "./dom.js";
import { formatDate } from "./format.js";
import { isFine, places, put } from "./layout.js";
import { isReport, loadAnalysis, readEarly } from "./source.js";
import { applyTheme, themeButton } from "./theme.js";

applyTheme();
const top_ = document.getElementById("top");
const main = document.getElementById("sheet");
let analysis;
let cards = [];
const state = { sheet: null, parameters: {}, defaults: {} };

function read() {
  const { sheet, parameters } = asked();
  const sheets = analysis.definition.sheets;
  state.sheet = sheets.find(one => one.sheetId === sheet) ?? sheets[0];
  state.parameters = { ...state.defaults, ...analysis.chosen };
  if (isReport) return;
  for (const [name, values] of Object.entries(parameters)) {
    if (name in state.defaults) state.parameters[name] = values;
  }
}

function address(sheetId, parameters) {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters)) {
    if (!isReport && JSON.stringify(values) !== JSON.stringify(state.defaults[name])) {
      for (const value of values.length > 0 ? values : [""]) query.append(name, value);
    }
  }
  return `#${sheetId}${query.size > 0 ? `?${query}` : ""}`;
}

function go(sheetId, parameters) {
  const next = address(sheetId, parameters);
  if (next === location.hash) show();
  else location.hash = next;
}

const context = () => ({
  analysis,
  sheet: state.sheet,
  state,
  go,
  isFiltered: () => Object.entries(state.parameters).some(([name, values]) => values.length > 0 && JSON.stringify(values) !== JSON.stringify(state.defaults[name])),
});

function frame() {
  const sheets = analysis.definition.sheets;
  top_.replaceChildren(
    el("div", { class: "brand" }, el("span", { class: "mark", "aria-hidden": "true" }), el("strong", {}, analysis.name),
      analysis.writtenAt ? el("span", { class: "written" }, `as of ${formatDate(analysis.writtenAt)} UTC`) : null),
    el("nav", { class: "tabs", "aria-label": "Sheets" }, sheets.map(sheet => el("a", {
      href: address(sheet.sheetId, state.parameters), "aria-current": sheet === state.sheet ? "page" : null,
    }, sheet.name ?? sheet.sheetId))),
    el("div", { class: "top-tools" },
      el("button", { type: "button", class: "round", "aria-label": "Print", title: "Print", onclick: () => print() }, icon("print")),
      themeButton(() => cards.forEach(one => one.redraw()))));
  // The first one is in view; to know of another, the page has to be laid out, which can wait for the next picture.
  if (state.sheet !== sheets[0]) requestAnimationFrame(() => top_.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" }));
}

function show() {
  read();
  frame();
  const { sheet } = state;
  document.title = `${sheet.name ?? sheet.sheetId} · ${analysis.name}`;
  const where = places(sheet);
  const own = context();
  cards = (sheet.visuals ?? []).map(item => {
    const one = card(item, own);
    put(one.section, where.get(Object.values(item)[0].visualId));
    return one;
  });
  const texts = (sheet.textBoxes ?? []).map(box => put(el("div", { class: "text-box" }, plain(box.content).map((line, n) => el("p", { class: n ? null : "first" }, line))), where.get(box.sheetTextBoxId)));
  const elements = [...cards.map(one => one.section), ...texts].sort((a, b) => Number(a.dataset.order ?? 0) - Number(b.dataset.order ?? 0));
  main.replaceChildren(
    el("div", { class: "sheet-head" },
      el("div", {}, el("h1", {}, sheet.title ?? sheet.name ?? sheet.sheetId), sheet.description ? el("p", {}, sheet.description) : null),
      controls(sheet, state, parameters => go(sheet.sheetId, parameters))),
    el("div", { class: isFine(sheet) ? "grid fine" : "grid" }, elements));
  sweep();
}

async function start() {
  try {
    analysis = await loadAnalysis();
  } catch (error) {
    main.replaceChildren(el("p", { class: "notice", role: "alert" }, `The dashboards could not be loaded: ${error.message}`));
    return;
  }
  state.defaults = analysis.defaults;
  addEventListener("hashchange", () => {
    const before = state.sheet;
    show();
    if (before !== state.sheet) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  });
  read();
  readEarly(state.sheet);
  show();
  // While the first answers are on their way. Where it fails, the charts say so.
  setTimeout(() => loadCharts().catch(() => {}));
}

start();
