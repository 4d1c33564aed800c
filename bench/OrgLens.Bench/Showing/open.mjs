// Opens the page anew, again and again, and writes how long it took as JSON: node open.mjs address times
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [, , address, times] = process.argv;
const folder = process.env.BROWSER_TOOLS;
const { chromium } = createRequire(pathToFileURL(path.join(folder, "package.json")))("playwright-core");
const browser = await chromium.launch({ executablePath: readFileSync(path.join(folder, "browser"), "utf8").trim(), args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const openings = [];
// The first one pays for the browser's own start.
for (let opening = 0; opening <= Number(times); opening++) {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.waitForTimeout(opening === 0 ? 4000 : 1500);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.seen?.drawn);
  const seen = await page.evaluate(() => ({ usable: seen.usable, drawn: seen.drawn, failed: document.querySelectorAll('.card[data-state="failed"]').length }));
  if (opening > 0) openings.push(seen);
  await context.close();
}
await browser.close();
process.stdout.write(JSON.stringify(openings));

// Milliseconds since the address was asked for: usable when sheets, filters and frames are there, drawn when the last visual has been painted.
function watch() {
  const seen = (globalThis.seen = {});
  new MutationObserver(() => {
    const cards = [...document.querySelectorAll(".card")];
    if (cards.length === 0 || seen.last) return;
    seen.usable ??= performance.now();
    if (cards.some(card => !card.dataset.state || card.dataset.state === "loading")) return;
    seen.last = true;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => { seen.drawn = performance.now(); };
      painted.port2.postMessage(null);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-state"] });
}
