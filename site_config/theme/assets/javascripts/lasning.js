// Reading a long text: its source's page and line numbers on demand, a link to each paragraph where the page was too heavy to
// hold them, and the way to a place that stands on another part of the page. Without it the text reads the same. After citat.js.
(function () {
  "use strict";

  /** The links to paragraphs that generator/pages/flow.py left out of a heavy page. */
  function permalinks() {
    document.querySelectorAll("main .passage[id]").forEach(function (passage) {
      if (passage.querySelector(".permalink")) return;
      var made = document.createElement("a");
      made.className = "permalink";
      made.href = "#" + passage.id;
      made.setAttribute("aria-label", "Länk till detta stycke");
      passage.append(made);
    });
  }

  /** "Visa radnummer": where in its source each paragraph begins stands in its data-line, and a style shows it. */
  function lines() {
    if (!document.querySelector("main .passage[data-line]")) return;
    var box = document.querySelector("main .tools"), made = document.createElement("button"), first = document.querySelector("main .passage[data-line]");
    if (!box) {
      box = document.createElement("div");
      box.className = "tools";
      first.before(box);
    }
    made.type = "button";
    made.setAttribute("aria-pressed", "false");
    made.textContent = "Visa radnummer";
    made.addEventListener("click", function () {
      var on = document.body.classList.toggle("show-lines");
      made.setAttribute("aria-pressed", String(on));
    });
    box.append(made);
  }

  /** A page in several parts is linked to as one: what the address points at may stand on another part. */
  async function elsewhere() {
    var id = location.hash.slice(1), pager = document.querySelector("main .pager[data-parts]");
    try { id = decodeURIComponent(id); } catch (error) { /* not an encoded name: taken as it stands */ }
    if (!pager || !/^[A-Za-z0-9_-]{1,200}$/.test(id) || document.getElementById(id)) return;
    for (var part = 1; part <= Number(pager.dataset.parts); part++) {
      var address = new URL(pager.dataset.home + (part > 1 ? "sida-" + part + "/" : ""), location.href).href;
      if (address === location.href.replace(/[?#].*$/, "")) continue;
      try {
        var answer = await fetch(address);
        if (answer.ok && (await answer.text()).includes(' id="' + id + '"')) return location.replace(address + location.search + "#" + id);
      } catch (error) { return; /* no network: the parts are listed on the page */ }
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    permalinks();
    lines();
    elsewhere();
  });
  window.addEventListener("hashchange", elsewhere);
})();
