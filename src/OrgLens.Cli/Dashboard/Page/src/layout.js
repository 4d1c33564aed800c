const COLUMNS = 36;
const WIDTH = 1600;
const FINE_ROW = 20;

// Places of a sheet's elements on a grid of 36 columns; free forms are measured and rounded to it.
export function places(sheet) {
  const configuration = sheet.layouts?.[0]?.configuration ?? {};
  const given = configuration.gridLayout?.elements ?? configuration.freeFormLayout?.elements ?? configuration.sectionBasedLayout?.elements ?? [];
  const map = new Map();
  for (const element of given) map.set(element.elementId, configuration.freeFormLayout ? measured(element) : cells(element));
  return map;
}

export const isFine = sheet => Boolean(sheet.layouts?.[0]?.configuration?.freeFormLayout);

function cells(element) {
  return { column: element.columnIndex ?? 0, width: element.columnSpan, row: element.rowIndex ?? 0, height: element.rowSpan };
}

function measured(element) {
  const pixels = text => Number.parseFloat(text) || 0;
  const column = Math.min(COLUMNS - 1, Math.round((pixels(element.xaxisLocation) / WIDTH) * COLUMNS));
  return {
    column,
    width: Math.max(3, Math.min(COLUMNS - column, Math.round((pixels(element.width) / WIDTH) * COLUMNS))),
    row: Math.round(pixels(element.yaxisLocation) / FINE_ROW),
    height: Math.max(3, Math.round(pixels(element.height) / FINE_ROW)),
  };
}

export function put(node, place) {
  if (!place) return node;
  node.style.setProperty("--column", place.column + 1);
  node.style.setProperty("--width", place.width);
  node.style.setProperty("--row", place.row + 1);
  node.style.setProperty("--height", place.height);
  // Reading order is the order on the page.
  node.dataset.order = place.row * 100 + place.column;
  return node;
}
