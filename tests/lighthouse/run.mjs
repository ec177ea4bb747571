/*
 * Lighthouse over many addresses in one Chromium. In, on standard input: {modules, chromium, categories, addresses, throttling}.
 * Out, a line of JSON for each address: its scores (0–100), the audits below full marks, and what was measured of the loading.
 */
import { pathToFileURL } from "node:url";
import { join } from "node:path";

let text = "";
for await (const part of process.stdin) text += part;
const asked = JSON.parse(text);
const from = (path) => import(pathToFileURL(join(asked.modules, path)).href);
const lighthouse = (await from("lighthouse/core/index.js")).default;
const { launch } = await from("chrome-launcher/dist/index.js");

const chrome = await launch({
  chromePath: asked.chromium,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  for (const address of asked.addresses) {
    const flags = { port: chrome.port, onlyCategories: asked.categories, output: "json", logLevel: "error", throttlingMethod: asked.throttling };
    const { lhr } = await lighthouse(address, flags);
    const scores = {}, below = [];
    for (const [name, category] of Object.entries(lhr.categories)) {
      scores[name] = Math.round(category.score * 100);
      for (const { id, weight } of category.auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 1) {
          const nodes = (audit.details?.items ?? []).map((item) => item.node?.snippet ?? item.description ?? item.url ?? "").filter(Boolean);
          below.push([name, id, audit.title, ...nodes.slice(0, 5)]);
        }
      }
    }
    const measured = {};
    for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "total-byte-weight"]) {
      if (lhr.audits[id]) measured[id] = lhr.audits[id].numericValue;
    }
    console.log(JSON.stringify({ address, scores, below, measured, error: lhr.runtimeError?.message ?? "" }));
  }
} finally {
  chrome.kill();
}
