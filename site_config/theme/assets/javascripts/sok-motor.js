/*
 * The search engine of the archive, browser half: the same steps over the same data files as generator/search/query.py,
 * so that both give the same answers. Nothing here touches the page; sok.js does. In a page the engine is
 * window.MotionSearch, in Node it is the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory();
  else root.MotionSearch = factory();
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  // The numbers below stand in generator/search/{keys,language,expand,excerpts}.py too; a test compares the answers.
  var EXACT = "=", PART = "~", WORD_LIMIT = 80, QUERY_LIMIT = 32, PREFIX_MINIMUM = 2, STEM_MINIMUM = 3, SUGGESTIONS = 3;
  var EXACT_BOOST = 4, UNDOTTED_BOOST = 3, LEMMA_BOOST = 2, FAR_BOOST = 1, PART_BOOST = 0.5, PHRASE_WEIGHT = 8, BEST = 3;
  var FILTERS = ["instans", "motion", "ar", "hallning"];
  var QUOTES = "\"”“„«»";
  var WORD = /[\p{L}\p{N}]+(?:[-/:.’'][\p{L}\p{N}]+)*/gu;
  var RUN = /[^\s"”“„«»]+/uy;
  var FILTER = /(instans|motion|ar|år|hallning|hållning):/iuy;
  var PLAIN_LETTERS = { "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d" };

  // --- words ------------------------------------------------------------------------------------------------------

  function plain(word) {
    return word.normalize("NFC").toLowerCase();
  }

  function fold(text) {
    return text.toLowerCase().replace(/[ßæøđłþð]/g, function (letter) { return PLAIN_LETTERS[letter]; })
      .normalize("NFKD").replace(/\p{Mn}/gu, "");
  }

  function slug(text) {
    return (fold(text).match(/[a-z0-9]+/g) || ["namnlos"]).join("-");
  }

  function words(text) {
    var made = [], found;
    WORD.lastIndex = 0;
    while ((found = WORD.exec(text))) made.push({ text: found[0], start: found.index, end: found.index + found[0].length });
    return made;
  }

  function piecesOf(form) {
    return form.split(/[-/:.’']/).filter(Boolean);
  }

  function simpleWords(text) {
    var made = [];
    words(text).forEach(function (word) {
      var at = word.start;
      piecesOf(word.text).forEach(function (piece) {
        var start = text.indexOf(piece, at);
        at = start + piece.length;
        made.push({ word: plain(piece), start: start, end: at });
      });
    });
    return made;
  }

  function hasDigit(form) {
    return /[0-9]/.test(form);
  }

  function numberKey(form) {
    return piecesOf(fold(form)).map(function (piece) { return piece.replace(/^0+(?=[0-9])/, ""); }).join("/");
  }

  function squeezed(text) {
    return text.split(/\s+/u).filter(Boolean).join(" ");
  }

  function sorted(list) {
    return list.slice().sort(function (a, b) { return a < b ? -1 : a > b ? 1 : 0; });
  }

  // --- the query language -----------------------------------------------------------------------------------------

  function phraseOf(text, without) {
    var found = simpleWords(text), gaps = [];
    for (var i = 0; i + 1 < found.length; i++) gaps.push(squeezed(text.slice(found[i].end, found[i + 1].start)));
    return { words: found.map(function (one) { return one.word; }), gaps: gaps, without: without };
  }

  /** The words of a run without spaces; null where a star stands in the wrong place. */
  function termsOf(run, offset, without) {
    if (/\*+[^\n]/u.test(run.replace(/[*,.;:!?]+$/, ""))) return null;
    var made = words(run).map(function (word) {
      return { text: word.text, start: offset + word.start, end: offset + word.end, prefix: false, without: without };
    });
    if (!made.length) return run.includes("*") ? null : [];
    var last = made[made.length - 1];
    if (run[last.end - offset] === "*") {
      if (Array.from(last.text).length < PREFIX_MINIMUM) return null;
      last.end += 1;
      last.prefix = true;
    } else if (run.includes("*")) {
      return null;
    }
    return made;
  }

  /** The query as a value, or {message: [code, words]} where it cannot be read. */
  function parse(typed, examples) {
    var text = typed.normalize("NFC").replace(/[\x00-\x1f\x7f-\x9f\ufeff]/g, " ");
    var query = { text: text, terms: [], phrases: [], choices: [] }, at = 0;
    while (at < text.length) {
      if (/\s/u.test(text[at])) { at += 1; continue; }
      var without = text[at] === "-" && at + 1 < text.length && !/\s/u.test(text[at + 1]);
      if (without) at += 1;
      FILTER.lastIndex = at;
      var named = FILTER.exec(text), piece, start, quoted = false;
      if (named) at = FILTER.lastIndex;
      if (at < text.length && QUOTES.includes(text[at])) {
        var close = at + 1;
        while (close < text.length && !QUOTES.includes(text[close])) close += 1;
        if (close >= text.length) return { message: ["quote", {}] };
        start = at + 1; piece = text.slice(start, close); quoted = true; at = close + 1;
      } else {
        RUN.lastIndex = at;
        var run = RUN.exec(text);
        start = at; piece = run ? run[0] : ""; at += piece.length;
      }
      if (named) {
        var key = fold(named[1]);
        if (!piece.trim()) return { message: ["filter", { key: key, example: examples[key] }] };
        query.choices.push({ key: key, value: piece.trim(), without: without });
      } else if (quoted) {
        var phrase = phraseOf(piece, without);
        if (phrase.words.length) query.phrases.push(phrase);
      } else {
        var made = termsOf(piece, start, without);
        if (made === null) return { message: ["star", {}] };
        query.terms = query.terms.concat(made);
      }
    }
    var size = query.terms.length + query.choices.length;
    query.phrases.forEach(function (one) { size += one.words.length; });
    query.seeks = query.terms.concat(query.phrases).some(function (part) { return !part.without; });
    if (size > QUERY_LIMIT) return { message: ["long", { limit: QUERY_LIMIT }] };
    if (query.terms.length + query.phrases.length && !query.seeks) return { message: ["only-without", {}] };
    return query;
  }

  // --- from a word to keys ----------------------------------------------------------------------------------------

  function Vocabulary(data) {
    var self = this;
    this.forms = new Map(Object.entries(data.forms));
    this.endings = data.endings;
    this.lemmas = new Set();
    this.parts = new Set();
    this.forms.forEach(function (entries) {
      entries.forEach(function (entry) {
        if (entry[1]) self.lemmas.add(entry[1]);
        entry.slice(2).forEach(function (part) { self.parts.add(part); });
      });
    });
  }

  function add(made, key, boost) {
    made.set(key, Math.max(boost, made.get(key) || 0));
  }

  function addLemma(made, lemma, boost, vocabulary) {
    if (vocabulary.lemmas.has(lemma)) add(made, lemma, boost);
    if (vocabulary.parts.has(lemma)) add(made, PART + lemma, PART_BOOST);
  }

  function reduced(form, folded, vocabulary) {
    if (Array.from(folded).length > WORD_LIMIT) return [];
    function known(lemma) { return vocabulary.lemmas.has(lemma) || vocabulary.parts.has(lemma); }
    var start = hasDigit(form) ? numberKey(form) : folded;
    if (known(start)) return [start];
    if (hasDigit(form)) return [];
    var made = [], length = 0;
    for (var i = 0; i < vocabulary.endings.length; i++) {
      var ending = vocabulary.endings[i][0];
      if (made.length && ending.length > length) break;
      if (!folded.endsWith(ending) || Array.from(folded).length - ending.length < STEM_MINIMUM) continue;
      var lemma = folded.slice(0, folded.length - ending.length) + vocabulary.endings[i][1];
      if (known(lemma) && !made.includes(lemma)) { made.push(lemma); length = ending.length; }
    }
    return made;
  }

  function alternatives(word, vocabulary) {
    var form = plain(word), folded = fold(form), entries = vocabulary.forms.get(folded) || [], made = new Map();
    var same = entries.filter(function (entry) { return entry[0] === form; });
    var others = same.length && form !== folded ? [] : entries.filter(function (entry) { return entry[0] !== form; });
    same.forEach(function (entry) {
      add(made, EXACT + entry[0], EXACT_BOOST);
      addLemma(made, entry[1], LEMMA_BOOST, vocabulary);
    });
    others.forEach(function (entry) {
      add(made, EXACT + entry[0], same.length ? FAR_BOOST : UNDOTTED_BOOST);
      addLemma(made, entry[1], same.length ? FAR_BOOST : LEMMA_BOOST, vocabulary);
    });
    if (!made.size) reduced(form, folded, vocabulary).forEach(function (lemma) { addLemma(made, lemma, LEMMA_BOOST, vocabulary); });
    return made;
  }

  function byPrefix(form, vocabulary) {
    var folded = fold(form), found = [], made = new Map();
    vocabulary.forms.forEach(function (entries, key) {
      if (key.startsWith(folded)) entries.forEach(function (entry) { found.push(entry[0]); });
    });
    if (form !== folded) {
      var dotted = found.filter(function (known) { return known.startsWith(form); });
      if (dotted.length) found = dotted;
    }
    sorted(found).forEach(function (known) { made.set(EXACT + known, known === form ? EXACT_BOOST : LEMMA_BOOST); });
    return made;
  }

  function groupsOf(term, vocabulary) {
    if (term.prefix) return [{ term: term, keys: byPrefix(plain(term.text), vocabulary) }];
    var found = alternatives(term.text, vocabulary), pieces = piecesOf(plain(term.text));
    if (found.size || pieces.length < 2) {
      if (term.without) found.forEach(function (_, key) { if (key.startsWith(PART)) found.delete(key); });
      return [{ term: term, keys: found }];
    }
    var byPiece = pieces.map(function (piece) { return alternatives(piece, vocabulary); });
    if (term.without || byPiece.some(function (keys) { return !keys.size; })) return [{ term: term, keys: new Map() }];
    return byPiece.map(function (keys) { return { term: term, keys: keys }; });
  }

  function distance(left, right, most) {
    var older, before = [], row = [];
    left = Array.from(left); right = Array.from(right);
    for (var k = 0; k <= right.length; k++) row.push(k);
    for (var i = 1; i <= left.length; i++) {
      older = before; before = row; row = [i];
      for (var j = 1; j <= right.length; j++) {
        var cost = Math.min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
        row.push(cost);
      }
      if (Math.min.apply(null, row) > most) return most + 1;
    }
    return Math.min(row[row.length - 1], most + 1);
  }

  function suggestionsFor(term, vocabulary, count) {
    var wanted = fold(plain(term.text)), size = Array.from(wanted).length, near = [];
    var most = size < STEM_MINIMUM || size > WORD_LIMIT ? 0 : size < 5 ? 1 : 2;
    if (!most) return [];
    vocabulary.forms.forEach(function (entries, folded) {
      var other = Array.from(folded).length;
      if (Math.abs(other - size) > most || hasDigit(folded) || other < STEM_MINIMUM) return;
      var edits = distance(wanted, folded, most);
      if (edits > most) return;
      var best = entries.map(function (entry) { return { edits: edits, count: count(EXACT + entry[0]), form: entry[0] }; })
        .sort(nearer)[0];
      near.push(best);
    });
    function nearer(a, b) {
      return a.edits - b.edits || b.count - a.count || (a.form < b.form ? -1 : a.form > b.form ? 1 : 0);
    }
    return near.sort(nearer).slice(0, SUGGESTIONS).map(function (one) { return one.form; });
  }

  // --- excerpts ---------------------------------------------------------------------------------------------------

  function phraseSpans(text, phrase) {
    var found = simpleWords(text), size = phrase.words.length, spans = [];
    for (var at = 0; at + size <= found.length; at++) {
      var same = phrase.words.every(function (word, i) { return found[at + i].word === word; }) &&
        phrase.gaps.every(function (gap, i) {
          var between = text.slice(found[at + i].end, found[at + i + 1].start);
          return squeezed(between) === gap || !/[.!?;]/.test(between);
        });
      if (same) spans.push([found[at].start, found[at + size - 1].end]);
    }
    return spans;
  }

  function weights(form, groups, vocabulary) {
    var keys = [EXACT + form], made = new Map();
    (vocabulary.forms.get(fold(form)) || []).forEach(function (entry) {
      if (entry[0] !== form) return;
      keys.push(entry[1]);
      entry.slice(2).forEach(function (part) { keys.push(PART + part); });
    });
    groups.forEach(function (group, number) {
      var weight = Math.max.apply(null, keys.map(function (key) { return group.keys.get(key) || 0; }));
      if (weight) made.set(number, weight);
    });
    return made;
  }

  function note(found, best) {
    found.forEach(function (weight, number) { best.set(number, Math.max(weight, best.get(number) || 0)); });
  }

  /** The spans of a text that answer to the query; the weight of each part of the query is noted in best. */
  function marksIn(text, groups, phrases, vocabulary, best) {
    var spans = [];
    phrases.forEach(function (phrase, number) {
      var found = phraseSpans(text, phrase);
      if (found.length) { best.set(-1 - number, PHRASE_WEIGHT); spans = spans.concat(found); }
    });
    words(text).forEach(function (word) {
      var whole = weights(plain(word.text), groups, vocabulary);
      if (whole.size) { note(whole, best); spans.push([word.start, word.end]); return; }
      var pieces = simpleWords(word.text);
      if (pieces.length > 1) pieces.forEach(function (piece) {
        var found = weights(piece.word, groups, vocabulary);
        if (found.size) { note(found, best); spans.push([word.start + piece.start, word.start + piece.end]); }
      });
    });
    return merged(spans);
  }

  function merged(spans) {
    var made = [];
    spans.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).forEach(function (span) {
      var last = made[made.length - 1];
      if (last && span[0] <= last[1]) last[1] = Math.max(span[1], last[1]);
      else made.push([span[0], span[1]]);
    });
    return made;
  }

  function bestPassages(passages, groups, phrases, vocabulary) {
    var ranked = [];
    passages.forEach(function (passage, order) {
      var best = new Map(), marks = marksIn(passage[1], groups, phrases, vocabulary, best), weight = 0;
      if (!best.size) return;
      Array.from(best.keys()).sort(function (a, b) { return a - b; }).forEach(function (number) { weight += best.get(number); });
      ranked.push({ parts: best.size, weight: weight, order: order, excerpt: { id: passage[0], text: passage[1], marks: marks } });
    });
    if (!ranked.length) return passages.slice(0, 1).map(function (one) { return { id: one[0], text: one[1], marks: [] }; });
    ranked.sort(function (a, b) {
      return b.parts - a.parts || b.weight - a.weight || b.excerpt.marks.length - a.excerpt.marks.length || a.order - b.order;
    });
    return ranked.slice(0, BEST).map(function (one) { return one.excerpt; });
  }

  // --- narrowing --------------------------------------------------------------------------------------------------

  function stancesNamed(value, known) {
    var wanted = fold(value.trim());
    if (Object.prototype.hasOwnProperty.call(known, wanted)) return [wanted];
    return Object.keys(known).filter(function (stance) { return wanted && fold(known[stance]).startsWith(wanted); });
  }

  function isNamed(ids, value, known) {
    var wanted = slug(value);
    if (known.includes(wanted)) return ids.includes(wanted);
    return ids.some(function (one) { return ("-" + one).includes("-" + wanted); });
  }

  function bodiesOf(row, listing) {
    return row.bodies.length ? row.bodies : row.what === "svar" ? [listing.unknown_body] : [];
  }

  function passes(row, choice, listing) {
    if (choice.key === "instans") {
      return isNamed(bodiesOf(row, listing), choice.value, Object.keys(listing.bodies).concat(listing.unknown_body));
    }
    if (choice.key === "motion") return isNamed([row.motion], choice.value, Object.keys(listing.motions));
    if (choice.key === "ar") return row.year === choice.value.trim();
    return row.stance !== null && stancesNamed(choice.value, listing.stances).includes(row.stance);
  }

  function chosen(row, filters, choices, listing) {
    return FILTERS.every(function (key) {
      var value = (filters[key] || "").trim();
      if (value && !passes(row, { key: key, value: value }, listing)) return false;
      var mine = choices.filter(function (choice) { return choice.key === key; });
      var wanted = mine.filter(function (choice) { return !choice.without; });
      if (wanted.length && !wanted.some(function (choice) { return passes(row, choice, listing); })) return false;
      return !mine.some(function (choice) { return choice.without && passes(row, choice, listing); });
    });
  }

  /** For each filter, how many of the documents each value would leave, the other filters being as they are. */
  function facetsOf(rows, filters, choices, listing) {
    var made = {};
    FILTERS.forEach(function (key) {
      var others = Object.assign({}, filters), counts = new Map();
      others[key] = "";
      rows.forEach(function (row) {
        if (!chosen(row, others, choices, listing)) return;
        var values = key === "instans" ? bodiesOf(row, listing) : [{ motion: row.motion, ar: row.year, hallning: row.stance }[key]];
        values.forEach(function (value) { if (value) counts.set(value, (counts.get(value) || 0) + 1); });
      });
      made[key] = Array.from(counts, function (pair) { return { value: pair[0], count: pair[1] }; });
    });
    return made;
  }

  // --- the engine -------------------------------------------------------------------------------------------------

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

  return { create: create, parse: parse, fold: fold, words: words, distance: distance };
});
