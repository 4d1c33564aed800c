import { post } from "./post.js";

// Where answers come from: the server of this page, or the file that the page was written into.
const written = document.getElementById("answers");
const file = written ? JSON.parse(written.textContent) : null;

export const isReport = file !== null;

export async function loadAnalysis() {
  return file ?? (await checked(await fetch("/api/analysis"))).json();
}

// Visuals that are asked for in one turn travel in one question. Each gets its answer as soon as it is there.
let waiting = null;

// What early.js has asked, each for whoever asks first.
const early = new Map();

export function readEarly(sheet) {
  const given = globalThis.early;
  if (!given || given.hash !== location.hash) return;
  const places = (sheet.visuals ?? []).map(visual => {
    const place = Promise.withResolvers();
    place.promise.catch(() => {});
    early.set(`${sheet.sheetId}/${Object.values(visual)[0].visualId}`, place.promise);
    return place;
  });
  give(given.answer, places);
}

// again: nothing that the server has kept; whole: all groups where a chart needs the first few and the others together.
export function loadVisual(sheet, visual, parameters, { drill = [], offset = 0, again, whole } = {}) {
  const name = `${sheet}/${visual}`;
  if (file) return file.answers[name] ? Promise.resolve(file.answers[name]) : Promise.reject(new Error("The report holds no answer for this."));
  const ready = early.get(name);
  early.delete(name);
  if (ready) return ready;
  if (!waiting) {
    const own = waiting = [];
    queueMicrotask(() => {
      waiting = null;
      give(post("/api/visuals", { questions: own.map(place => place.question) }), own);
    });
  }
  const place = { ...Promise.withResolvers(), question: { sheet, visual, parameters, drill, offset, again, whole } };
  waiting.push(place);
  return place.promise;
}

export async function loadControl(sheet, control) {
  return (await checked(await post("/api/control", { sheet, control }))).json();
}

async function checked(answer) {
  if (answer.ok) return answer;
  const body = await answer.json().catch(() => ({}));
  throw new Error(body.error ?? `The server answered with ${answer.status}.`);
}

// The answer is a line of JSON for each question, in the order in which they are ready.
async function give(answer, places) {
  try {
    const reader = (await checked(await answer)).body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const lines = (text + next.value).split("\n");
      text = lines.pop();
      for (const line of lines) {
        const { place, error, answer: own } = JSON.parse(line);
        if (error) places[place].reject(new Error(error));
        else places[place].resolve(own);
      }
    }
    throw new Error("The server's answer ended too early.");
  } catch (error) {
    // Whoever has an answer hears nothing of this.
    for (const place of places) place.reject(error);
  }
}
