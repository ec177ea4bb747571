// What an engine fetches, and what it does when a file fails: node hamtning.cjs LUNR ENGINE < {files, query}.
"use strict";
const lunr = require(process.argv[2]);
const search = require(process.argv[3]);
const { files, query } = JSON.parse(require("fs").readFileSync(0, "utf8"));
let fetched = [], broken = "";

async function fetchJson(path) {
  fetched.push(path);
  if (path === broken) throw Object.assign(new Error(path), { status: 500 });
  return JSON.parse(files[path]);
}

async function all(engine) {
  const results = await engine.search(query, {}, "relevans");
  await Promise.all(results.hits.map((hit) => engine.show(hit, results)));
  await Promise.all(results.hits.map((hit) => engine.every(hit, results)));
  return results.count;
}

(async () => {
  const whole = await search.open(lunr, fetchJson);
  await all(whole);
  await all(whole);
  const twice = fetched.filter((path, at) => fetched.indexOf(path) !== at);
  broken = fetched.find((path) => path.startsWith("sok/ord/"));
  const engine = await search.open(lunr, fetchJson);
  let failed = 0;
  try {
    await all(engine);
  } catch (error) {
    failed = error.status;
  }
  const other = broken, before = new Set(fetched.slice(fetched.lastIndexOf("sok/index.json")));
  broken = "";
  fetched = [];
  const again = await all(engine);
  process.stdout.write(JSON.stringify({ twice, failed, again, broken: other, refetched: fetched.filter((path) => before.has(path)) }));
})();
