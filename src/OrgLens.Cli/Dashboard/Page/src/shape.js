import { OTHER } from "./colors.js";

// Rows of an answer as categories and series. Sums over colours are sums of what is shown: the database has counted distinct things already.
export function series(part, sorting, { limit, includeOthers, colorLimit = 12, placeOf = () => 0 } = {}) {
  const { fields, rows } = part;
  const at = role => fields.findIndex(field => field.role === role);
  const all = role => fields.map((field, place) => (field.role === role ? place : -1)).filter(place => place >= 0);
  const category = at("category");
  const color = at("colors");
  const values = all("values");
  const names = new Map();
  const keys = new Map();
  const add = (entry, row) => {
    const own = color >= 0 ? [[row[color], row[values[0]]]] : values.map(place => [fields[place].id, row[place]]);
    for (const [key, value] of own) {
      const n = Number(value ?? 0);
      entry.parts.set(key, (entry.parts.get(key) ?? 0) + n);
      entry.total += n;
      if (!keys.has(key)) keys.set(key, { key, total: 0, sort: null });
      const known = keys.get(key);
      known.total += n;
      known.sort = least(known.sort, sorted(fields, row, "colorSort"));
    }
    entry.sort = least(entry.sort, sorted(fields, row, "sort"));
    return entry;
  };
  const entryOf = name => ({ name, total: 0, parts: new Map(), sort: null });
  for (const row of rows) {
    const name = category < 0 ? "" : row[category];
    if (!names.has(name)) names.set(name, entryOf(name));
    add(names.get(name), row);
  }
  // The others, where the database has added them up.
  const others = part.others && part.others.rows.reduce(add, { ...entryOf(OTHER), isOther: true, count: part.others.count });
  let categories = order([...names.values()], sorting?.categorySort?.[0], fields, category);
  let colors = [...keys.values()].sort((a, b) => placeOf(a.key) - placeOf(b.key) || (a.sort ?? 0) - (b.sort ?? 0) || b.total - a.total);
  let hidden = 0;
  const additive = values.every(place => fields[place].additive);
  if (limit && categories.length > limit) {
    const rest = categories.slice(limit);
    categories = categories.slice(0, limit);
    if (includeOthers && additive) categories.push(merged(rest));
    else hidden = rest.length;
  } else if (others) {
    if (includeOthers) categories.push(others);
    else hidden = others.count;
  }
  if (color >= 0 && colors.length > colorLimit) {
    const rest = new Set(colors.slice(colorLimit).map(entry => entry.key));
    colors = [...colors.slice(0, colorLimit), { key: OTHER, total: 0 }];
    for (const entry of categories) {
      let sum = 0;
      for (const key of rest) sum += entry.parts.get(key) ?? 0;
      entry.parts.set(OTHER, sum);
    }
  }
  return { fields, category, color, values, categories, colors, hidden, additive, measure: fields[values[0]] };
}

function sorted(fields, row, role) {
  const place = fields.findIndex(field => field.role === role);
  return place < 0 ? null : row[place];
}

function least(a, b) {
  if (a === null) return b;
  return b === null || a <= b ? a : b;
}

function merged(entries) {
  const parts = new Map();
  for (const entry of entries) for (const [key, value] of entry.parts) parts.set(key, (parts.get(key) ?? 0) + value);
  return { name: OTHER, total: entries.reduce((sum, entry) => sum + entry.total, 0), parts, isOther: true, count: entries.length };
}

function order(categories, sort, fields, category) {
  const by = sort?.fieldSort ?? sort?.columnSort;
  const sign = by?.direction === "DESC" ? -1 : 1;
  if (!by) return categories;
  const isName = sort.fieldSort && fields[category]?.id === by.fieldId;
  const of = entry => (sort.columnSort ? entry.sort : isName ? entry.name : entry.total);
  return categories.sort((a, b) => {
    const [x, y] = [of(a), of(b)];
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * sign;
  });
}
