import { el } from "../dom.js";
import { format, groupName, humanize, NOTHING } from "../format.js";

const MOST_ITEMS = 50;

// What the narrative of an insight says, from the results of its computations: expressions, conditions and loops as QuickSight writes them.
export function insight(body, { parts, computations, narrative }) {
  const results = new Map();
  for (const part of parts) {
    const found = result(part);
    results.set(part.part, found);
    results.set(computations.get(part.part) ?? part.part, found);
  }
  const parsed = narrative ? new DOMParser().parseFromString(narrative.replaceAll("&nbsp;", " "), "text/xml") : null;
  const text = el("div", { class: "insight" });
  if (parsed && !parsed.querySelector("parsererror")) {
    tell(parsed.documentElement, text, results, 0);
  } else {
    for (const part of parts) {
      text.append(el("ul", {}, results.get(part.part).items.map(item => el("li", {}, [item.categoryValue, item.metricValue].filter(Boolean).join(": ")))));
    }
  }
  body.append(text);
  return { summary: [text.textContent], isText: true };
}

function result({ fields, rows }) {
  const category = fields.find(field => field.role === "category");
  const value = fields.find(field => field.role === "values");
  const of = (row, field) => (field ? row[fields.indexOf(field)] : null);
  const items = rows.map(row => ({
    categoryValue: category ? groupName(of(row, category), category) : "",
    metricValue: value ? format(of(row, value), value, { large: true }) : "",
  }));
  const only = items[0]?.metricValue ?? NOTHING;
  return {
    items,
    itemsCount: items.length,
    totalAggregate: only,
    uniqueGroupValuesCount: only,
    categoryField: category ? humanize(category.name) : "",
    metricField: value ? humanize(value.name).toLowerCase() : "",
  };
}

function tell(from, into, results, index) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      into.append(node.nodeValue);
    } else if (node.nodeName === "expression") {
      into.append(String(value(node.textContent, results, index) ?? ""));
    } else if (node.nodeName === "if") {
      if (holds(node.getAttribute("condition") ?? "", results, index)) tell(node, into, results, index);
    } else if (node.nodeName === "for") {
      const items = value((node.getAttribute("listExpression") ?? "").trim(), results, index);
      const list = el("ul");
      for (let turn = 0; turn < Math.min(items?.length ?? 0, MOST_ITEMS); turn++) {
        const item = el("li");
        tell(node, item, results, turn);
        list.append(item);
      }
      into.append(list);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = el({ ul: "ul", ol: "ol", li: "li", b: "strong", i: "em", br: "br", block: "p" }[node.nodeName] ?? "span");
      into.append(element);
      tell(node, element, results, index);
    }
  }
}

// name.member, name.member.formattedValue or name.items[index].member.formattedValue
function value(expression, results, index) {
  const match = /^\s*([\w-]+)\.(\w+)(?:\[(index|\d+)\]\.(\w+))?(?:\.(?:formattedValue|value|name))?\s*$/.exec(expression);
  const found = match && results.get(match[1]);
  if (!found) return null;
  return match[4] ? found.items[match[3] === "index" ? index : Number(match[3])]?.[match[4]] : found[match[2]];
}

function holds(condition, results, index) {
  const match = /^\s*(.+?)\s*(<=|>=|!=|==|=|<|>)\s*(-?[\d.]+)\s*$/.exec(condition);
  if (!match) return false;
  const [left, right] = [Number(value(match[1], results, index)), Number(match[3])];
  return { "<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right, "=": left === right, "==": left === right, "!=": left !== right }[match[2]];
}
