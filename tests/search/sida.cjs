// What the page asks of a hit and of the engine besides hits: node sida.cjs LUNR ENGINE < {files, query, id}.
"use strict";
const lunr = require(process.argv[2]);
const search = require(process.argv[3]);
const { files, query, id } = JSON.parse(require("fs").readFileSync(0, "utf8"));

function pieces(text, spans) {
  let made = [], at = 0;
  for (const [start, end] of spans) {
    made.push(text.slice(at, start), text.slice(start, end));
    at = end;
  }
  return [...made, text.slice(at)];
}

(async () => {
  const engine = await search.open(lunr, async (path) => JSON.parse(files[path]));
  const results = await engine.search(query, {}, "relevans");
  const all = await Promise.all(results.hits.map((hit) => engine.show(hit, results)));
  const at = all.findIndex((one) => one.id === id), shown = all[at], every = await engine.every(results.hits[at], results);
  process.stdout.write(JSON.stringify({
    forms: shown.forms,
    best: shown.excerpts.map((one) => one.id),
    every: every.excerpts.map((one) => one.id),
    order: shown.row.passages.map((one) => one[0]),
    marked: pieces(shown.row.case, engine.marks(shown.row.case, shown.row, results)),
    titles: await engine.titles(["hn-2023-00899", "utan-nummer", "finns-inte", "__proto__"]),
    site: engine.root.site,
  }));
})();
