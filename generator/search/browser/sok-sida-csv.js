/*
 * The search page, fifth part: the hits as a table to take away. Every passage that answers to the query has a row; the texts are
 * fetched a few at a time, told of as they come, and can be called off. In a page this is window.MotionDownload.
 */
(function (root) {
  "use strict";
  var T = root.MotionPageText, C = root.MotionCards, element = C.element;
  var MOST = 1000; // hits in one file
  var AT_ONCE = 8; // texts fetched at a time: quick, and kind to the server
  var HEADER = [
    "citat", "avsnitt", "motion", "motionens titel", "instans eller dokument", "sorts dokument", "datum", "hållning", "hållning (kod)", "träff i uppgift", "adress",
  ];
  var WORDS = "Ladda ner träffarna (CSV)";

  /** Where the page is published: a link in a file must outlive the preview it was made in. */
  function published() {
    var canonical = document.querySelector("link[rel=canonical]");
    return canonical ? canonical.href : location.href;
  }

  function rowsOf(shown, results, engine, base) {
    var row = shown.row, page = new URL(base + shown.url.replace(/^\//, ""), published()).href;
    var facts = [
      row.motion, row["case"], C.name(row, engine.root), T.nameOf("typ", row.kind, engine.root, new Map()) + (row.retold ? " (" + T.RETOLD + ")" : ""), row.date || "",
      row.stance ? engine.root.stances[row.stance] || row.stance : "", row.stance || "",
    ];
    var quotes = shown.excerpts.filter(function (one) { return one.id && one.marks.length; });
    // A hit by a number, a name or a title has no passage to quote, and is not left out for that.
    if (!quotes.length) {
      var told = C.others(shown, results, engine).map(function (one) { return one.text; }).join(" | ");
      return [["", ""].concat(facts, [told, page])];
    }
    return quotes.map(function (one) {
      var section = one.section ? T.nameOf("avsnitt", one.section, engine.root, new Map()) : "";
      return [one.text, section].concat(facts, ["", page + "#" + one.id]);
    });
  }

  function fileName(q) {
    var slug = (T.plain(q).match(/[a-z0-9]+/g) || ["urval"]).join("-").slice(0, 60);
    return "sokning-" + slug + ".csv";
  }

  function save(text, name) {
    var address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    var link = element("a", { href: address, download: name, hidden: "" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000); // the browser has taken it by then
  }

  /** A button that saves the hits of now() = {engine, results, q}, or calls off the fetching it began. */
  function control(now, base) {
    var button = element("button", { type: "button", class: "sok-knapp sok-ladda", "data-search-csv": "" }, WORDS);
    var said = element("p", { class: "sok-not", role: "status", "data-search-csv-status": "" }), running = null;

    function reset(words) {
      running = null;
      button.textContent = WORDS;
      said.textContent = words;
    }

    async function fetchAll(mine, what) {
      var some = what.results.hits.slice(0, MOST), made = new Array(some.length), next = 0, done = 0;
      async function worker() {
        while (next < some.length && running === mine) {
          var at = next++;
          made[at] = rowsOf(await what.engine.every(some[at], what.results), what.results, what.engine, base);
          done += 1;
          if (running === mine) button.textContent = "Avbryt (" + T.grouped(done) + " av " + T.grouped(some.length) + ")";
        }
      }
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, some.length) }, worker));
      return [].concat.apply([], made);
    }

    button.addEventListener("click", async function () {
      var what = now();
      if (running) { reset("Hämtningen är avbruten. Ingen fil är sparad."); return; }
      if (!what || !what.results.count) return;
      var mine = running = {};
      said.textContent = "Hämtar texten i " + T.hits(Math.min(what.results.count, MOST)) + ".";
      try {
        var rows = await fetchAll(mine, what);
        if (running !== mine) return;
        save(T.table([HEADER].concat(rows)), fileName(what.q));
        var more = what.results.count > MOST ? " Filen har de " + T.grouped(MOST) + " första av " + T.hits(what.results.count) + ": avgränsa sökningen för att få resten." : "";
        reset("Filen är sparad, med " + T.grouped(rows.length) + (rows.length === 1 ? " rad." : " rader.") + more);
      } catch (error) {
        if (running === mine) reset("Alla texter kunde inte hämtas, så ingen fil är sparad. Försök igen.");
      }
    });

    return { button: button, status: said, stop: function () { reset(""); } };
  }

  root.MotionDownload = { control: control };
})(self);
