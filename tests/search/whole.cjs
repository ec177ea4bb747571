// Holds the lunr index that the engine puts together for a query against the one that lunr's own builder makes of everything:
// node whole.cjs LUNR ENGINE < {files, documents: [{field: [key …]}], queries: [text]}; writes [{query, keys, hits, whole}].
"use strict";
const lunr = require(process.argv[2]);
const search = require(process.argv[3]);
const { files, documents, queries } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const BOOSTS = { title: 3, body: 2, numbers: 3, text: 1 };

const builder = new lunr.Builder();
builder.ref("id");
for (const [field, boost] of Object.entries(BOOSTS)) builder.field(field, { boost });
documents.forEach((document, number) => builder.add({ id: String(number), ...document }));
const whole = builder.build();

(async () => {
  const engine = await search.open(lunr, async (path) => JSON.parse(files[path])), answers = [];
  for (const query of queries) {
    const results = await engine.search(query, {}, "relevans"), boosts = new Map();
    for (const group of results.needed) {
      for (const { key, boost } of group.keys.values()) boosts.set(key, (boosts.get(key) || 0) + boost);
    }
    const expected = whole.query((asked) => {
      for (const [term, boost] of boosts) asked.clause({ term, boost, usePipeline: false });
    }).filter((one) => results.needed.every((group) => [...group.keys.keys()].some((key) => key in one.matchData.metadata)));
    answers.push({
      query, keys: [...boosts.keys()], hits: results.hits.map((hit) => [hit.number, hit.score]),
      whole: expected.map((one) => [Number(one.ref), Math.floor(one.score * 1e6 + 0.5) / 1e6])
        .sort((a, b) => b[1] - a[1] || a[0] - b[0]),
    });
  }
  process.stdout.write(JSON.stringify(answers));
})();
