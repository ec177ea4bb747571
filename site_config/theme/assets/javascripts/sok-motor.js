/*
 * The search engine, browser half, last part: the engine itself, which takes the same steps as generator/search/query.py.
 * Nothing here touches the page; sok.js does. In a page the engine is window.MotionSearch, in Node it is the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory(require("./sok-ord.js"), require("./sok-urval.js"));
  else root.MotionSearch = factory(root.MotionWords, root.MotionExcerpts);
})(typeof self === "undefined" ? this : self, function (W, X) {
  "use strict";

  var EXACT = W.EXACT, EXACT_BOOST = W.EXACT_BOOST, sorted = W.sorted, parse = W.parse, Vocabulary = W.Vocabulary;
  var groupsOf = W.groupsOf, suggestionsFor = W.suggestionsFor;
  var FILTERS = X.FILTERS, phraseSpans = X.phraseSpans, marksIn = X.marksIn, bestPassages = X.bestPassages;
  var chosen = X.chosen, facetsOf = X.facetsOf;

  /** An engine over lunr and the three data files; texts(id) promises the passages of a document. */
  function create(lunr, index, forms, listing, texts) {
    var postings = new Map(index.invertedIndex), vectors = new Map(index.fieldVectors), vocabulary = new Vocabulary(forms);
    var documents = new Map(listing.documents.map(function (row) { return [row.id, row]; }));

    function say(code, filling) {
      return Object.keys(filling || {}).reduce(function (text, name) {
        return text.split("{" + name + "}").join(String(filling[name]));
      }, listing.messages[code]);
    }

    function count(key) {
      var posting = postings.get(key), held = new Set();
      if (posting) index.fields.forEach(function (name) { Object.keys(posting[name]).forEach(function (id) { held.add(id); }); });
      return held.size;
    }

    function position(elements, number) {
      var low = 0, high = Math.floor(elements.length / 2) - 1;
      while (low < high) {
        var middle = Math.floor((low + high) / 2);
        if (elements[middle * 2] < number) low = middle + 1;
        else high = middle;
      }
      return low * 2;
    }

    /** A lunr index of only these keys; lunr scores with it exactly as with the whole. */
    function cut(keys) {
      var kept = sorted(keys).map(function (key) { return [key, postings.get(key)]; }), numbers = new Map();
      kept.forEach(function (pair) {
        index.fields.forEach(function (name) {
          Object.keys(pair[1][name]).forEach(function (id) {
            var reference = name + "/" + id;
            if (!numbers.has(reference)) numbers.set(reference, []);
            numbers.get(reference).push(pair[1]._index);
          });
        });
      });
      var vectorsKept = Array.from(numbers, function (pair) {
        var elements = vectors.get(pair[0]), made = [];
        pair[1].sort(function (a, b) { return a - b; }).forEach(function (number) {
          made.push(number, elements[position(elements, number) + 1]);
        });
        return [pair[0], made];
      });
      return { version: index.version, fields: index.fields, fieldVectors: vectorsKept, invertedIndex: kept, pipeline: [] };
    }

    function scored(wanted, unwanted) {
      var boosts = new Map(), banned = new Set();
      wanted.forEach(function (group) {
        group.keys.forEach(function (boost, key) { boosts.set(key, (boosts.get(key) || 0) + boost); });
      });
      unwanted.forEach(function (group) { group.keys.forEach(function (_, key) { banned.add(key); }); });
      var all = new Set(Array.from(boosts.keys()).concat(Array.from(banned)).filter(function (key) { return postings.has(key); }));
      var made = [];
      lunr.Index.load(cut(Array.from(all))).query(function (query) {
        sorted(Array.from(boosts.keys())).forEach(function (key) {
          query.clause({ term: key, boost: boosts.get(key), usePipeline: false });
        });
        sorted(Array.from(banned)).forEach(function (key) {
          query.clause({ term: key, presence: lunr.Query.presence.PROHIBITED, usePipeline: false });
        });
      }).forEach(function (result) {
        var found = result.matchData.metadata;
        var whole = wanted.every(function (group) { return Array.from(group.keys.keys()).some(function (key) { return key in found; }); });
        if (whole) made.push({ id: result.ref, score: Math.floor(result.score * 1e6 + 0.5) / 1e6 });
      });
      return made.sort(function (a, b) { return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0); });
    }

    function phraseGroups(phrase) {
      return phrase.words.map(function (word) {
        var keys = new Map();
        if (postings.has(EXACT + word)) keys.set(EXACT + word, EXACT_BOOST);
        return { term: { text: word, start: -1, end: -1 }, keys: keys };
      });
    }

    async function withPhrases(hits, phrases) {
      if (!phrases.length) return hits;
      var kept = [];
      for (var at = 0; at < hits.length; at += 8) { // eight files at a time: quick, and kind to the server
        var some = hits.slice(at, at + 8);
        var found = await Promise.all(some.map(async function (hit) {
          var row = documents.get(hit.id), passages = await texts(hit.id);
          var all = [row.title].concat(row.names, row.also, passages.map(function (one) { return one[1]; }));
          return phrases.every(function (phrase) {
            return all.some(function (text) { return phraseSpans(text, phrase).length; }) !== phrase.without;
          });
        }));
        some.forEach(function (hit, i) { if (found[i]) kept.push(hit); });
      }
      return kept;
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

    function nothing(parsed, unknown, together, kept, wanted) {
      if (unknown.length) {
        var near = unknown.filter(function (term) { return term.start >= 0; }).map(function (term) {
          return { term: term, words: suggestionsFor(term, vocabulary, count) };
        });
        var suggested = tries(parsed.text, near), said = say("none-unknown", { word: unknown[0].text });
        if (suggested.length) {
          said += " " + say("meant", { words: suggested.map(function (one) { return "”" + one + "”"; }).join(" " + say("or") + " ") });
        }
        return { message: said, suggestions: suggested };
      }
      if (kept) return { message: say("none-filtered", { count: kept }), suggestions: [] };
      if (together) return { message: say("none-phrase"), suggestions: [] };
      var bare = scored(wanted, []).length;
      if (bare) return { message: say("none-without", { count: bare }), suggestions: [] };
      var counts = wanted.map(function (group) { return "”" + group.term.text + "” " + scored([group], []).length; }).join(", ");
      return { message: say("none-together", { counts: counts }), suggestions: [] };
    }

    function newest(row) {
      return row.date && /^[0-9]/.test(row.date) ? row.date : "";
    }

    /** Promises {query, count, hits: [{id, url, score}], message, suggestions, facets, mark}; all hits, best first. */
    async function search(text, filters) {
      var empty = { query: text, count: 0, hits: [], message: "", suggestions: [], facets: {}, groups: [], phrases: [] };
      var parsed = parse(text, listing.examples), rows, hits;
      filters = filters || {};
      if (parsed.message) return Object.assign(empty, { message: say(parsed.message[0], parsed.message[1]), unreadable: true });
      var narrowed = FILTERS.some(function (key) { return (filters[key] || "").trim(); });
      if (!parsed.seeks) {
        if (!parsed.choices.length && !narrowed) return Object.assign(empty, { message: say("empty") });
        rows = Array.from(documents.values()).sort(function (a, b) {
          var older = newest(a), newer = newest(b);
          return older < newer ? 1 : older > newer ? -1 : a.id < b.id ? -1 : 1;
        });
        hits = rows.filter(function (row) { return chosen(row, filters, parsed.choices, listing); })
          .map(function (row) { return { id: row.id, url: row.url, score: 0 }; });
        return Object.assign(empty, {
          count: hits.length, hits: hits, message: hits.length ? "" : say("none"),
          facets: facetsOf(rows, filters, parsed.choices, listing),
        });
      }
      function flat(lists) { return [].concat.apply([], lists); }
      function groupsFor(without) {
        return flat(parsed.terms.filter(function (term) { return term.without === without; })
          .map(function (term) { return groupsOf(term, vocabulary); }));
      }
      var wanted = groupsFor(false), unwanted = groupsFor(true);
      var phrases = parsed.phrases.filter(function (phrase) { return !phrase.without; });
      var ofPhrases = flat(phrases.map(phraseGroups));
      var unknown = wanted.concat(ofPhrases).filter(function (group) { return !group.keys.size; }).map(function (group) { return group.term; });
      var together = unknown.length ? [] : scored(wanted.concat(ofPhrases), unwanted);
      var found = await withPhrases(together, parsed.phrases);
      rows = found.map(function (hit) { return documents.get(hit.id); });
      hits = found.filter(function (hit) { return chosen(documents.get(hit.id), filters, parsed.choices, listing); })
        .map(function (hit) { return { id: hit.id, url: documents.get(hit.id).url, score: hit.score }; });
      var facets = facetsOf(rows, filters, parsed.choices, listing);
      if (!hits.length) return Object.assign(empty, nothing(parsed, unknown, together.length, found.length, wanted.concat(ofPhrases)), { facets: facets });
      return Object.assign(empty, { count: hits.length, hits: hits, facets: facets, groups: wanted, phrases: phrases });
    }

    /** Promises the best passages of a hit: [{id, text, marks}]. */
    async function passages(id, results) {
      return bestPassages(await texts(id), results.groups, results.phrases, vocabulary);
    }

    /** The spans to mark in a heading. */
    function marks(text, results) {
      return marksIn(text, results.groups, results.phrases, vocabulary, new Map());
    }

    return { search: search, passages: passages, marks: marks, document: function (id) { return documents.get(id); }, listing: listing };
  }

  return { create: create, parse: parse, fold: W.fold, words: W.words, distance: W.distance };
});
