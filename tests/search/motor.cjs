// Runs a list of queries through the browser's engine in Node: node motor.cjs LUNR ENGINE < {files, queries}.
"use strict";
const lunr = require(process.argv[2]);
const engine = require(process.argv[3]);
const { files, queries } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const read = (path) => JSON.parse(files[path]);
const found = engine.create(lunr, read("sok/index.json"), read("sok/former.json"), read("sok/dokument.json"),
  async (id) => read("sok/texter/" + id.split("/").join("--") + ".json"));

(async () => {
  const answers = [];
  for (const [query, filters] of queries) {
    const results = await found.search(query, filters);
    const hits = [];
    for (const hit of results.hits) {
      const passages = await found.passages(hit.id, results);
      hits.push({
        id: hit.id, url: hit.url, score: hit.score,
        passages: passages.map((one) => ({ id: one.id, text: one.text, marks: one.marks.map(([a, b]) => one.text.slice(a, b)) })),
      });
    }
    answers.push({ query, count: results.count, hits, message: results.message, suggestions: results.suggestions });
  }
  process.stdout.write(JSON.stringify(answers));
})();
