// Hits of an archive that was replaced after the search, shown one by one, then searched for again: node utbytt.cjs LUNR ENGINE < {old, new, query}.
"use strict";
const lunr = require(process.argv[2]);
const search = require(process.argv[3]);
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
let files = given.old;

async function fetched(path) {
  if (!(path in files)) throw Object.assign(new Error(path), { status: 404 });
  return JSON.parse(files[path]);
}

async function shown(engine, results) {
  const made = {};
  for (const hit of results.hits) {
    const one = await engine.show(hit, results).catch((error) => error);
    made[hit.number] = one.status || one.id;
  }
  return made;
}

(async () => {
  const engine = await search.open(lunr, fetched), first = await engine.search(given.query, {}, "relevans");
  files = given.new;
  const stale = await shown(engine, first), fresh = await shown(engine, await engine.search(given.query, {}, "relevans"));
  process.stdout.write(JSON.stringify({ stale, fresh }));
})();
