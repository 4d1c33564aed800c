import { ink } from "./colors.js";
import { el } from "./dom.js";

// The library is most of the script: the frame, the figures, the tables and what is asked of the server do not wait for it.
let library;
let loading;

export async function loadCharts() {
  library = await (loading ??= import("./charts.js"));
}

// Elements and how to draw into them, then the charts themselves.
const waiting = new Map();
const alive = new Map();

// The first notice of an element's size is the time to draw: asking for the size before would lay out the page for each chart.
const watcher = new ResizeObserver(entries => {
  for (const { target, contentRect: { width, height } } of entries) {
    if (width === 0 || height === 0) continue;
    const first = waiting.get(target);
    waiting.delete(target);
    if (first) alive.set(target, first({ width, height }));
    else alive.get(target)?.resize({ width, height });
  }
});

// Charts are gone with the elements they were drawn into.
export function sweep() {
  for (const element of [...waiting.keys(), ...alive.keys()]) {
    if (element.isConnected) continue;
    watcher.unobserve(element);
    alive.get(element)?.dispose();
    waiting.delete(element);
    alive.delete(element);
  }
}

export function draw(body, option, onClick) {
  const element = el("div", { class: "chart" });
  body.append(element);
  sweep();
  waiting.set(element, size => {
    const chart = library.init(element, null, { renderer: "svg", ...size });
    const { text, line, card } = ink();
    chart.setOption({
      animation: false,
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
    return chart;
  });
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
