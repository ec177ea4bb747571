"""Headings that were run into the text after them, and the titles of motions that were run into theirs.

A heading is known by its words (``parse.headings`` and a few that only minutes and party papers have), and it is only cut off
where what follows begins as a sentence or a list does. "Beslut fattades …" and "Motionen föreslår …" are sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.parse.headings import heading_kind, is_attachments

_MORE = re.compile(
    r"(?:handling(?:ar)?(?:/ar)?|yrkandet|yttrandet|motiveringen|remissinstans(?:er(?:na)?|en)?|"
    r"remissinstans(?:ens|ernas) (?:överväganden|kommentarer|synpunkter|svar)|(?:[\w-]+(?:kontorets|förvaltningens|bolagets) )?"
    r"(?:överväganden|kommentarer|kommentar|bedömning)|vid protokollet|barn(?:konventionen|rättsperspektivet|perspektivet)|"
    r"bilagor som (?:utgör|ingår i) beslutsunderlag(?:et)?|samråd|juridiska? (?:konsekvenser|bedömning)|"
    r"bedömning utifrån [\w åäöÅÄÖ]+|(?:ekonomisk|ekologisk|social) dimension|avslutande (?:synpunkter|kommentarer)(?: och bedömning)?)",
    re.IGNORECASE,
)
# Words that a line may end or go on with, so that what stands before them is no whole heading.
_OPEN = frozenset({"och", "samt", "till", "i", "av", "på", "ur", "från", "för", "om", "över", "–", "-", "angående", "med", "den", "enligt"})
_SENT = re.compile(
    r"(?:protokollsutdrag(?:et)?|beslutet|handlingar) (?:ska )?(?:skickas|sändas?|sänds|expedieras|delges) till|expedieras till", re.IGNORECASE
)
# "förslag till beslut i kommunfullmäktige:": a heading that says where, up to its colon.
_PLACED = re.compile(
    r"förslag till beslut(?: (?:i|för|på) [^.:]{3,90})?:|förslag till beslut i (?:kommun|region)?(?:fullmäktige|styrelsen)(?= (?-i:[A-ZÅÄÖ]|\d\.))",
    re.IGNORECASE,
)
# One word that is a heading in minutes; elsewhere in running text it would have to be two.
_SINGLE = frozenset(
    {"propositionsordning", "yrkanden", "omröstning", "handlingar", "handling", "beslut", "justering", "reservation",
     "reservationer", "protokollsanteckning", "sammanfattning", "samverkan", "beslutsgång", "bilagor"}
)  # fmt: skip
_SHY = frozenset({"yrkande", "yttrande", "reservation", "protokollsanteckning"})  # a table says "Yrkande SD"
_STARTS = re.compile(r"(?!Handling \d)(?:[A-ZÅÄÖ”\"“(•●]|\d{1,2}[.)]\s|§|-\s?[A-ZÅÄÖ]|\d{1,2} [a-zåäö])")
_SENTENCE = re.compile(r"\b(?:är|har|ska|kan|att|som|vara|beslutar|föreslår)\b")  # a heading holds none of these
_WORD = re.compile(r"\S+")
_TITLE = re.compile(
    r"^(?:§\s*\d+\s+)?(?:(?:yttrande|yrkande|tilläggsyrkande|reservation|remissvar|svar|remiss|motion)\b|\w+ yttrande över)", re.IGNORECASE
)
_MOTION = re.compile(r"\bmotion(?:en)? (?:av|från|om|angående)\b", re.IGNORECASE)
_ENDED = re.compile(r"(?<!\d)[.!?:;][”\")’]*$|\d{4}\.$")
_TO_COUNCIL = re.compile(r"\bTill (?:[A-ZÅÄÖ][\wåäö-]+ )?(?:kommun|region)fullmäktige(?: i [A-ZÅÄÖ][\wåäö-]+)?\s*$")
_PARAGRAPH = re.compile(r"(?<=\S )§\s*\d{1,4}(?=,| Dnr\b| [A-ZÅÄÖ]+\d*-| Ärendenummer\b)")
_LONGEST = 9  # words of a heading
_CELL = 60  # characters of a table's cell that tells which parties moved
_LOOKBACK = 60  # characters before a word that tell whether a sentence ended there
_TITLE_WORDS = (6, 60)


def heading_end(text: str) -> int:
    """Where the heading ends that ``text`` begins with and that more text follows; 0 if it begins with none."""
    placed = _PLACED.match(text)
    if placed and placed.end() < len(text.rstrip()):
        return placed.end()
    words = [match.end() for _, match in zip(range(_LONGEST + 1), _WORD.finditer(text), strict=False)]
    for count, end in enumerate(words[:-1], 1):
        head = text[:end]
        last = head.rsplit(maxsplit=1)[-1].lower()
        after = text[end:].lstrip()
        if (last in _OPEN and not _SENT.fullmatch(head)) or head[-1] in ".,;" or not (_STARTS.match(after) or head.endswith(":")):
            continue
        if "  " in head or text[end : end + 3] == "   ":
            return 0  # the columns of a table
        if _is_heading(head):
            short = len(after) < _CELL and not after.rstrip().endswith((".", ":"))
            shy = count == 1 and last.rstrip(":") in _SHY and short  # a cell of a table
            return 0 if shy else end
    return 0


def headings_inside(text: str, start: int = 0, *, titled: bool = False) -> list[tuple[int, int]]:
    """The spans of headings inside ``text`` after ``start``: after the end of a sentence or, in a title, after any word."""
    found: list[tuple[int, int]] = []
    position = start
    for match in _WORD.finditer(text, start):
        if match.start() < position or match.start() == 0 or not match.group()[0].isupper() or match.group().isupper():
            continue
        before = text[max(0, match.start() - _LOOKBACK) : match.start()].rstrip()
        ended = bool(_ENDED.search(before))
        if not ended and not (titled and not found and before and before.rsplit(maxsplit=1)[-1].lower() not in _OPEN):
            continue
        if text[max(0, match.start() - 3) : match.start()] == "   ":
            continue
        length = heading_end(text[match.start() : match.start() + 200])
        head = text[match.start() : match.start() + length]
        if length and (len(head.split()) > 1 or head.lower().rstrip(":") in _SINGLE or (titled and not ended)):
            found.append((match.start(), match.start() + length))
            position = match.start() + length
    return found


def title_like(text: str) -> bool:
    """Whether a line begins as a title does: "Motion av …", "Yttrande angående – motion …", "§ 12 Svar på …"."""
    return bool(_TITLE.match(text)) and bool(_MOTION.search(text[:200]))


def title_ends(texts: Sequence[str]) -> dict[int, int]:
    """For the texts that begin with a motion's title, where it ends, learnt from the other texts that have the same title.

    Two texts share their words as long as the title goes on; where they part, a new sentence begins with a capital in the
    one, and the title is over. Where texts disagree, the end that most of them show is taken.
    """
    words: dict[int, list[re.Match[str]]] = {}
    shared: Counter[tuple[str, ...]] = Counter()  # how many titles begin with these words
    for at, text in enumerate(texts):
        match = _MOTION.search(text) if title_like(text) else None
        if match:
            words[at] = [word for _, word in zip(range(_TITLE_WORDS[1]), _WORD.finditer(text, match.start()), strict=False)]
            folded = _folded(words[at])
            shared.update(folded[:count] for count in range(_TITLE_WORDS[0], len(folded) + 1))
    ends: dict[int, int] = {}
    for at, mine in words.items():
        folded = _folded(mine)
        counts = []
        for count in range(_TITLE_WORDS[0], len(folded) + 1):
            parting = shared[folded[:count]] - (shared[folded[: count + 1]] if count < len(folded) else 1)
            if parting > 0 and _is_end(texts[at], mine, count, sure=parting > 1):
                counts.append((parting, -count))
        if counts:
            ends[at] = mine[-max(counts)[1] - 1].end()
    return ends


def after_title(text: str) -> int:
    """Where "Till … kommunfullmäktige" or "§ 12, Dnr …" begins after a title; 0 if neither stands there."""
    match = _TO_COUNCIL.search(text) or _PARAGRAPH.search(text)
    return match.start() if match else 0


def _is_heading(text: str) -> bool:
    bare = " ".join(text.split()).rstrip(":")
    if not bare[:1].isalpha() or _SENTENCE.search(bare):
        return False
    return heading_kind(bare) is not None or is_attachments(bare) or bool(_MORE.fullmatch(bare) or _SENT.fullmatch(bare))


def _folded(words: Sequence[re.Match[str]]) -> tuple[str, ...]:
    return tuple(word.group().lower().strip('.,:”"') for word in words)


def _is_end(text: str, words: Sequence[re.Match[str]], count: int, *, sure: bool) -> bool:
    """Whether a title may end after the first ``count`` words: a new beginning follows, and no sentence ended before.

    A sentence may begin with a number too: that is taken where several texts show the end (``sure``).
    """
    if not _TITLE_WORDS[0] <= count < _TITLE_WORDS[1]:
        return False
    inside = text[words[0].start() : words[count - 1].start()]
    if re.search(r"[a-zåäö][.!?]\s+[A-ZÅÄÖ]", inside) or (words[count - 1].group().lower() in _OPEN and not sure):
        return False
    if count == len(words):
        return True
    after = words[count].group()[0]
    return after.isupper() or after == "§" or (sure and after.isdigit())
