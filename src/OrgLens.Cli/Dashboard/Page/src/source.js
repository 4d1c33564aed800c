// Where answers come from: the server of this page, or the file that the page was written into.
const written = document.getElementById("answers");
const file = written ? JSON.parse(written.textContent) : null;

export const isReport = file !== null;

async function ask(path, question) {
  const answer = await fetch(path, question === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(question),
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.error ?? `The server answered with ${answer.status}.`);
  return body;
}

export async function loadAnalysis() {
  return file ?? ask("/api/analysis");
}

export async function loadVisual(sheet, visual, parameters, drill = [], offset = 0) {
  if (!file) return ask("/api/visual", { sheet, visual, parameters, drill, offset });
  const answer = file.answers[`${sheet}/${visual}`];
  if (!answer) throw new Error("The report holds no answer for this.");
  return answer;
}

export async function loadControl(sheet, control) {
  return ask("/api/control", { sheet, control });
}
