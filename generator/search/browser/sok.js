/*
 * The search page, last part: reads the address, asks the engine (sok-motor.js) and shows what comes. The address and the browser's
 * history hold all there is to know, so that back, forward, reload and a sent link show the same. Fetches nothing beyond the site.
 */
(function (root) {
  "use strict";
  var place = document.querySelector("[data-search]");
  if (!place) return;
  var T = root.MotionPageText, C = root.MotionCards, element = C.element;
  var PAGE = 10; // hits shown at a time
  var FIRST = 4; // shown of a page's first search as soon as their texts are here: a screenful, fewer than a browser fetches at once
  var base = place.getAttribute("data-base") || "../";
  var form = place.querySelector("form"), input = form.querySelector("input[name=q]"), title = document.title;
  var at = {}, touch = matchMedia("(pointer: coarse)");
  ["error", "area", "start", "results", "heading", "status", "tools", "chips", "tries", "hits", "more", "filters", "side", "open"].forEach(function (name) {
    at[name] = place.querySelector("[data-search-" + name + "]");
  });
  var engine = null; // a promise of the engine
  var turn = 0; // the search that is the newest; an older one that comes late is dropped
  var current = null; // what is shown: {engine, results, asked, q, shown}
  var download = root.MotionDownload.control(function () { return current; }, base);
  var order = sorting();
  var tries = root.MotionTries.create(at, function (asked) {
    toBox();
    go(asked);
  });
  var facets = root.MotionFacets.create(at, {
    change: function (asked) { go({ q: input.value.trim(), filters: asked.filters, ordning: asked.ordning }); },
    titles: async function (ids) { return new Map(Object.entries(await (await ready()).titles(ids))); },
  });

  // --- the engine -------------------------------------------------------------------------------------------------

  async function fetched(path, how) {
    var answer = await fetch(base + path, { credentials: "same-origin", cache: how && how.again ? "reload" : "default" });
    if (!answer.ok) throw Object.assign(new Error(path + ": " + answer.status), { status: answer.status });
    return answer.json();
  }

  function ready() {
    if (!engine) {
      engine = Promise.resolve().then(function () { return root.MotionSearch.open(root.lunr, fetched); });
      engine.catch(function () { engine = null; });
    }
    return engine;
  }

  // --- address and history ----------------------------------------------------------------------------------------

  function now() {
    return T.read(location.search);
  }

  function remember(what) {
    history.replaceState(Object.assign({}, history.state, what), "");
  }

  function go(asked) {
    var target = location.pathname + T.write(asked);
    if (target !== location.pathname + location.search) history.pushState({}, "", target);
    return run({});
  }

  /** The focus leaves a link that is about to go; on a touch screen not to the box, where the keyboard would cover the hits. */
  function toBox() {
    (touch.matches ? at.heading : input).focus();
  }

  // --- showing ----------------------------------------------------------------------------------------------------

  function sorting() {
    var made = element("select", { id: "Ordning", class: "sok-ordning" });
    Object.keys(T.ORDERS).forEach(function (key) { made.append(element("option", { value: key }, T.ORDERS[key])); });
    made.addEventListener("change", function () {
      var asked = now();
      go({ q: input.value.trim(), filters: asked.filters, ordning: made.value });
    });
    at.tools.prepend(element("label", { "for": "Ordning" }, "Ordna"), made);
    at.tools.append(download.button);
    at.tools.after(download.status);
    return made;
  }

  /** The count in one change, so that it is read out once. */
  function say(count, words, message) {
    var more = message ? [element("span", { class: "sok-besked" }, message)] : [];
    at.status.setAttribute("data-query", current ? current.q : ""); // for paper, which has no box
    at.status.replaceChildren.apply(at.status, [element("span", { "data-search-count": "" }, count === null ? "" : String(count)), words].concat(more));
  }

  function alarm(words, again) {
    at.error.replaceChildren(words);
    if (again) {
      var button = element("button", { type: "button", class: "sok-knapp", "data-search-again": "" }, "Försök igen");
      button.addEventListener("click", again);
      at.error.append(" ", button);
    }
  }

  function unreadable(message) {
    if (message) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", at.error.id);
      alarm(message, null);
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
      at.error.replaceChildren();
    }
  }

  function busy(is) {
    at.hits.removeAttribute("aria-busy"); // the hits that were still coming are another search's
    if (is) place.setAttribute("aria-busy", "true");
    else place.removeAttribute("aria-busy");
  }

  function clear() {
    current = null;
    download.stop();
    [at.hits, at.more, at.tries].forEach(function (node) { node.replaceChildren(); });
    say(null, "");
  }

  /** Which parts are seen: the examples before anything is asked, else the hits; nothing to sort or save without hits. */
  function stage(asking, count) {
    at.start.hidden = asking;
    at.results.hidden = !asking;
    at.tools.classList.toggle("sok-utan", count === 0);
  }

  /** Fewer hits must not draw the foot of the page up, nor the reader with it. */
  function hold() {
    at.area.style.minHeight = "max(60vh, " + Math.ceil(root.innerHeight - at.area.getBoundingClientRect().top) + "px)";
  }

  async function cards(found, results, from, to) {
    var shown = await Promise.all(results.hits.slice(from, to).map(function (hit) { return found.show(hit, results); }));
    return shown.map(function (one) { return C.card(one, results, found, base); });
  }

  function more() {
    var left = current.results.count - current.shown;
    at.more.replaceChildren();
    if (left <= 0) return;
    var button = element("button", { type: "button", class: "sok-knapp" }, "Visa " + Math.min(left, PAGE) + " till");
    button.addEventListener("click", function () { showMore(button); });
    at.more.append(button, element("span", { class: "sok-kvar" }, T.grouped(current.shown) + " av " + T.grouped(current.results.count) + " visas"));
  }

  async function showMore(button) {
    var mine = turn, what = current;
    button.disabled = true;
    // Room for the new hits at once, so that nothing moves when they come.
    var height = at.hits.offsetHeight, coming = Math.min(PAGE, what.results.count - what.shown);
    at.hits.style.minHeight = Math.round(height + height / what.shown * coming) + "px";
    try {
      var made = await cards(what.engine, what.results, what.shown, what.shown + PAGE);
      if (mine !== turn) return;
      at.hits.append.apply(at.hits, made);
      what.shown += made.length;
      remember({ shown: what.shown });
      more();
      made[0].querySelector("a").focus({ preventScroll: true });
      at.hits.style.minHeight = "";
    } catch (error) {
      if (mine !== turn) return;
      at.hits.style.minHeight = "";
      button.disabled = false;
      button.textContent = "Det gick inte att hämta fler. Försök igen";
    }
  }

  // --- one search -------------------------------------------------------------------------------------------------

  function failed(mine, error) {
    if (mine !== turn) return;
    busy(false);
    clear();
    at.chips.replaceChildren();
    at.tools.classList.add("sok-utan");
    root.console.error(error); // for whoever looks into it; the reader gets a plain sentence
    alarm("Sökningen kunde inte hämtas. Kontrollera uppkopplingen.", function () { run({}); });
  }

  async function run(kept) {
    var mine = ++turn, asked = now(), wanted = Math.max(PAGE, kept.shown || 0);
    input.value = asked.q;
    order.value = asked.ordning;
    document.title = asked.q ? asked.q + " – " + title : title;
    download.stop();
    if (!asked.q.trim() && !T.narrowed(asked)) {
      busy(false);
      unreadable("");
      clear();
      facets.none();
      stage(false, 0);
      if (!touch.matches && document.activeElement === document.body) input.focus({ preventScroll: true });
      return;
    }
    stage(true, current ? current.results.count : -1);
    facets.chips(asked);
    busy(true);
    try {
      var found = await ready();
      // The words of a case that was chosen come with the answer, so that its chip does not change its size.
      var got = await Promise.all([found.search(asked.q, asked.filters, asked.ordning), titlesOf(found, asked.filters.motion)]);
      // Where hits stand already they stay until all the new ones are here.
      var results = got[0], few = current ? wanted : FIRST;
      var first = cards(found, results, 0, few), later = cards(found, results, few, wanted);
      later.catch(function () {}); // told of where it is waited for
      var made = await first;
      if (mine !== turn) return;
      busy(false);
      unreadable(results.unreadable ? results.message : "");
      stage(true, results.count);
      if (results.unreadable) { // the fault may lie in a choice, and its chip is the way to take it away
        clear();
        stage(true, 0);
        facets.show({ asked: asked, results: results, index: found.root }, got[1]);
        return;
      }
      hold();
      current = { engine: found, results: results, asked: asked, q: asked.q, shown: made.length };
      at.hits.style.minHeight = "";
      at.hits.replaceChildren.apply(at.hits, made);
      facets.show({ asked: asked, results: results, index: found.root }, got[1]);
      tries.suggest(results, asked);
      at.more.replaceChildren();
      if (results.count) {
        say(results.count, results.count === 1 ? " träff" : " träffar");
        at.hits.setAttribute("aria-busy", "true");
        made = await later;
        if (mine !== turn) return;
        at.hits.removeAttribute("aria-busy");
        at.hits.append.apply(at.hits, made);
        current.shown = at.hits.children.length;
        more();
      } else {
        say(0, " träffar", results.message);
        await tries.offer(found, asked, function () { return mine === turn; });
      }
      restore(kept, mine);
    } catch (error) {
      failed(mine, error);
    }
  }

  async function titlesOf(found, ids) {
    if (!ids.length) return new Map();
    try { return new Map(Object.entries(await found.titles(ids))); } catch (error) { return new Map(); }
  }

  // --- where the reader was ---------------------------------------------------------------------------------------

  function restore(kept, mine) {
    if (mine !== turn || kept.top === undefined) return;
    var hit = kept.hit && Array.from(at.hits.children).find(function (one) { return one.getAttribute("data-hit") === kept.hit; });
    if (hit) hit.querySelector("a").focus({ preventScroll: true });
    root.scrollTo({ top: kept.top, behavior: "instant" });
  }

  var waiting = null;
  function noteTop() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { if (current) remember({ top: root.scrollY, shown: current.shown }); }, 200);
  }

  // --- keys -------------------------------------------------------------------------------------------------------

  /** Arrows go between the box and the hits, Escape back to the box; inside other fields they mean what they always mean. */
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || event.defaultPrevented) return;
    var here = document.activeElement, hit = here && here.closest("[data-hit]"), all = Array.from(at.hits.children), next;
    if (event.key === "ArrowDown" && (here === input || hit)) next = all[hit ? all.indexOf(hit) + 1 : 0];
    else if (event.key === "ArrowUp" && hit) next = all[all.indexOf(hit) - 1] || input;
    else if (event.key === "Escape" && here !== input && place.contains(here)) next = input;
    if (!next) return;
    event.preventDefault();
    if (next === input) { input.focus(); input.select(); return; }
    next.querySelector("a").focus();
    next.scrollIntoView({ block: "nearest" });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var asked = now();
    if (touch.matches) input.blur(); // the keyboard would cover the hits
    go({ q: input.value.trim(), filters: asked.filters, ordning: asked.ordning });
  });
  place.addEventListener("keydown", keys);
  place.querySelectorAll(".sok-hjalp a, .sok-start a").forEach(function (link) { tries.follow(link, T.read(link.search)); });
  at.hits.addEventListener("click", function (event) {
    var hit = event.target.closest("[data-hit]");
    if (hit && event.target.closest("a")) remember({ hit: hit.getAttribute("data-hit"), top: root.scrollY, shown: current.shown });
  });
  root.addEventListener("scroll", noteTop, { passive: true });
  root.addEventListener("popstate", function (event) { run(event.state || {}); });
  history.scrollRestoration = "manual";
  ready().catch(function () {}); // the root of the index; the first search tells if it cannot be had
  run(history.state || {});
})(self);
