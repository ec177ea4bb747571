/*
 * The search engine of the archive, browser half: from a word of a query to the keys that may stand for it, over the slices of the
 * index; and the nearest words to one that the archive does not have. As generator/search/{expand,nearness}.py.
 * In a page this is window.MotionKeys, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory(require("./sok-packat.js"), require("./sok-ord.js"));
  else root.MotionKeys = factory(root.MotionPacked, root.MotionWords);
})(typeof self === "undefined" ? this : self, function (P, W) {
  "use strict";

  // The numbers below stand in generator/search/expand.py too; a test compares the answers.
  var EXACT = 900, LEMMA = 30, FAR = 5, PART = 1; // how near a key is to what was typed
  var RARE = 10; // times as many documents with other dots before that form is looked for too
  var IDF_LEAST = 0.01, STEM_MINIMUM = 3, SUGGESTIONS = 3, ORIGINAL_LIMIT = 4, SHORTEST = 3, SHORT = 5;

  // "KS2018/233" where the archive writes the series apart, or not at all.
  var SERIES = /^[a-zåäö]{1,5}[-/:.]?(?=[0-9]+[-/:.][0-9])/;

  /** Text letters, not code units: what Python counts. */
  function length(text) {
    return Array.from(text).length;
  }

  function rounded(value) {
    return Math.floor(value * 1e6 + 0.5) / 1e6;
  }

  /** lunr's weight of a key that stands in so many fields of the archive's documents. */
  function idf(held, size) {
    return Math.log(1 + Math.abs((size - held + 0.5) / (held + 0.5)));
  }

  function fieldsHeld(posting) {
    return posting.documents.reduce(function (sum, documents) { return sum + documents.length; }, 0);
  }

  /** How many documents hold a form or a spelling in any field. */
  function documentsHeld(one) {
    var held = new Set();
    P.postingOf(one).documents.forEach(function (documents) { documents.forEach(function (document) { held.add(document); }); });
    return held.size;
  }

  /** What a document must hold one of: keys with their level and what they are made of. Without keys: an unknown word. */
  function Group(term) {
    this.term = term;
    this.keys = new Map(); // key → {key, level, made: [form, spelling or part of an entry]}
    this.forms = new Map(); // form → level, of the words to mark
    this.parts = new Map(); // part → level
    this.start = ""; // what words to mark begin with
  }

  Group.prototype.add = function (key, level, made) {
    var held = this.keys.get(key);
    if (!made.length) return;
    if (!held) this.keys.set(key, { key: key, level: level, made: made });
    else if (held.level < level) held.level = level;
  };

  function raise(map, name, level) {
    if (!(map.get(name) >= level)) map.set(name, level);
  }

  Group.prototype.addForm = function (one, level) {
    this.add("=" + one.form, level, [one]);
    raise(this.forms, one.form, level);
  };

  /** Adds the key that all inflections of a word share, and the key of the word as a part of others. */
  Group.prototype.addLemma = async function (lemma, level, source) {
    if (!lemma) return; // a sign whose letters are all marks has none
    await source.need([lemma]);
    var entry = source.entry(lemma), self = this, made;
    if (!entry) return;
    if (entry.lemmas.length) {
      await source.need(entry.lemmas.map(W.fold));
      made = entry.lemmas.map(function (form) {
        return source.entry(W.fold(form)).forms.find(function (one) { return one.form === form; });
      });
      this.add(lemma, level, made);
      made.forEach(function (one) { raise(self.forms, one.form, level); });
    }
    if (entry.part) {
      this.add("~" + lemma, PART, [entry.part]);
      raise(this.parts, lemma, PART);
    }
  };

  /** Whether a word as typed may be one of the archive's with the same letters: dots may have been left out; added are letters
      whose dots a plural may have put on (böck-er from bok). Never is ä an å. */
  function mayBe(typed, word, added) {
    var letters = Array.from(typed), others = Array.from(word);
    return letters.length !== others.length || letters.every(function (one, at) {
      return one === others[at] || one === W.fold(others[at]) || added.includes(one) && W.fold(one) === others[at];
    });
  }

  /** The base forms with these letters: the one with the dots that were typed, else all that may take such dots. */
  function speltAs(letters, typed, source, added) {
    var found = source.spelt(letters);
    return found.includes(typed) ? [typed] : found.filter(function (base) { return mayBe(typed, base, added); });
  }

  /** The lemmas that an unknown form may have: itself, or what is left when an ending is taken off or replaced. */
  async function reduced(form, folded, source) {
    var made = [], taken = 0, size = length(folded), digits = W.hasDigit(form), start, tries;
    if (size > W.WORD_LIMIT) return [];
    start = digits ? W.numberKey(form) : folded;
    tries = digits ? [] : source.root.endings.filter(function (rule) {
      return folded.endsWith(rule[0]) && size - rule[0].length >= STEM_MINIMUM;
    }).map(function (rule) {
      function instead(word) { return word.slice(0, word.length - rule[0].length) + rule[1]; }
      return { taken: rule[0].length, letters: instead(folded), typed: instead(form) };
    });
    await source.need([start].concat(tries.map(function (one) { return one.letters; })));
    made = speltAs(start, digits ? start : form, source, "");
    if (made.length) return made;
    tries.forEach(function (one) { // the endings come shortest first
      if (made.length && one.taken > taken) return;
      taken = one.taken;
      speltAs(one.letters, one.typed, source, "äö").forEach(function (lemma) { if (!made.includes(lemma)) made.push(lemma); });
    });
    return made;
  }

  /** The forms and restored spellings of an entry; a short spelling only where no form is spelt so. */
  function knownOf(entry) {
    return entry.forms.concat(entry.originals.filter(function (one) {
      return length(one.form) >= ORIGINAL_LIMIT || !entry.forms.some(function (form) { return form.form === one.form; });
    }));
  }

  async function alternatives(term, word, source) {
    var form = W.plain(word), folded = W.fold(form), group = new Group(term), lemmas = [];
    await source.need([folded]);
    var entry = source.entry(folded), known = entry ? knownOf(entry) : [];
    var own = entry && entry.forms.find(function (one) { return one.form === form; });
    var unseen = entry ? entry.unseen.filter(function (one) { return one.form === form; }) : [];
    // What is a word of the archive as typed, if only in other inflections, stands for no other word.
    var isWord = own || unseen.length || source.spelt(folded).includes(form);
    known.forEach(function (one) {
      var same = one.form === form, level = same || !own ? EXACT : FAR;
      if (!same && (isWord && (form !== folded || !own) || !mayBe(form, one.form, ""))) return;
      if (level === FAR && documentsHeld(one) < RARE * documentsHeld(own)) return;
      if (one.replaced) group.add("!" + one.form, level, [one]);
      else group.addForm(one, level);
      lemmas.push([one.lemma, level === EXACT ? LEMMA : FAR]);
    });
    unseen.forEach(function (one) { lemmas.push([one.lemma, LEMMA]); });
    if (!own && !unseen.length && !W.hasDigit(form)) {
      speltAs(folded, form, source, "").forEach(function (lemma) { lemmas.push([lemma, LEMMA]); });
    }
    if (!group.keys.size && !lemmas.length) {
      (await reduced(form, folded, source)).forEach(function (lemma) { lemmas.push([lemma, LEMMA]); });
    }
    await Promise.all(lemmas.map(function (one) { return group.addLemma(one[0], one[1], source); }));
    return group;
  }

  async function byPrefix(term, source) {
    var form = W.plain(term.text), folded = W.fold(form), group = new Group(term), found = [];
    (await source.range(folded)).forEach(function (entry) { entry.forms.forEach(function (one) { found.push(one); }); });
    var dotted = found.filter(function (one) { return one.form.startsWith(form); });
    if (form !== folded && dotted.length) found = dotted;
    group.add("^" + form, LEMMA, found);
    found.forEach(function (one) { if (one.form === form) group.addForm(one, EXACT); });
    group.start = dotted.length === found.length ? form : folded;
    return group;
  }

  /** Promises what a document must hold for a term: one group as a rule, one for each piece of an unknown compound such as
      "KS-2019-1899", and a group without keys for a word that the archive does not know. */
  async function groupsOf(term, source) {
    if (term.prefix) return [await byPrefix(term, source)];
    var form = W.plain(term.text), found = await alternatives(term, form, source), pieces = W.piecesOf(form);
    if (!found.keys.size) found = await alternatives(term, form.replace(SERIES, ""), source);
    if (found.keys.size || pieces.length < 2) {
      if (term.without) found.keys.forEach(function (_, key) { if (key[0] === "~") found.keys.delete(key); });
      return [found];
    }
    if (term.without) return [found];
    var byPiece = await Promise.all(pieces.map(function (piece) { return alternatives(term, piece, source); }));
    return byPiece.some(function (group) { return !group.keys.size; }) ? [found] : byPiece;
  }

  /** Promises the groups of a phrase: every word of it must stand in the document exactly as written. */
  async function groupsOfPhrase(phrase, source) {
    await source.need(phrase.words.map(W.fold));
    return phrase.words.map(function (word) {
      var group = new Group({ text: word, start: -1, end: -1 }), entry = source.entry(W.fold(word));
      if (entry) entry.forms.forEach(function (one) { if (one.form === word) group.addForm(one, EXACT); });
      return group;
    });
  }

  /** Weighs a group, when all of it is fetched: each key's posting and boost, and held and masks by document. */
  function weigh(group, source) {
    var size = source.size, union = 0;
    group.held = new Uint8Array(size);
    group.masks = new Uint8Array(size);
    group.keys.forEach(function (key) {
      key.posting = P.together(key.made.map(P.postingOf), size);
      key.idf = idf(fieldsHeld(key.posting), size);
      key.posting.documents.forEach(function (documents, field) {
        for (var at = 0; at < documents.length; at++) {
          group.held[documents[at]] = 1;
          if (!field) group.masks[documents[at]] |= key.posting.masks[at];
        }
      });
    });
    for (var document = 0; document < size; document++) union += group.held[document];
    group.count = union;
    group.keys.forEach(function (key) {
      key.boost = rounded(key.level * idf(union, size) / Math.max(key.idf, IDF_LEAST));
    });
    return group;
  }

  // --- the nearest words ------------------------------------------------------------------------------------------

  /** How many letters must be put in, taken out, changed or swapped with their neighbour; most + 1 if more. */
  function distance(left, right, most) {
    var older, before = [], row = [];
    left = Array.from(left); right = Array.from(right);
    if (Math.abs(left.length - right.length) > most) return most + 1;
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

  /** How many edits away a word may be and still be proposed for a word. */
  function nearest(word) {
    var size = length(word);
    return size < SHORTEST ? 0 : size < SHORT ? 1 : 2;
  }

  function nearer(a, b) {
    return a.edits - b.edits || b.count - a.count || (a.form < b.form ? -1 : a.form > b.form ? 1 : 0);
  }

  /** Promises the archive's nearest words to one it does not know: by edits, then by how many documents hold them. */
  async function suggestionsFor(term, source) {
    var wanted = W.fold(W.plain(term.text)), near = new Map(), most = length(wanted) > W.WORD_LIMIT ? 0 : nearest(wanted);
    if (!most) return [];
    var list = await source.spelling(/^[a-z]/.test(wanted) ? wanted[0] : "_");
    list.words.forEach(function (form, at) {
      var folded = W.fold(form);
      if (length(folded) < SHORTEST) return;
      var one = { edits: distance(wanted, folded, most), count: list.counts[at], form: form };
      if (one.edits <= most && !(near.has(folded) && nearer(near.get(folded), one) < 0)) near.set(folded, one);
    });
    return Array.from(near.values()).sort(nearer).slice(0, SUGGESTIONS).map(function (one) { return one.form; });
  }

  return {
    EXACT: EXACT, LEMMA: LEMMA, rounded: rounded, groupsOf: groupsOf, groupsOfPhrase: groupsOfPhrase, weigh: weigh,
    suggestionsFor: suggestionsFor, nearest: nearest, distance: distance,
  };
});
