/*
 * The search page, sixth part: other questions to ask. The nearest words, and where there are no hits what can be left out, each with the
 * number of hits it would give. In a page this is window.MotionTries.
 */
(function (root) {
  "use strict";
  var T = root.MotionPageText, element = root.MotionCards.element;
  var MOST = 5; // other questions that are counted

  /** The offers in their places; ask(asked) is called when one is taken. */
  function create(places, ask) {
    /** Follows a link to a question in place, unless it is to open elsewhere. */
    function follow(link, asked) {
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        ask(asked);
      });
      return link;
    }

    function question(asked, words) {
      return follow(element("a", { href: location.pathname + T.write(asked) }, words), asked);
    }

    function suggest(results, asked) {
      places.tries.replaceChildren();
      results.suggestions.forEach(function (text, i) {
        places.tries.append(i ? " · " : "Sök i stället: ", question({ q: text, filters: asked.filters, ordning: asked.ordning }, text));
      });
    }

    /** The questions with something less than this one, the widest first. */
    function lesser(found, asked) {
      var made = [];
      if (T.narrowed(asked) && asked.q.trim()) made.push({ asked: T.widened(asked), words: "Samma ord utan urval" });
      T.KEYS.forEach(function (key) {
        asked.filters[key].forEach(function (value) {
          var name = T.HEADINGS[key].toLowerCase() + " ”" + T.nameOf(key, value, found.root, new Map()) + "”";
          made.push({ asked: T.changed(asked, key, value, false), words: "Utan " + name });
        });
      });
      T.shorter(asked.q).forEach(function (one) {
        made.push({ asked: { q: one.q, filters: asked.filters, ordning: asked.ordning }, words: "Utan ”" + one.without + "”" });
      });
      // With a single choice, no choice at all is the same question.
      return made.filter(function (one, at) { return made.findIndex(function (other) { return T.write(other.asked) === T.write(one.asked); }) === at; });
    }

    /** Shows what has hits; a question that has none is not offered. isNewest() tells whether the answer is still wanted. */
    async function offer(found, asked, isNewest) {
      var tried = lesser(found, asked).slice(0, MOST), list = element("ul", { class: "sok-forsok" });
      var counted = await Promise.all(tried.map(function (one) {
        return found.search(one.asked.q, one.asked.filters, "relevans").then(function (got) { return got.count; }, function () { return 0; });
      }));
      if (!isNewest()) return;
      counted.forEach(function (count, i) {
        if (count) list.append(element("li", {}, [question(tried[i].asked, tried[i].words), ": " + T.hits(count)]));
      });
      if (list.children.length) places.more.append(element("p", { class: "sok-rad-om" }, "Det här ger träffar:"), list);
      places.more.append(element("p", { class: "hint" }, "Pröva annars ett annat ord för samma sak, eller början av ordet med en stjärna efter: samverkan*."));
    }

    return { follow: follow, suggest: suggest, offer: offer };
  }

  root.MotionTries = { create: create };
})(self);
