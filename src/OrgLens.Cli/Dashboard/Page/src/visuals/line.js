import { axes, draw, legend } from "../chart.js";
import { OTHER } from "../colors.js";
import { format, formatNumber, groupName } from "../format.js";
import { series } from "../shape.js";
import { compare } from "./table.js";

export function line(body, { part, config, colorOf }) {
  const limit = Number(config.sortConfiguration?.colorItemsLimitConfiguration?.itemsLimit) || 10;
  const shape = series(part, config.sortConfiguration, { colorLimit: limit, placeOf: colorOf.place });
  const { categories, colors, fields, measure } = shape;
  const field = fields[shape.category];
  // Time goes from left to right whatever the sorting says.
  if (field?.kind === "date") categories.sort((a, b) => compare(a.name, b.name));
  const isArea = config.type === "AREA" || config.type === "STACKED_AREA";
  const isStacked = config.type === "STACKED_AREA";
  const colorName = key => key === OTHER ? OTHER : shape.color >= 0 ? groupName(key, fields[shape.color]) : fields.find(f => f.id === key)?.label ?? "";
  const { label, split, base } = axes();
  draw(body, {
    grid: { left: 4, right: 14, top: colors.length > 1 ? 34 : 10, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: legend(colors.map(color => colorName(color.key))),
    tooltip: {
      trigger: "axis",
      formatter: items => {
        const entry = categories[items[0].dataIndex];
        const own = colors.filter(color => entry.parts.has(color.key)).map(color => `${colors.length > 1 ? colorName(color.key) + ": " : ""}${format(entry.parts.get(color.key), measure)}`);
        return [groupName(entry.name, field), ...own, own.length > 1 && shape.additive ? `Together: ${format(entry.total, measure)}` : null].filter(Boolean).join("\n");
      },
    },
    xAxis: {
      type: "category", boundaryGap: false, data: categories.map(entry => groupName(entry.name, field, true)), axisTick: { show: false }, axisLine: base,
      axisLabel: { ...label, hideOverlap: true },
    },
    yAxis: { type: "value", splitLine: split, splitNumber: 4, scale: !isArea && measure.kind === "number" && !shape.additive, axisLabel: { ...label, formatter: n => formatNumber(n, measure, { compact: true }) } },
    series: colors.map(color => ({
      name: colorName(color.key), type: "line", stack: isStacked ? "all" : undefined, smooth: 0.15, showSymbol: categories.length < 2, symbolSize: 6, connectNulls: true,
      lineStyle: { width: isStacked ? 1.2 : 2, color: colorOf(color.key) }, itemStyle: { color: colorOf(color.key) },
      areaStyle: isArea ? { opacity: isStacked ? 0.55 : 0.2, color: colorOf(color.key) } : undefined, emphasis: { focus: "series" },
      data: categories.map(entry => entry.parts.get(color.key) ?? (isStacked ? 0 : null)),
    })),
  });
  const last = categories.at(-1);
  return { summary: last ? [`from ${groupName(categories[0].name, field)} to ${groupName(last.name, field)}`, `at the end ${format(last.total, measure)}`] : [] };
}
