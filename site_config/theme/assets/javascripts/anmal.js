// On the page about the editors: which page a report is about. The link at the foot of every page brings its address as ?sida=.
// It is shown and sent only where it is a page of this site, so that nobody can put words of their own here with a link.
(function () {
  "use strict";
  var LONGEST = 500; // characters; no page of the archive has a longer address
  var root = new URL("../../", document.currentScript.src);

  /** The address of the page that ?sida= names; "" where it is not one of this site's. */
  function page() {
    var asked = new URLSearchParams(location.search).get("sida") || "";
    var canonical = document.querySelector('link[rel="canonical"]');
    if (!asked || asked.length > LONGEST) return "";
    try {
      var found = new URL(asked, root), homes = [root.origin].concat(canonical ? new URL(canonical.href).origin : []);
      return /^https?:$/.test(found.protocol) && homes.includes(found.origin) ? found.origin + found.pathname : "";
    } catch (error) { return ""; } // not an address
  }

  document.addEventListener("DOMContentLoaded", function () {
    var address = page();
    if (!address) return;
    document.querySelectorAll("a[data-report]").forEach(function (link) { link.href = link.dataset.report + encodeURIComponent(address); });
    document.querySelectorAll("[data-report-page]").forEach(function (line) {
      line.querySelector("strong").textContent = address;
      line.hidden = false;
    });
  });
})();
