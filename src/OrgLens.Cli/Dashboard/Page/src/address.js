// The address says which sheet is shown and how it is filtered, so that it can be kept, sent and gone back to.
export function asked() {
  const [sheet, query] = decodeURI(location.hash.slice(1)).split("?");
  const parameters = {};
  for (const [name, value] of new URLSearchParams(query)) {
    parameters[name] ??= [];
    if (value) parameters[name].push(value);
  }
  return { sheet, parameters };
}
