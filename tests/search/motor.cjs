// Runs a list of queries through the browser's engine in Node: node motor.cjs LUNR ENGINE < {files, queries: [[text, filters, order]]}.
"use strict";
const lunr = require(process.argv[2]);
const search = require(process.argv[3]);
const { files, queries } = JSON.parse(require("fs").readFileSync(0, "utf8"));

async function fetched(path) {
  if (!Object.prototype.hasOwnProperty.call(files, path)) throw Object.assign(new Error(path), { status: 404 });
  return JSON.parse(files[path]);
}

(async () => {
  const engine = await search.open(lunr, fetched), answers = [];
  for (const [query, filters, order] of queries) {
    const results = await engine.search(query, filters, order), hits = [];
    for (const hit of results.hits) {
      const shown = await engine.show(hit, results);
      hits.push({
        id: shown.id, url: shown.url, score: hit.score,
        passages: shown.excerpts.map((one) => ({
          id: one.id, text: one.text, marks: one.marks.map(([a, b]) => one.text.slice(a, b)), section: one.section,
        })),
      });
    }
    answers.push({
      query, count: results.count, hits, message: results.message, unreadable: results.unreadable,
      suggestions: results.suggestions, facets: results.facets,
    });
  }
  process.stdout.write(JSON.stringify(answers));
})();
