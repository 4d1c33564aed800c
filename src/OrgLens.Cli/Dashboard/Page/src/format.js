const LOCALE = "en-US";
const cache = new Map();

function number(options) {
  const key = JSON.stringify(options);
  if (!cache.has(key)) cache.set(key, new Intl.NumberFormat(LOCALE, options));
  return cache.get(key);
}

function date(options) {
  const key = "date" + JSON.stringify(options);
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }));
  return cache.get(key);
}

const DATES = {
  YEAR: { year: "numeric" },
  QUARTER: { month: "short", year: "numeric" },
  MONTH: { month: "short", year: "numeric" },
  WEEK: { day: "numeric", month: "short", year: "numeric" },
  DAY: { day: "numeric", month: "short", year: "numeric" },
  HOUR: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
};

export const NOTHING = "–";

export function formatDate(value, grain, brief = false) {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return String(value);
  if (!grain) {
    const isDay = at.getTime() % 86400000 === 0;
    return date(isDay ? DATES.DAY : { ...DATES.DAY, hour: "2-digit", minute: "2-digit" }).format(at);
  }
  return date(brief && (grain === "DAY" || grain === "WEEK") ? { day: "numeric", month: "short" } : DATES[grain] ?? DATES.DAY).format(at);
}

// The definition's own format of a number, whichever well it lies in.
function style(field) {
  const format = field.format?.formatConfiguration ?? field.format?.numberFormatConfiguration?.formatConfiguration ?? {};
  const of = kind => format[`${kind}DisplayFormatConfiguration`];
  const places = settings => settings.decimalPlacesConfiguration?.decimalPlaces;
  if (of("currency")) return { kind: "currency", symbol: of("currency").symbol ?? "USD", places: places(of("currency")) ?? 2 };
  if (of("percentage")) return { kind: "percent", places: places(of("percentage")) ?? 1 };
  if (of("number")) return { kind: "number", places: places(of("number")), prefix: of("number").prefix, suffix: of("number").suffix };
  return { kind: "number" };
}

export function formatNumber(value, field, { compact = false, large = false } = {}) {
  const n = Number(value);
  if (value === null || value === undefined || Number.isNaN(n)) return NOTHING;
  const { kind, symbol, places, prefix = "", suffix = "" } = style(field);
  const isLarge = Math.abs(n) >= (large ? 1000 : 10000);
  if (kind === "currency") {
    const digits = compact ? { notation: "compact", maximumFractionDigits: Math.abs(n) >= 1000 ? 1 : Math.abs(n) >= 10 ? 0 : 2 }
      : large && isLarge ? { maximumFractionDigits: 0 } : { minimumFractionDigits: places, maximumFractionDigits: places };
    return number({ style: "currency", currency: symbol, ...digits }).format(n);
  }
  if (kind === "percent") return number({ style: "percent", maximumFractionDigits: compact ? 0 : places }).format(n);
  if (compact) return prefix + number({ notation: "compact", maximumFractionDigits: 1 }).format(n) + suffix;
  const digits = places === undefined ? { maximumFractionDigits: Number.isInteger(n) ? 0 : 2 } : { maximumFractionDigits: places };
  return prefix + number(digits).format(n) + suffix;
}

export function format(value, field, options = {}) {
  if (value === null || value === undefined || value === "") return NOTHING;
  if (field.kind === "number") return formatNumber(value, field, options);
  if (field.kind === "date") return formatDate(value, field.grain, options.brief);
  if (field.kind === "truth") return value ? "Yes" : "No";
  return String(value);
}

export function percent(value) {
  return number({ style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(value);
}

export function share(value) {
  return number({ style: "percent", maximumFractionDigits: 0 }).format(value);
}

export function count(value) {
  return number({ maximumFractionDigits: 0 }).format(value);
}

const NAMES = { account_full: "Account", product: "Product", account_type: "Environment", project_product_name: "Product", in_product: "Product", in_environment: "Environment", in_category: "Category" };

// A column's name as people read it.
export function humanize(name) {
  return NAMES[name] ?? (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll("_", " ");
}

// An account is known by its name; its twelve digits go after it.
const ACCOUNT = /^(\d{12})-(.+)$/;

export function accountName(text) {
  return ACCOUNT.exec(text)?.[2] ?? text;
}

export function accountNumber(text) {
  return ACCOUNT.exec(text)?.[1] ?? null;
}

// What is written in place of a value that is absent, where rows are grouped by it.
export function groupName(value, field, brief = false) {
  return value === null || value === undefined || value === "" ? "(none)" : format(value, field, { brief });
}
