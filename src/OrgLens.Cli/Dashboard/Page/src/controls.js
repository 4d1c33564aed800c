import { el, icon } from "./dom.js";
import { formatDate } from "./format.js";
import { isReport, loadControl } from "./source.js";

// The controls of a sheet's parameters. Each one says what it stands at, and tells a change.
export function controls(sheet, state, changed) {
  const bar = el("div", { class: "controls", role: "group", "aria-label": "Filters" });
  for (const item of sheet.parameterControls ?? []) {
    const [kind, control] = Object.entries(item)[0];
    const name = control.sourceParameterName;
    if (isReport) bar.append(fixed(control, state.parameters[name] ?? [], kind));
    else if (kind === "dateTimePicker") bar.append(day(control, name));
    else if (kind === "dropdown" || kind === "list") bar.append(choice(control, name));
    else bar.append(words(control, name));
  }
  if (!isReport && bar.childElementCount > 0) {
    bar.append(el("button", { type: "button", class: "reset", onclick: () => changed(state.defaults) }, icon("reset"), "Reset"));
  }
  return bar;

  function label(control, id) {
    return el("label", { for: id, class: "control-label" }, control.title ?? control.sourceParameterName);
  }

  function day(control, name) {
    const id = `control-${name}`;
    const isEnd = name.toLowerCase().includes("to") || name.toLowerCase().includes("end");
    const input = el("input", { type: "date", id, value: (state.parameters[name]?.[0] ?? "").slice(0, 10) });
    input.addEventListener("change", () => {
      if (input.value) changed({ ...state.parameters, [name]: [`${input.value}T${isEnd ? "23:59:59" : "00:00:00"}Z`] });
    });
    return el("div", { class: "control" }, label(control, id), input);
  }

  function words(control, name) {
    const id = `control-${name}`;
    const input = el("input", { type: "text", id, value: state.parameters[name]?.[0] ?? "" });
    input.addEventListener("change", () => changed({ ...state.parameters, [name]: input.value ? [input.value] : [] }));
    return el("div", { class: "control" }, label(control, id), input);
  }

  function choice(control, name) {
    const id = `control-${name}`;
    const isMany = control.type !== "SINGLE_SELECT";
    const chosen = new Set(state.parameters[name] ?? []);
    const button = el("button", { type: "button", id, class: "choice", "aria-haspopup": "dialog", "aria-expanded": "false", "aria-label": `${control.title}: ${said()}` }, el("span", {}, said()), icon("down"));
    const box = el("div", { class: "control" }, label(control, id), button);
    button.addEventListener("click", () => (box.querySelector(".popup") ? shut() : open()));
    return box;

    function said() {
      return chosen.size === 0 ? "All" : chosen.size === 1 ? [...chosen][0] : `${chosen.size} chosen`;
    }

    async function open() {
      button.setAttribute("aria-expanded", "true");
      const search = el("input", { type: "search", placeholder: "Search", "aria-label": `Search ${control.title}` });
      const list = el("div", { class: "options" }, el("p", { class: "empty-details" }, "Loading …"));
      const clear = el("button", { type: "button", class: "link", onclick: () => { chosen.clear(); apply(); } }, "All");
      const take = el("button", { type: "button", class: "primary", onclick: apply }, "Apply");
      const popup = el("div", { class: "popup", role: "dialog", "aria-label": control.title }, search, list, el("div", { class: "popup-foot" }, clear, take));
      box.append(popup);
      search.focus();
      document.addEventListener("pointerdown", outside, true);
      popup.addEventListener("keydown", event => {
        if (event.key === "Escape") { event.stopPropagation(); shut(); }
        if (event.key === "Enter" && event.target.type !== "button") { event.preventDefault(); apply(); }
      });
      let values;
      try {
        values = control.selectableValues?.values ?? (await loadControl(sheet.sheetId, control.parameterControlId)).values;
      } catch (error) {
        list.replaceChildren(el("p", { class: "empty-details" }, error.message));
        return;
      }
      const lines = values.map(value => {
        const check = el("input", { type: isMany ? "checkbox" : "radio", name: `${id}-value` });
        check.checked = chosen.has(value);
        check.addEventListener("change", () => {
          if (!isMany) chosen.clear();
          if (check.checked) chosen.add(value);
          else chosen.delete(value);
        });
        return { value: String(value).toLowerCase(), node: el("label", { class: "option" }, check, el("span", {}, String(value))) };
      });
      list.replaceChildren(...lines.map(line => line.node));
      search.addEventListener("input", () => {
        const wanted = search.value.toLowerCase();
        for (const line of lines) line.node.hidden = !line.value.includes(wanted);
      });
    }

    function apply() {
      shut();
      changed({ ...state.parameters, [name]: [...chosen] });
    }

    function outside(event) {
      if (!box.contains(event.target)) shut();
    }

    function shut() {
      document.removeEventListener("pointerdown", outside, true);
      box.querySelector(".popup")?.remove();
      button.setAttribute("aria-expanded", "false");
      button.focus();
    }
  }
}

function fixed(control, values, kind) {
  const text = values.length === 0 ? "All" : values.map(value => (kind === "dateTimePicker" ? formatDate(value, "DAY") : value)).join(", ");
  return el("div", { class: "control" }, el("span", { class: "control-label" }, control.title ?? control.sourceParameterName), el("span", { class: "fixed" }, text));
}
