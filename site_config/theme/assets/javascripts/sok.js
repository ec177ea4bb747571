/*
 * The search page: reads the address, asks the engine (sok-motor.js over lunr.js) and shows the hits.
 * Everything from documents goes in as text, never as markup, and everything is fetched from the site itself.
 */
(function () {
  "use strict";

  var FILTERS = ["instans", "motion", "ar", "hallning"];
  var HEADINGS = { instans: "Instans", motion: "Motion", ar: "År", hallning: "Hållning" };
  var EVERYTHING = { instans: "Alla instanser", motion: "Alla motioner", ar: "Alla år", hallning: "Alla hållningar" };
  // The badges of the other pages: shape and the style's name; the word comes with the index.
  var BADGES = {
    "support": ["▲", "support"], "reject": ["▼", "reject"], "partly": ["◆", "partly"], "considered-answered": ["●", "considered"],
    "already-met": ["✓", "met"], "no-position": ["–", "none"], "declined": ["○", "none"], "unclear": ["?", "none"],
  };
  var PAGE_SIZE = 20; // hits shown at a time
  var EXCERPT = 280; // characters of a passage around its first mark

  var place = document.querySelector("[data-search]");
  if (!place) return;
  var base = place.getAttribute("data-base") || "../";
  var form = place.querySelector("form");
  var input = form.querySelector("input[name=q]");
  var filtersPlace = place.querySelector("[data-search-filters]");
  var status = place.querySelector("[data-search-status]");
  var countPlace = place.querySelector("[data-search-count]");
  var hitsPlace = place.querySelector("[data-search-hits]");
  var textPlace = element("span", { "data-search-text": "" });
  var triesPlace = element("p", { "data-search-suggestions": "", hidden: "" });
  var morePlace = element("p", { "data-search-more": "" });
  var engine = null; // a promise of the engine, made at the first search
  var passages = new Map(); // promises of a document's passages
  var turn = 0; // the search that is the newest; an older one that comes late is dropped
  var title = document.title;

  // --- small tools ------------------------------------------------------------------------------------------------

  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    [].concat(children || []).forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  function empty(node) {
    while (node.firstChild) node.removeChild(node.firstChild);
  }

  async function fetched(path) {
    var answer = await fetch(base + path, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(path + ": " + answer.status);
    return answer.json();
  }

  function texts(id) {
    if (!passages.has(id)) {
      var promise = fetched("sok/texter/" + id.split("/").join("--") + ".json");
      promise.catch(function () { passages.delete(id); });
      passages.set(id, promise);
    }
    return passages.get(id);
  }

  function ready() {
    if (!engine) {
      engine = Promise.all(["sok/index.json", "sok/former.json", "sok/dokument.json"].map(fetched)).then(function (data) {
        return MotionSearch.create(lunr, data[0], data[1], data[2], texts);
      });
      engine.catch(function () { engine = null; });
    }
    return engine;
  }

  function asked() {
    var pairs = new URLSearchParams(location.search), filters = {};
    FILTERS.forEach(function (key) { filters[key] = pairs.get(key) || ""; });
    return { q: pairs.get("q") || "", filters: filters };
  }

  function address(q, filters) {
    var pairs = new URLSearchParams();
    if (q) pairs.set("q", q);
    FILTERS.forEach(function (key) { if (filters[key]) pairs.set(key, filters[key]); });
    var text = pairs.toString();
    return location.pathname + (text ? "?" + text : "");
  }

  function go(q, filters) {
    var target = address(q, filters);
    if (target !== location.pathname + location.search) history.pushState(null, "", target);
    return run();
  }

  // --- showing ----------------------------------------------------------------------------------------------------

  function say(count, text) {
    countPlace.textContent = count === null ? "" : String(count);
    textPlace.textContent = (count === null ? "" : " ") + text;
  }

  function marked(text, spans) {
    var made = document.createDocumentFragment(), at = 0;
    spans.forEach(function (span) {
      made.appendChild(document.createTextNode(text.slice(at, span[0])));
      made.appendChild(element("mark", {}, text.slice(span[0], span[1])));
      at = span[1];
    });
    made.appendChild(document.createTextNode(text.slice(at)));
    return made;
  }

  /** The part of a long passage around its first mark, cut between words. */
  function shortened(excerpt) {
    if (excerpt.text.length <= EXCERPT) return excerpt;
    var first = excerpt.marks.length ? excerpt.marks[0][0] : 0;
    var from = Math.max(0, Math.min(first - EXCERPT / 3, excerpt.text.length - EXCERPT));
    var to = Math.min(excerpt.text.length, from + EXCERPT);
    from = from ? excerpt.text.lastIndexOf(" ", from) + 1 : 0;
    if (to < excerpt.text.length) to = Math.max(excerpt.text.lastIndexOf(" ", to), from + 1);
    excerpt.marks.forEach(function (span) { if (span[0] < to && span[1] > to) to = span[1]; });
    var before = from ? "… " : "", shift = before.length - from;
    return {
      id: excerpt.id,
      text: before + excerpt.text.slice(from, to) + (to < excerpt.text.length ? " …" : ""),
      marks: excerpt.marks.filter(function (span) { return span[0] >= from && span[1] <= to; })
        .map(function (span) { return [span[0] + shift, span[1] + shift]; }),
    };
  }

  function who(row, listing) {
    if (row.what !== "svar") return (row.what === "motion" ? "Motion: " : "") + row.title;
    var names = row.bodies.map(function (id) { return listing.bodies[id] || id; });
    if (!names.length) return "Svar utan angiven avsändare";
    return names.length < 2 ? names[0] : names.slice(0, -1).join(", ") + " och " + names[names.length - 1];
  }

  function facts(row, listing) {
    var made = [];
    if (row.what === "svar") made.push("Svar på motionen ”" + (listing.motions[row.motion] || row.title) + "”");
    else if (row.what !== "motion") made.push("Hör till motionen ”" + (listing.motions[row.motion] || row.motion) + "”");
    if (row.year) made.push(row.year);
    var line = element("p", { class: "sok-traff__fakta" }, made.join(" · "));
    if (row.stance) {
      var sort = BADGES[row.stance] || BADGES.unclear;
      if (made.length) line.appendChild(document.createTextNode(" · "));
      line.appendChild(element("span", { class: "badge badge-" + sort[1] }, [
        element("span", { class: "shape", "aria-hidden": "true" }, sort[0]), " " + (listing.stances[row.stance] || row.stance),
      ]));
    }
    return line;
  }

  function card(found, hit, results, excerpts) {
    var row = found.document(hit.id), target = base + row.url.replace(/^\//, ""), name = who(row, found.listing);
    var made = element("li", { "data-hit": hit.id, class: "sok-traff" }, [
      element("h2", { class: "sok-traff__rubrik" }, element("a", { href: target }, marked(name, found.marks(name, results)))),
      facts(row, found.listing),
    ]);
    if (row.stance) made.setAttribute("data-stance", row.stance);
    var shown = excerpts.some(function (one) { return one.marks.length; });
    // The words may stand in a number, a name or another name of the body rather than in a passage: show which.
    var others = shown ? [] : row.also.concat(row.names).filter(function (text) { return found.marks(text, results).length; });
    others.slice(0, 3).forEach(function (text) {
      made.appendChild(element("p", { class: "sok-traff__aven" }, ["I dokumentets uppgifter: ", marked(text, found.marks(text, results))]));
    });
    excerpts.map(shortened).forEach(function (one) {
      made.appendChild(element("p", { class: "sok-traff__stycke" }, [
        marked(one.text, one.marks),
        " ",
        element("a", { href: target + (one.id ? "#" + one.id : ""), "aria-label": "Öppna stycket i " + name }, "Öppna stycket"),
      ]));
    });
    return made;
  }

  async function showMore(found, results, from, mine) {
    var some = results.hits.slice(from, from + PAGE_SIZE);
    var excerpts = await Promise.all(some.map(function (hit) { return found.passages(hit.id, results); }));
    if (mine !== turn) return;
    some.forEach(function (hit, i) { hitsPlace.appendChild(card(found, hit, results, excerpts[i])); });
    empty(morePlace);
    var left = results.count - from - some.length;
    if (left > 0) {
      var button = element("button", { type: "button", class: "sok-fler" }, "Visa " + Math.min(left, PAGE_SIZE) + " träffar till (" + left + " kvar)");
      button.addEventListener("click", async function () {
        button.disabled = true;
        try {
          await showMore(found, results, from + some.length, mine);
          var next = hitsPlace.children[from + some.length];
          if (next) next.querySelector("a").focus();
        } catch (error) { failed(mine); }
      });
      morePlace.appendChild(button);
    }
  }

  // --- facets -----------------------------------------------------------------------------------------------------

  function nameOf(key, value, listing) {
    if (key === "instans") return value === listing.unknown_body ? "Utan angiven avsändare" : listing.bodies[value] || value;
    if (key === "motion") return listing.motions[value] || value;
    if (key === "hallning") return listing.stances[value] || value;
    return value;
  }

  function facet(key, values, now, listing) {
    var select = element("select", { id: "sok-" + key, name: key, class: "sok-facett__val" });
    select.appendChild(element("option", { value: "" }, EVERYTHING[key]));
    values.forEach(function (one) {
      var option = element("option", { value: one.value }, nameOf(key, one.value, listing) + " (" + one.count + ")");
      if (one.value === now) option.selected = true;
      select.appendChild(option);
    });
    if (now && select.value !== now) {
      var kept = element("option", { value: now }, nameOf(key, now, listing) + " (0)");
      select.appendChild(kept);
      kept.selected = true;
    }
    select.addEventListener("change", function () {
      var filters = asked().filters;
      filters[key] = select.value;
      go(input.value.trim(), filters);
    });
    return element("p", { class: "sok-facett" }, [element("label", { for: "sok-" + key }, HEADINGS[key]), " ", select]);
  }

  function showFacets(results, filters, listing) {
    var focused = document.activeElement && filtersPlace.contains(document.activeElement) ? document.activeElement.id : "";
    var swedish = new Intl.Collator("sv");
    empty(filtersPlace);
    FILTERS.forEach(function (key) {
      var values = (results.facets[key] || []).slice().sort(function (a, b) {
        if (key === "ar") return a.value < b.value ? 1 : -1;
        return b.count - a.count || swedish.compare(nameOf(key, a.value, listing), nameOf(key, b.value, listing));
      });
      if (values.length || filters[key]) filtersPlace.appendChild(facet(key, values, filters[key], listing));
    });
    if (FILTERS.some(function (key) { return filters[key]; })) {
      var clear = element("button", { type: "button", class: "sok-rensa", id: "sok-rensa" }, "Rensa urvalet");
      clear.addEventListener("click", function () { input.focus(); go(input.value.trim(), {}); });
      filtersPlace.appendChild(clear);
    }
    if (focused && document.getElementById(focused)) document.getElementById(focused).focus();
  }

  function showTries(results, filters) {
    empty(triesPlace);
    triesPlace.hidden = !results.suggestions.length;
    results.suggestions.forEach(function (text, i) {
      var link = element("a", { href: address(text, filters) }, text);
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        input.value = text;
        go(text, filters);
      });
      triesPlace.appendChild(document.createTextNode(i ? " · " : "Sök i stället: "));
      triesPlace.appendChild(link);
    });
  }

  // --- one search -------------------------------------------------------------------------------------------------

  function failed(mine) {
    if (mine !== turn) return;
    empty(hitsPlace);
    empty(morePlace);
    place.removeAttribute("aria-busy");
    say(null, "Sökningen kunde inte hämtas. Kontrollera uppkopplingen och ladda om sidan.");
  }

  async function run() {
    var mine = ++turn, now = asked(), narrowed = FILTERS.some(function (key) { return now.filters[key]; });
    input.value = now.q;
    document.title = now.q ? now.q + " – " + title : title;
    triesPlace.hidden = true;
    if (!now.q.trim() && !narrowed) {
      empty(hitsPlace);
      empty(morePlace);
      empty(filtersPlace);
      say(null, "Skriv ett eller flera ord att söka efter, till exempel ett ämne, en instans eller ett diarienummer.");
      return;
    }
    place.setAttribute("aria-busy", "true");
    try {
      var found = await ready(), results = await found.search(now.q, now.filters);
      if (mine !== turn) return;
      showFacets(results, now.filters, found.listing);
      showTries(results, now.filters);
      if (!results.count) {
        empty(hitsPlace);
        empty(morePlace);
        say(results.unreadable ? null : 0, (results.unreadable ? "" : "träffar. ") + results.message);
      } else {
        empty(hitsPlace);
        await showMore(found, results, 0, mine);
        if (mine !== turn) return;
        say(results.count, results.count === 1 ? "träff" : "träffar");
      }
      place.removeAttribute("aria-busy");
    } catch (error) {
      failed(mine);
    }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    go(input.value.trim(), asked().filters);
  });
  window.addEventListener("popstate", run);
  empty(status);
  status.appendChild(countPlace);
  status.appendChild(textPlace);
  status.parentNode.insertBefore(triesPlace, status.nextSibling);
  hitsPlace.parentNode.insertBefore(morePlace, hitsPlace.nextSibling);
  run();
})();
