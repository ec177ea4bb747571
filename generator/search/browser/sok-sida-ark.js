/*
 * The search page, third part: the sheet that holds the boxes on a narrow screen, over the hits. In a page: window.MotionSheet.
 */
(function (root) {
  "use strict";
  var T = root.MotionPageText, element = root.MotionCards.element;

  /** The sheet; it borrows the boxes from their place while it is open. clear() is called when all choices are to go. */
  function create(places, clear) {
    var wide = matchMedia("(min-width: 64rem)"), home = places.filters.parentNode;
    var done = element("button", { type: "button", class: "sok-knapp sok-ark__klar" }, "Visa träffarna");
    var none = element("button", { type: "button", class: "sok-lank" }, "Rensa urvalet");
    var close = element("button", { type: "button", class: "sok-lank sok-ark__stang" }, "Stäng");
    var said = element("p", { class: "vh", role: "status" }), inner = element("div", { class: "sok-ark__inre" });
    var sheet = element("dialog", { class: "sok-ark", "aria-labelledby": "Urvalsark" }, [
      element("div", { class: "sok-ark__topp" }, [element("h2", { id: "Urvalsark" }, "Avgränsa"), close]),
      inner, element("div", { class: "sok-ark__fot" }, [none, done]), said,
    ]);
    document.querySelector("main").append(sheet);

    places.open.addEventListener("click", function () {
      inner.append(places.filters);
      sheet.showModal();
    });
    sheet.addEventListener("close", function () { home.append(places.filters); });
    sheet.addEventListener("click", function (event) { if (event.target === sheet) sheet.close(); }); // beside the sheet
    [done, close].forEach(function (button) { button.addEventListener("click", function () { sheet.close(); }); });
    none.addEventListener("click", function () {
      done.focus(); // the button goes when there is nothing left to clear
      clear();
    });
    wide.addEventListener("change", function () { if (wide.matches && sheet.open) sheet.close(); });

    return {
      close: function () { if (sheet.open) sheet.close(); },
      tell: function (count, chosen) {
        places.open.textContent = chosen ? "Avgränsa (" + chosen + ")" : "Avgränsa";
        places.open.setAttribute("aria-label", chosen ? "Avgränsa (" + chosen + (chosen === 1 ? " vald)" : " valda)") : "Avgränsa");
        done.textContent = count ? "Visa " + T.hits(count) : "Inga träffar: ändra urvalet";
        none.hidden = !chosen;
        if (sheet.open) said.textContent = T.hits(count);
      },
    };
  }

  root.MotionSheet = { create: create };
})(self);
