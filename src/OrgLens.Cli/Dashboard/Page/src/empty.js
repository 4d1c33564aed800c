import { el } from "./dom.js";
import { count } from "./format.js";

const accounts = n => `${count(n)} account${n === 1 ? "" : "s"}`;

const REASONS = [
  [["denied_iam", "denied_scp"], n => `reading is denied in ${accounts(n)}`],
  [["failed", "throttled"], n => `reading failed in ${accounts(n)}`],
  [["over_budget"], n => `the spending limit was reached in ${accounts(n)}`],
  [["not_enabled", "region_disabled"], n => `the service is not in use in ${accounts(n)}`],
];

// Why there is nothing: from how the collectors ended, not from a guess.
export function reasons(coverage, isFiltered) {
  const total = statuses => Math.max(0, ...coverage.filter(entry => statuses.includes(entry.status)).map(entry => entry.accounts));
  const told = REASONS.map(([statuses, text]) => [total(statuses), text]).filter(([n]) => n > 0).map(([n, text]) => text(n));
  const read = total(["complete", "empty"]);
  if (isFiltered && read > 0) return { title: "Nothing matches", details: ["There is nothing for the chosen filters."] };
  if (read > 0) return { title: "There is none", details: [`It was looked for in ${accounts(read)}.`, ...told.map(sentence)] };
  if (told.length > 0) return { title: "Not known", details: told.map(sentence) };
  return isFiltered
    ? { title: "Nothing matches", details: ["There is nothing for the chosen filters."] }
    : { title: "Nothing yet", details: ["No document and no event has said anything about this."] };
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + ".";
}

export function emptyState(coverage, isFiltered, isSmall) {
  const { title, details } = reasons(coverage ?? [], isFiltered);
  return isSmall
    ? el("div", { class: "empty small" }, el("p", { class: "kpi none" }, "–"), el("p", { class: "empty-details" }, `${title}. ${details.join(" ")}`))
    : el("div", { class: "empty" }, el("p", { class: "empty-title" }, title), details.map(detail => el("p", { class: "empty-details" }, detail)));
}

// What a count of nothing should say when part of the accounts could not be asked.
export function caveat(coverage) {
  const unread = Math.max(0, ...(coverage ?? []).filter(entry => ["denied_iam", "denied_scp", "failed", "throttled", "over_budget"].includes(entry.status)).map(entry => entry.accounts));
  return unread > 0 ? `not read everywhere in ${accounts(unread)}` : null;
}
