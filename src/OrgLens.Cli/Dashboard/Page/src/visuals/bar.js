import { axes, draw, legend, shorten } from "../chart.js";
import { OTHER } from "../colors.js";
import { accountName, format, formatNumber, groupName, share } from "../format.js";
import { series } from "../shape.js";

// What is counted has no halves, and neither has its axis.
const isWhole = categories => categories.every(entry => [...entry.parts.values()].every(n => Number.isInteger(n)));

export function bar(body, { part, config, colorOf, choose }) {
  const limit = Number(config.sortConfiguration?.categoryItemsLimit?.itemsLimit) || undefined;
  const shape = series(part, config.sortConfiguration, { limit, includeOthers: config.sortConfiguration?.categoryItemsLimit?.otherCategories !== "EXCLUDE", placeOf: colorOf.place });
  const { categories, colors, fields, measure } = shape;
  const field = fields[shape.category];
  const isWide = config.orientation !== "VERTICAL";
  const isStacked = config.barsArrangement !== "CLUSTERED";
  const isShare = config.barsArrangement === "STACKED_PERCENT";
  const nameOf = entry => entry.isOther ? `${OTHER} (${entry.count})` : groupName(entry.name, field, true);
  const colorName = key => shape.color >= 0 ? groupName(key, fields[shape.color]) : fields.find(f => f.id === key)?.label ?? String(key);
  const { label, split, base } = axes();
  const names = categories.map(nameOf);
  const longest = Math.max(...names.map(name => name.length), 4);
  const category = {
    type: "category", data: names, inverse: isWide, axisTick: { show: false }, axisLine: base,
    axisLabel: { ...label, formatter: text => shorten(accountName(text), isWide ? 30 : 18), interval: isWide || names.length <= 6 ? 0 : "auto", hideOverlap: !isWide && names.length > 6 },
  };
  const value = {
    type: "value", splitLine: split, splitNumber: 4, max: isShare ? 1 : undefined, minInterval: isWhole(categories) && !isShare ? 1 : 0,
    axisLabel: { ...label, formatter: n => isShare ? share(n) : formatNumber(n, measure, { compact: true }) },
  };
  const isPlain = colors.length === 1 && shape.color < 0;
  const all = colors.map((color, place) => ({
    name: isPlain ? field ? "" : "" : colorName(color.key),
    type: "bar",
    stack: isStacked && colors.length > 1 ? "all" : undefined,
    barMaxWidth: 26,
    barCategoryGap: "32%",
    itemStyle: { color: isPlain ? undefined : colorOf(color.key), borderRadius: colors.length === 1 || !isStacked ? (isWide ? [0, 3, 3, 0] : [3, 3, 0, 0]) : 0 },
    emphasis: { focus: "series" },
    data: categories.map(entry => {
      const n = entry.parts.get(color.key) ?? (isStacked ? 0 : null);
      const own = isShare && entry.total ? n / entry.total : n;
      return isPlain ? { value: own, itemStyle: { color: entry.isOther ? colorOf(OTHER) : colorOf("") } } : own;
    }),
    label: {
      show: isWide && place === colors.length - 1 && isStacked && !isShare, position: "right", color: label.color, fontSize: 11.5,
      formatter: ({ dataIndex }) => formatNumber(categories[dataIndex].total, measure, { compact: true }),
    },
  }));
  draw(body, {
    grid: { left: 4, right: isWide ? 58 : 8, top: colors.length > 1 ? 34 : 8, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: legend(isPlain ? [] : all.map(one => one.name)),
    tooltip: {
      trigger: "axis", axisPointer: { type: "shadow" },
      formatter: items => {
        const entry = categories[items[0].dataIndex];
        const own = colors.filter(color => entry.parts.get(color.key)).map(color => `${isPlain ? "" : colorName(color.key) + ": "}${format(entry.parts.get(color.key), measure)}`);
        return [nameOf(entry), ...own.slice(0, 12), own.length > 1 && shape.additive ? `Together: ${format(entry.total, measure)}` : null].filter(Boolean).join("\n");
      },
    },
    xAxis: isWide ? value : category,
    yAxis: isWide ? category : value,
    series: all,
  }, choose && (event => {
    const entry = categories[event.dataIndex];
    if (entry && !entry.isOther) choose(entry.name, field, event.event?.event);
  }));
  return {
    hidden: shape.hidden,
    summary: categories.slice(0, 6).map(entry => `${nameOf(entry)}: ${format(entry.total, measure)}`),
    longest,
  };
}
