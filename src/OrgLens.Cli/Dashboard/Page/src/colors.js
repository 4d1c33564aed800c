// The first five are told apart with every kind of colour blindness (a distance of more than 13 in CIE Lab, by the simulation of Machado
// et al., 2009), and stand out from the card.
const LIGHT = ["#2f5da8", "#c9822a", "#2e9c8f", "#6a2060", "#b0576f", "#5b8db8", "#6b8e4e", "#a67c52", "#4c6a92", "#9a6fb0"];
const DARK = ["#6f9bdf", "#e0a654", "#4fbfb1", "#9a5fae", "#f2c6d8", "#86b3da", "#93b874", "#c8a179", "#7f9cc4", "#bd98d1"];
const LIGHTER = { "#a3123a": "#e0587a", "#2f5da8": "#6f9bdf", "#6a2060": "#9a5fae", "#2e9c8f": "#4fbfb1" };

export const OTHER = "Other";

export const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

export function ink() {
  const style = getComputedStyle(document.documentElement);
  const of = name => style.getPropertyValue(name).trim();
  return { text: of("--text"), muted: of("--muted"), line: of("--line"), card: of("--card") };
}

// Colours of the values of a column, or of measures by their ids: what the definition gives, and the palette in the order of appearance for the rest.
export function palette(configurations, dataSet, column, visualPalette) {
  const custom = new Map();
  const found = configurations.find(c => c.column?.columnName === column && c.column?.dataSetIdentifier === dataSet);
  const own = (visualPalette?.colorMap ?? []).map(({ element, color }) => ({ fieldValue: element.fieldValue ?? element.fieldId, color }));
  for (const { fieldValue, color } of [...own, ...(found?.colorsConfiguration?.customColors ?? [])]) {
    const shade = color?.toLowerCase();
    custom.set(fieldValue, isDark() ? LIGHTER[shade] ?? shade : shade);
  }
  let next = 0;
  const free = (isDark() ? DARK : LIGHT).filter(color => ![...custom.values()].includes(color));
  const given = new Map();
  const places = [...custom.keys()];
  const of = value => {
    if (custom.has(value)) return custom.get(value);
    if (value === OTHER) return isDark() ? "#66727f" : "#a7b0ba";
    if (!given.has(value)) given.set(value, free[next++ % free.length]);
    return given.get(value);
  };
  // The order in which the definition gives colours is the order of the values.
  of.place = value => (places.includes(value) ? places.indexOf(value) : places.length);
  return of;
}
