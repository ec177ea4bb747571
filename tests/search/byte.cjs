// An archive that is replaced under two open engines, of which one shows a hit and one searches: node byte.cjs LUNR ENGINE < {old, new, before, query}.
"use strict";
const lunr = require(process.argv[2]);
const search = require(process.argv[3]);
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
let files = given.old, roots = 0;

async function fetched(path, { again }) {
  if (path === "sok/index.json") {
    roots += 1;
    return JSON.parse((again ? files : given.old)[path]); // a root that is not asked for anew may be an old one
  }
  if (!(path in files)) throw Object.assign(new Error(path), { status: 404 });
  return JSON.parse(files[path]);
}

(async () => {
  const engine = await search.open(lunr, fetched), other = await search.open(lunr, fetched), first = await engine.search(given.before, {}, "relevans");
  files = given.new;
  const gone = Object.keys(files).filter((path) => path.startsWith("sok/texter/")).map((path) => [path, files[path]]);
  gone.forEach(([path]) => delete files[path]);
  const status = await engine.show(first.hits[0], first).catch((error) => error.status);
  gone.forEach(([path, text]) => { files[path] = text; });
  const after = await Promise.all([engine, other, other].map((one) => one.search(given.query, {}, "relevans")));
  const shown = await other.show(after[1].hits[0], after[1]);
  if (!shown.id || after.some((one) => one.count !== after[0].count)) throw new Error("the answers differ");
  process.stdout.write(JSON.stringify({ before: first.count, after: after[0].count, roots, status }));
})();
