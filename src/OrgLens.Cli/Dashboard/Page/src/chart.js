import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { ink } from "./colors.js";
import { el } from "./dom.js";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const alive = new Map();

const watcher = new ResizeObserver(entries => {
  for (const { target } of entries) alive.get(target)?.resize();
});

// Charts are gone with the elements they were drawn into.
export function sweep() {
  for (const [element, chart] of alive) {
    if (element.isConnected) continue;
    watcher.unobserve(element);
    chart.dispose();
    alive.delete(element);
  }
}

export function draw(body, option, onClick) {
  const element = el("div", { class: "chart" });
  body.append(element);
  sweep();
  const chart = init(element, null, { renderer: "svg" });
  const { text, line, card } = ink();
  chart.setOption({
    animation: !still,
    animationDuration: 350,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
    ...option,
    tooltip: option.tooltip && {
      // Drawn, not written: what a value says is never read as markup.
      renderMode: "richText",
      confine: true,
      backgroundColor: card,
      borderColor: line,
      padding: [8, 10],
      textStyle: { color: text, fontSize: 12, lineHeight: 18 },
      ...option.tooltip,
    },
  });
  if (onClick) chart.on("click", onClick);
  alive.set(element, chart);
  watcher.observe(element);
}

export function axes() {
  const { muted, line } = ink();
  return {
    label: { color: muted, fontSize: 11.5, hideOverlap: true },
    split: { lineStyle: { color: line } },
    base: { lineStyle: { color: line } },
  };
}

export function legend(names) {
  const { muted } = ink();
  return names.length < 2 ? { show: false } : {
    type: "scroll", top: 0, left: 0, right: 0, itemWidth: 9, itemHeight: 9, icon: "roundRect", itemGap: 14,
    textStyle: { color: muted, fontSize: 12 }, pageTextStyle: { color: muted }, pageIconColor: muted, pageIconSize: 10, data: names,
  };
}

export function shorten(text, length) {
  return text.length > length ? text.slice(0, length - 1) + "…" : text;
}
