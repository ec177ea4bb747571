"""Who filed the motion: the names under it, struck out or not, or those its opening line gives."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model import Draft, Fact, Proposer
from generator.parse.layout import Block
from generator.parse.reading import Reading, without_label

_NAME = r"(?!(?:Motion|Interpellation|Till|Handling|Yttrande)\b)[A-ZÅÄÖÉ][\w’'-]+(?:\s+(?:af|av|von|de|van|der))?(?:\s+[A-ZÅÄÖÉ][\w’'-]+){1,3}"
_PARTY = r"[^()\s][^()]{0,25}"
# "Bengt Herke (-----)", "Anna Ek(M)", "Anna Ek, M", "Anna Ek (S), ordförande"
PERSON_WITH_PARTY = re.compile(rf"(?P<name>{_NAME})(?:,\s+[a-zåäö][a-zåäö ]{{2,39}}?)?\s*\((?P<party>{_PARTY})\)(?:,?\s+[a-zåäö ]{{3,40}})?")
_LISTED = re.compile(rf"(?P<name>{_NAME})\s*(?:\((?P<party>{_PARTY})\))?")
_BY = re.compile(rf"\b(?:av|från)\s+(?P<people>{_NAME}(?:\s*\({_PARTY}\))?(?:(?:,\s+|\s+(?:och|samt)\s+){_NAME}(?:\s*\({_PARTY}\))?)*)")
_CLAIM = re.compile(
    rf"(?:\b(?:av|från|skriven av)\s+|^)(?P<people>{_NAME}(?:\s*\([^)]{{1,25}}\))?"
    rf"(?:(?:,\s+|\s+(?:och|samt)\s+){_NAME}(?:\s*\([^)]{{1,25}}\))?)*(?:\s+m\.?\s?fl\.?)?"
    r"(?:\s*\([^)]{1,25}\)|,\s+samtliga\s+\w+|\s+\(samtliga[^)]*\))?)"
)
_ONLY_NAME = re.compile(_NAME)
_APART = re.compile(r"\s{2,}|\t+")
_PARTY_MARK = re.compile(r"\(([A-ZÅÄÖ][A-Za-zåäö]{0,3})\)")
_PARTY_MARKS = re.compile(r"(?:\([A-ZÅÄÖ][A-Za-zåäö]{0,3}\)\s*)+")
# Parties by how their names are made, so that local ones are known too.
_PARTY_NAME = r"(?:nya )?(?:[a-zåäö]*(?:demokraterna|partiet|moderaterna|liberalerna)|feministiskt initiativ)(?: de gröna)?"
_PARTY_LINE = re.compile(
    rf"^(?:för\s+)?(?P<party>{_PARTY_NAME}?)(?:(?:s(?:\s+\w*grupp)?)?)(?: (?:i|på) [A-ZÅÄÖ][\wåäö-]+)?(?:\s+(?:genom|gm))?\s*:?$",
    re.IGNORECASE,
)
# "Anna Ek, Vänsterpartiet", "Anna Ek – Liberalerna", and a table's row: "Anna Ek	V".
_PERSON_OF_PARTY = re.compile(rf"(?P<name>{_NAME})(?:\s*(?:,|–|-|/|\t)\s*(?:för\s+)?(?P<party>(?i:{_PARTY_NAME}))|\t\s*(?P<mark>[A-ZÅÄÖ]{{1,3}}|Fi))")
# What stands on a line with the signers and names nobody: a title, a rule to write on, who "the undersigned" are.
_BESIDES = re.compile(r"\b(?:gruppledare|kommunalråd|oppositionsråd|ledamot|ersättare|fullmäktigeledamot|kommunfullmäktige(?:ledamot)?|undertecknade?|namnteckning|namnförtydligande|digitalt|elektroniskt|signera[dt]|av)\b|\d{4}-\d{2}-\d{2}(?: \d{1,2}[:.]\d{2})?|[_/:]", re.IGNORECASE)
_DATED = re.compile(r"^[A-ZÅÄÖ][\wåäö-]+,?\s+(?:den\s+)?\d{1,4}[\s/-].{3,20}$")
_CLOSING = 12  # lines at the end of a motion among which its signers stand
_LABELS = {"motionär", "motionärer", "förslagsställare", "inlämnad av", "väckt av"}
_NOTE_LONGEST = 40  # characters of what stands beside a struck-out name


def proposers(reading: Reading, draft: Draft) -> Draft:
    """Fill ``proposers`` of a motion, or ``proposer_claims`` of an answer: how it names those who filed the motion."""
    if draft.kind == "motion":
        return replace(draft, proposers=_once(_signed(reading) or _in_opening(reading) or _at_the_end(reading)))
    return replace(draft, proposer_claims=_claims(reading))


def _once(found: tuple[Proposer, ...]) -> tuple[Proposer, ...]:
    """Each person once: who stands both at the head and under the motion filed it once. A struck name stays beside another."""
    made: dict[tuple[str, str, bool], Proposer] = {}
    for one in found:
        made.setdefault((one.name.casefold(), (one.party or "").casefold(), one.struck), one)
    return tuple(made.values())


def is_signers(text: str) -> bool:
    """Whether ``text`` is nothing but names with their parties, as they stand under a motion."""
    return bool(PERSON_WITH_PARTY.search(text)) and not PERSON_WITH_PARTY.sub("", text).strip(" ,;/&och\t")


def _signed(reading: Reading) -> tuple[Proposer, ...]:
    """Names on lines of their own, each with a party in parentheses; a struck line after a struck name is its note."""
    blocks = [*(block for _, block in reading.blocks()), *reading.signatures]
    made: list[Proposer] = []
    for index, block in enumerate(blocks):
        label, value = without_label(block.text)
        if block.kind == "meta" and label in _LABELS:
            made.extend(_people(value, block))
            continue
        for line in block.lines:
            people = list(PERSON_WITH_PARTY.finditer(line.text))
            rest = _BESIDES.sub("", PERSON_WITH_PARTY.sub("", line.text)).strip(" ,;/&och\t")
            if not people and (row := _PERSON_OF_PARTY.fullmatch(line.text.strip(" /_"))):
                made.append(Proposer(row["name"], row["party"] or row["mark"], replace(block.place, line=line.number), line.struck))
                continue
            if not people or rest:
                continue
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            place = replace(block.place, line=line.number)
            note = None
            if line.struck and following and following.struck and len(following.text) <= _NOTE_LONGEST:
                note = None if PERSON_WITH_PARTY.search(following.text) else following.text
            made.extend(Proposer(match["name"], match["party"].strip(), place, line.struck, note) for match in people)
    # A line with a title is a signature, which is kept apart from the others: they go back in the order of the paper.
    return tuple(sorted(dict.fromkeys(made), key=lambda one: (one.place.page or 0, one.place.line or 0)))


def _in_opening(reading: Reading) -> tuple[Proposer, ...]:
    """The names in "Motion (2016:5) av Joakim Larsson (M) om …", or on a line "av Anna Ek och Bo Alm (S)"."""
    for block in reading.preface[:6]:
        if block.kind == "meta" or len(block.text) > 400:
            continue
        match = _BY.search(block.text)
        if match:
            return tuple(_people(match["people"], block))
    return ()


def _at_the_end(reading: Reading) -> tuple[Proposer, ...]:
    """Names without a party in parentheses: lines of nothing but names, after a place with its date, a party or "för …".

    A single party named beside them is theirs; of several, nobody's, unless each name of a line has one straight below it.
    """
    lines = [(line, block) for _, block in reading.blocks() for line in block.lines if line.text.strip()]
    lines += [(line, block) for block in reading.signatures for line in block.lines if line.text.strip()]
    lines.sort(key=lambda pair: (pair[0].page or 0, pair[0].number))
    lines = [pair for pair in lines if pair[0].style != "note"]
    made: list[Proposer] = []
    parties: list[str] = []
    below: list[str] = []
    framed = False
    for line, block in reversed(lines[-_CLOSING:]):
        text = line.text.strip(" \t/_")
        if not _BESIDES.sub("", text).strip(" ,;"):
            continue
        under, below = below, _PARTY_MARK.findall(text) if _PARTY_MARKS.fullmatch(text) else []
        party = _PARTY_LINE.match(text)
        if party:
            parties.append(party["party"])
        elif _DATED.match(text):
            framed = True
        elif _PARTY_MARKS.fullmatch(text):
            parties.extend(_PARTY_MARK.findall(text))
        elif all(_ONLY_NAME.fullmatch(name) for name in _APART.split(text)):
            place = replace(block.place, line=line.number)
            names = _APART.split(text)
            own: list[str | None] = [*under] if len(under) == len(names) > 1 else [None] * len(names)
            made.extend(Proposer(name, of, place, line.struck) for name, of in reversed(list(zip(names, own, strict=True))))
        else:
            break
    if not made or not (framed or parties):
        return ()
    shared = parties[0] if len(set(parties)) == 1 else None
    return tuple(replace(one, party=one.party or shared) for one in reversed(made))


def _people(text: str, block: Block) -> list[Proposer]:
    found = list(_LISTED.finditer(text))
    shared = found[-1]["party"] if found else None  # "Anna Ek och Bo Alm (S)": one party for both
    single = sum(1 for match in found if match["party"]) == 1
    return [
        Proposer(match["name"], (match["party"] or (shared if single else None)), block.place_at(block.text.find(match["name"])))
        for match in found
    ]


def _claims(reading: Reading) -> tuple[Fact, ...]:
    """How an answer names the proposers, once for each wording."""
    made: dict[str, Fact] = {}
    for sentence in reading.sentences("preface", "summary", "background", "matter", "other"):
        if "motion" not in sentence.text.lower() and "föreslår" not in sentence.text:
            continue
        for match in _CLAIM.finditer(sentence.text):
            before = sentence.text[: match.start()].lower()
            opening = match.start() == 0 and re.match(r"[^.]{0,40}\b(?:föreslår|har lämnat|vill|menar)", sentence.text[match.end() :])
            if "motion" not in before and not opening:
                continue
            made.setdefault(match["people"], sentence.fact(match["people"], match.start("people")))
            break
    return tuple(made.values())
