// Opens the page as a person would and writes what was seen as JSON: node visit.mjs address scenario [folder-for-pictures]
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [, , address, scenario, pictures] = process.argv;
const tools = createRequire(pathToFileURL(path.join(process.env.BROWSER_TOOLS, "package.json")));
const { chromium } = tools("playwright-core");
const seen = { messages: [], sheets: {} };
const browser = await chromium.launch({ executablePath: readFileSync(path.join(process.env.BROWSER_TOOLS, "browser"), "utf8").trim(), args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, colorScheme: "light", reducedMotion: "reduce", acceptDownloads: true });
const page = await context.newPage();
page.setDefaultTimeout(20_000);
page.on("console", message => ["error", "warning"].includes(message.type()) && seen.messages.push(message.text()));
page.on("pageerror", error => seen.messages.push(error.message));
page.on("dialog", async dialog => { seen.messages.push(`dialog: ${dialog.message()}`); await dialog.dismiss(); });
page.on("request", request => request.url().startsWith(address) || request.url().startsWith("data:") || request.url().startsWith("blob:") || seen.messages.push(`request: ${request.url()}`));

async function settle() {
  await page.waitForSelector(".card");
  await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
  // Charts are drawn when the page has been laid out.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function open(sheet, query = "") {
  await page.goto(`${address}#${sheet}${query}`);
  await page.waitForFunction(wanted => document.querySelector(".tabs [aria-current]")?.getAttribute("href")?.slice(1).split("?")[0] === wanted, sheet);
  await settle();
}

const figure = visual => page.locator(`[data-visual="${visual}"] .kpi`).getAttribute("data-value");

const look = () => page.$$eval(".card", cards => cards.map(card => ({
  visual: card.dataset.visual,
  kind: card.dataset.kind,
  state: card.dataset.state,
  marks: card.querySelectorAll(".body svg path, .body td, .body .kpi, .body li").length,
  value: card.querySelector(".kpi")?.dataset.value ?? null,
  text: card.querySelector(".body").innerText.slice(0, 400),
  strangers: card.querySelectorAll("img, script, iframe, object, embed, link, style, [onerror], [onload], a[href^='javascript']").length,
})));

// All that the tests' documents and trail files speak of, whatever day it is.
const whole = "?dateFrom=2026-01-01T00:00:00Z&dateTo=2026-12-31T23:59:59Z";

// Each sheet as it is, and Security in dark colours, too.
async function photograph(sheet) {
  const take = name => page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  await take(sheet);
  if (sheet !== "security") return;
  for (const name of ["security-dark", null]) {
    await page.click(".top-tools .round:last-child");
    await settle();
    if (name) await take(name);
  }
}

async function sheets() {
  await page.goto(address);
  await settle();
  return page.$$eval(".tabs a", links => links.map(link => link.getAttribute("href").slice(1).split("?")[0]));
}

const scenarios = {
  async everything() {
    for (const sheet of await sheets()) {
      await open(sheet, whole);
      seen.sheets[sheet] = { cards: await look() };
      if (pictures) await photograph(sheet);
    }
  },
  async accessibility() {
    const axe = await import(pathToFileURL(tools.resolve("axe-core")));
    for (const sheet of await sheets()) {
      await open(sheet, whole);
      (seen.sheets[sheet] ??= {}).drawn = (await look()).filter(card => card.state === "drawn").length;
      for (const theme of ["light", "dark"]) {
        await page.evaluate(name => { document.documentElement.dataset.theme = name; }, theme);
        // The page's own policy lets no other script in: the checker comes in through the debugger.
        await page.evaluate(axe.default.source);
        const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        seen.sheets[sheet][theme] = result.violations.map(violation => `${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.target.join(" ") + " " + (node.any[0]?.message ?? "")).join(" | ")}`);
      }
    }
  },
  async actions() {
    await open("cost", whole);
    seen.total = await figure("co-total");

    // Dates filter.
    await page.fill("#control-dateFrom", "2026-11-20");
    await settle();
    await page.fill("#control-dateTo", "2026-11-20");
    await settle();
    seen.day = await figure("co-total");

    // Accounts filter, by keyboard.
    await open("cost", whole);
    await page.focus("#control-account");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".option");
    seen.options = await page.$$eval(".option", options => options.map(option => option.innerText.trim()));
    await page.keyboard.type(seen.options[0].slice(0, 12));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("account="));
    await settle();
    seen.account = await figure("co-total");

    // Reset.
    await page.click(".reset");
    await page.waitForFunction(() => !location.hash.includes("account="));

    // From an account to its resources.
    await open("overview", whole);
    const row = page.locator('[data-visual="ov-accounts-table"] tbody button').first();
    seen.chosen = await row.getAttribute("data-value");
    await row.focus();
    await page.keyboard.press("Enter");
    seen.menu = await page.$$eval(".menu button", items => items.map(item => item.innerText));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.startsWith("#inventory"));
    await settle();
    seen.resources = await figure("in-resources");
    seen.resourceAccounts = await page.$$eval('[data-visual="in-table"] tbody td:first-child', cells => [...new Set(cells.map(cell => cell.querySelector("button").dataset.value))]);

    // Down a hierarchy and back up; a chart as a table; a table as a file.
    await open("overview", whole);
    const products = page.locator('[data-visual="ov-products"]');
    const tools_ = async name => {
      await products.hover();
      await products.locator(".tools").click();
      await page.locator(".menu button", { hasText: name }).click();
    };
    await tools_("Show as table");
    await settle();
    seen.asTable = await products.locator("tbody tr").count();
    await tools_("Show as chart");
    await settle();
    await products.scrollIntoViewIfNeeded();
    const box = await products.locator("svg path").evaluateAll(paths => paths.map(path => path.getBoundingClientRect()).filter(at => at.width > 40 && at.height > 8 && at.height < 40)
      .map(at => ({ x: at.x + at.width / 2, y: at.y + at.height / 2 }))[0]);
    await page.mouse.move(box.x - 4, box.y);
    await page.mouse.move(box.x, box.y);
    await page.mouse.down();
    await page.mouse.up();
    await products.locator(".path button").first().waitFor();
    await settle();
    seen.path = await products.locator(".path").innerText();
    await products.locator(".path button").first().click();
    await settle();
    seen.pathAfter = await products.locator(".path").isVisible();
    const [download] = await Promise.all([page.waitForEvent("download"), tools_("CSV")]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    seen.csv = { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };

    // Light and dark.
    await page.click(".top-tools .round:last-child");
    seen.theme = await page.evaluate(() => document.documentElement.dataset.theme);
  },
  async hostile() {
    for (const sheet of await sheets()) {
      await open(sheet, whole);
      seen.sheets[sheet] = { cards: await look(), pwned: await page.evaluate(() => globalThis.pwned ?? null) };
    }
    await page.focus("#control-account");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".option");
    seen.options = await page.$$eval(".option", options => options.map(option => option.innerText.trim()));
    seen.pwned = await page.evaluate(() => globalThis.pwned ?? null);
  },
};

try {
  await scenarios[scenario]();
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(seen));
