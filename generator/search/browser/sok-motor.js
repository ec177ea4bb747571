/*
 * The search engine of the archive, browser half: the engine itself, which takes the same steps as generator/search/query.py.
 * Nothing here touches the page; sok.js does. In a page this is window.MotionSearch, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) {
    module.exports = factory(
      require("./sok-skivor.js"), require("./sok-ord.js"), require("./sok-nycklar.js"), require("./sok-fraser.js"),
      require("./sok-utdrag.js"), require("./sok-urval.js"), require("./sok-lunr.js"));
  } else {
    root.MotionSearch = factory(
      root.MotionSlices, root.MotionWords, root.MotionKeys, root.MotionPhrases, root.MotionExcerpts, root.MotionChoices,
      root.MotionLunr);
  }
})(typeof self === "undefined" ? this : self, function (S, W, K, F, X, C, L) {
  "use strict";

  var ROOT = "sok/index.json";
  var KEY = /^([A-Za-zÅÄÖåäö]{2,}):(?=.{3})/; // "färg:röd"; what follows the colon in "SL:s" or "KF:en" is an ending

  // --- one search -------------------------------------------------------------------------------------------------

  function flat(lists) {
    return [].concat.apply([], lists);
  }

  /** The messages of the archive: a function from a code and what fills it to the text. */
  function messages(root) {
    return function (code, filling) {
      return Object.keys(filling || {}).reduce(function (text, name) {
        return text.split("{" + name + "}").join(String(filling[name]));
      }, root.messages[code]);
    };
  }

  /** The documents that hold a key of every group: a flag a document. */
  function inAll(groups, size) {
    var alive = new Uint8Array(size).fill(1);
    groups.forEach(function (group) {
      for (var document = 0; document < size; document++) alive[document] &= group.held[document];
    });
    return alive;
  }

  function countOf(flags) {
    return flags.reduce(function (sum, flag) { return sum + flag; }, 0);
  }

  function tries(text, near) {
    var made = [], most = Math.max.apply(null, near.map(function (one) { return one.words.length; }).concat(0));
    if (!near.length || near.some(function (one) { return !one.words.length; })) return [];
    for (var rank = 0; rank < most; rank++) {
      var tried = near.slice().sort(function (a, b) { return b.term.start - a.term.start; }).reduce(function (whole, one) {
        return whole.slice(0, one.term.start) + one.words[Math.min(rank, one.words.length - 1)] + whole.slice(one.term.end);
      }, text).trim();
      if (!made.includes(tried)) made.push(tried);
    }
    return made;
  }

  /** Promises what to say of words that the archive does not know, and the query with the nearest ones in their place. */
  async function unknownWords(parsed, unknown, source, say) {
    var typed = unknown.filter(function (term) { return term.start >= 0; });
    var near = await Promise.all(typed.map(async function (term) {
      return { term: term, words: await K.suggestionsFor(term, source) };
    }));
    var suggested = tries(parsed.text, near), said = new Set();
    var whole = Array.from(new Set(unknown.filter(function (term) { return !term.prefix; }).map(function (term) { return term.text; })));
    if (whole.length === 1) said.add(say("none-unknown", { word: whole[0] }));
    if (whole.length > 1) {
      said.add(say("none-unknown-more", { words: whole.map(function (word) { return "”" + word + "”"; }).join(", ") }));
    }
    unknown.forEach(function (term) { if (term.prefix) said.add(say("none-prefix", { word: term.text })); });
    whole.forEach(function (word) {
      var key = KEY.exec(word);
      if (key) said.add(say("no-such-key", { key: key[1] }));
    });
    said.add(suggested.length ? C.meantWords(suggested, say) : say("other-word"));
    return { message: Array.from(said).join(" "), suggestions: suggested };
  }

  /** Why nothing was found, by what helps most: filters, what is left out, a phrase, words apart. */
  function whyNot(needed, after, say) {
    if (countOf(after.found)) return say("none-filtered", { count: countOf(after.found) });
    if (countOf(after.phrased)) return say("none-without", { count: countOf(after.phrased) });
    if (countOf(after.worded)) return say("none-phrase");
    var counts = needed.map(function (group) { return "”" + group.term.text + "” " + group.count; });
    return say("none-together", { counts: counts.join(", ") });
  }

  /** Why nothing is left where there were only words to leave out, or none. */
  function whyNone(chosen, say) {
    return chosen ? say("none-left", { count: chosen }) : say("none");
  }

  /** Sorts the hits by date, newest or oldest first; those without a date stand last. */
  function byDate(hits, dates, newest) {
    return hits.sort(function (a, b) {
      var one = dates.of[a.number], other = dates.of[b.number];
      if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1) || L.better(a, b);
      return (newest ? other - one : one - other) || L.better(a, b);
    });
  }

  function numbersKept(kept) {
    var made = [];
    kept.forEach(function (flag, number) { if (flag) made.push({ number: number, score: 0 }); });
    return made;
  }

  /** Promises for each phrase 256 + the bits of its sections by document, 0 where it does not stand. */
  async function phrasesIn(phrases, alive, source) {
    var forms = Array.from(new Set(flat(phrases.map(function (phrase) { return phrase.words; }))));
    if (!phrases.length || !countOf(alive)) return phrases.map(function () { return new Uint16Array(alive.length); });
    var places = await source.positions(forms, W.fold);
    return phrases.map(function (phrase) { return F.phraseDocuments(phrase, places, alive); });
  }

  /** Promises the documents with a key of every wanted group (worded), of these with the phrases (phrased), and of these without
      what is to be left out (found), as flags. sections: by document the bits of those in which every word and phrase stands; all
      its own where none is looked for. */
  async function documentsOf(needed, unwanted, phrases, source, own) {
    var size = source.size, worded = inAll(needed, size), at;
    var sections = needed.length ? new Uint8Array(size).fill(255) : Uint8Array.from(own);
    needed.forEach(function (group) { for (at = 0; at < size; at++) sections[at] &= group.masks[at]; });
    var phrased = worded.slice(), found, stands = await phrasesIn(phrases, worded, source);
    phrases.forEach(function (phrase, number) {
      if (phrase.without) return;
      for (at = 0; at < size; at++) {
        if (!stands[number][at]) phrased[at] = 0;
        else sections[at] &= stands[number][at];
      }
    });
    found = phrased.slice();
    unwanted.forEach(function (group) { for (at = 0; at < size; at++) if (group.held[at]) found[at] = 0; });
    phrases.forEach(function (phrase, number) {
      if (phrase.without) for (at = 0; at < size; at++) if (stands[number][at]) found[at] = 0;
    });
    return { worded: worded, phrased: phrased, found: found, sections: sections };
  }

  /** One search over one source. */
  async function run(lunr, source, text, filters, order) {
    var root = source.root, say = messages(root), parsed = W.parse(text, root.examples);
    var results = {
      query: text, count: 0, hits: [], message: "", unreadable: false, suggestions: [], facets: {},
      source: source, needed: [], groups: [], phrases: [], bits: null,
    };
    if (parsed.message) return Object.assign(results, { message: say(parsed.message[0], parsed.message[1]), unreadable: true });
    var narrowing = C.narrowing(filters, parsed.choices, root, say);
    if (narrowing.message) return Object.assign(results, narrowing);
    if (!parsed.seeks && !narrowing.narrows) {
      return Object.assign(results, { message: say(parsed.leavesOut ? "only-without" : "empty"), unreadable: parsed.leavesOut });
    }
    results.bits = narrowing.bits;
    var dates = order === "relevans" && parsed.seeks ? null : source.dates();
    var places = source.needPlaces(flat(parsed.phrases.map(function (phrase) { return phrase.words; })).map(W.fold)); // on their way while the words are looked up
    [dates, places].forEach(function (one) { if (one) one.catch(function () {}); }); // told where they are awaited
    var terms = Promise.all(parsed.terms.map(function (term) { return K.groupsOf(term, source); }));
    results.phrases = parsed.phrases.filter(function (phrase) { return !phrase.without; });
    var ofPhrases = flat(await Promise.all(results.phrases.map(function (phrase) { return K.groupsOfPhrase(phrase, source); })));
    terms = await terms;
    function groupsFor(fits) {
      return flat(terms.filter(function (_, number) { return fits(parsed.terms[number]); }));
    }
    var wanted = groupsFor(function (term) { return !term.without && !term.series; }), needed = wanted.concat(ofPhrases);
    var unwanted = groupsFor(function (term) { return term.without; });
    var series = groupsFor(function (term) { return term.series; }).filter(function (group) { return group.keys.size; });
    var unknown = needed.filter(function (group) { return !group.keys.size; }).map(function (group) { return group.term; });
    if (unknown.length) return Object.assign(results, await unknownWords(parsed, unknown, source, say));
    needed.concat(series, unwanted).forEach(function (group) { K.weigh(group, source); });
    var columns = source.columns();
    var after = await documentsOf(needed, unwanted, parsed.phrases, source, columns.sections);
    var left = C.narrow(after.found, narrowing.rules, columns, after.sections, root);
    results.facets = left.facets;
    if (!countOf(left.kept)) {
      return Object.assign(results, { message: parsed.seeks
        ? whyNot(needed, after, say)
        : whyNone(countOf(C.narrow(after.worded, narrowing.rules, columns, columns.sections, root).kept), say) });
    }
    results.hits = parsed.seeks ? L.scored(lunr, needed.concat(series), left.kept, columns) : numbersKept(left.kept);
    if (dates) byDate(results.hits, await dates, order !== "aldst");
    return Object.assign(results, { count: results.hits.length, needed: needed, groups: wanted });
  }

  // --- the engine -------------------------------------------------------------------------------------------------

  /** Without spaces around, by what Python holds for spaces. */
  function stripped(value) {
    return String(value).replace(/^(?:[^\S\ufeff]|[\x1c-\x1f\x85])+|(?:[^\S\ufeff]|[\x1c-\x1f\x85])+$/g, "");
  }

  function lists(filters) {
    var made = {};
    C.KEYS.forEach(function (key) {
      made[key] = [].concat((filters || {})[key] || []).map(stripped).filter(Boolean);
    });
    return made;
  }

  /** Promises an engine over lunr and fetchJson(path, {again}), which promises a file's value and rejects with error.status. */
  async function open(lunr, fetchJson) {
    var source = new S.Source(await fetchJson(ROOT, { again: false }), fetchJson), renewed = null;
    var engine = { root: source.root, search: search, show: show, every: every, marks: marks, titles: titles };

    /** The root fetched anew: a slice that is gone was replaced, with the root that names it. */
    function renew(stale) {
      if (source !== stale) return Promise.resolve(source);
      if (!renewed) {
        renewed = Promise.resolve(fetchJson(ROOT, { again: true })).then(function (root) {
          source = new S.Source(root, fetchJson);
          engine.root = root;
          return source;
        });
        renewed.then(function () { renewed = null; }, function () { renewed = null; });
      }
      return renewed;
    }

    /** Promises all hits in order, with how many there are, facets, or a message that tells why there are none. */
    async function search(text, filters, order) {
      var asked = lists(filters), now = source;
      order = order === "nyast" || order === "aldst" ? order : "relevans";
      try {
        return await run(lunr, now, String(text), asked, order);
      } catch (error) {
        if (!error || error.status !== 404) throw error;
        return run(lunr, await renew(now), String(text), asked, order);
      }
    }

    /** The text of a hit. Where it is gone, so is the archive that was searched: the next search is of the new one. */
    async function textOf(hit, results) {
      try {
        return await results.source.text(hit.number);
      } catch (error) {
        if (error && error.status === 404) await renew(results.source);
        throw error;
      }
    }

    async function shown(hit, results, passages) {
      var row = await textOf(hit, results), sections = Object.keys(results.source.root.sections);
      var excerpts = passages(row, results.groups, results.phrases, sections, results.bits);
      return { id: row.id, url: row.url, score: hit.score, row: row, excerpts: excerpts, forms: X.formsOf(excerpts) };
    }

    /** Promises a hit to show, with its best passages. */
    function show(hit, results) {
      return shown(hit, results, X.bestPassages);
    }

    /** Promises a hit with every passage that has a mark. */
    function every(hit, results) {
      return shown(hit, results, X.everyPassage);
    }

    /** The spans to mark in a heading of the hit with this row. */
    function marks(text, row, results) {
      return X.marksIn(text, results.groups, results.phrases, row.parts, new Map(), new Map());
    }

    /** Promises the titles of cases, by id. */
    function titles(ids) {
      return source.titles(ids);
    }

    return engine;
  }

  return { open: open };
});
