"""Where the sources of one case disagree: each kind of disagreement is one small rule. Part of the room ``archive``.

A rule gives the values side by side, each with its place, or nothing. None of them is settled: that is for readers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.archive.recounted import asked_count, demand_count, filed_on
from generator.archive.rounds import rounds
from generator.model import Discrepancy, Draft, Fact, Place, Status
from generator.parse.diary import number_key
from generator.parse.receivers import is_group
from generator.parse.titles import connective, subject

Rule = Callable[[Sequence[Draft]], tuple[Fact, ...]]
# A party by its name or its letter is one party.
_PARTIES = {
    "centerpartiet": "c", "moderaterna": "m", "socialdemokraterna": "s", "vänsterpartiet": "v", "miljöpartiet": "mp",
    "kristdemokraterna": "kd", "liberalerna": "l", "sverigedemokraterna": "sd", "feministiskt initiativ": "fi",
}  # fmt: skip
_SHARED = 0.6  # share of names that two enumerations of authorities have in common when they retell one list


def discrepancies(drafts: Sequence[Draft]) -> tuple[Discrepancy, ...]:
    """Every disagreement between the documents of one case, in the order of ``RULES``."""
    made = []
    # A value is listed once a file; in a bundle the motion's own word is the one to keep.
    drafts = sorted(drafts, key=lambda draft: draft.document.part is not None and draft.kind != "motion")
    for kind, rule in RULES:
        values = rule(drafts)
        if values:
            made.append(Discrepancy(kind, values))
    return tuple(made)


def _deadline(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    known = rounds(drafts)
    facts = [(known.of_fact(draft, fact), fact) for draft in drafts for fact in draft.deadlines]
    apart = {number for number, _ in facts if len({fact.value for other, fact in facts if other == number}) > 1}
    return _unique(fact for number, fact in facts if number in apart)


def referral_fact(draft: Draft) -> Fact | None:
    """The bodies that one document says were asked, as one value; None if it says nothing of it."""
    lists = [one for one in draft.referrals if any(not is_group(mention.full) for mention in one.names)]
    if not lists:
        return None
    mentions = [mention for one in lists for mention in one.names]
    names = [mention.full if is_group(mention.full) else mention.full[:1].upper() + mention.full[1:] for mention in mentions]
    also = any(one.besides_sender for one in lists)
    first = lists[0]
    value = ", ".join(dict.fromkeys(names)) + (" (utöver avsändaren)" if also else "")
    return Fact(value, Status.STATED, first.quote, first.place)


def _title(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """The title in each wording, once.

    One that only goes on into the sentence around it is no wording of its own, and one that is merely shorter is not either.
    """
    facts = _unique(fact for draft in drafts for fact in draft.titles)
    forms: dict[tuple[str, frozenset[str]], Fact] = {}
    for fact in facts:
        if connective(fact.value):
            forms.setdefault((connective(fact.value), _subject(fact.value)), fact)
    own = {form for draft in drafts if draft.kind == "motion" for one in draft.titles for form in [_subject(one.value)]}
    said = {words for _, words in forms}
    kept = [fact for (_, words), fact in forms.items() if not any(form < words for form in own) and not any(words < other for other in said)]
    return tuple(kept) if len(kept) > 1 else ()


def _subject(title: str) -> frozenset[str]:
    """The words of a title's subject, those that a line's end divided put together."""
    return subject(re.sub(r"(?<=\w)- (?!(?:och|samt|eller)\b)(?=[a-zåäö])", "", title))


def _diary_number(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """The case's number in more than one form, or an own number that looks like the case's."""
    case = _unique(fact for draft in drafts for fact in draft.diary_numbers if fact.of == "case")
    runs = {_running(fact.value) for fact in case} - {""}
    own = _unique(fact for draft in drafts for fact in draft.diary_numbers if fact.of == "own" and _running(fact.value) in runs)
    own = tuple(fact for fact in own if number_key(fact.value) not in {number_key(other.value) for other in case})
    # A number that a line's end has divided is written no other way.
    return (*case, *own) if len({re.sub(r"(?<=[-/:])\s+", "", fact.value) for fact in (*case, *own)}) > 1 else ()


def _running(number: str) -> str:
    """The running number in a diary number, without its year: "KS 2019/1899" → "1899"; "" where it is too short to tell anything."""
    pieces = [piece for piece in re.findall(r"\d+", number) if not re.fullmatch(r"(?:19|20)\d\d", piece)]
    if len(pieces) > 1 and len(pieces[-1]) == 2:
        pieces.pop()  # the year: 0381/22
    last = pieces[-1].lstrip("0") if pieces else ""
    return last if len(last) > 2 else ""


def _proposers(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """Who filed the motion, as the motion has it and as each answer retells it, where names or parties differ."""
    facts = []
    for draft in drafts:
        if draft.proposers:
            people = [f"{one.name} ({one.party})" if one.party else one.name for one in draft.proposers if not one.struck]
            struck = [f"{one.name} (struken{f': {one.note}' if one.note else ''})" for one in draft.proposers if one.struck]
            first = draft.proposers[0]
            facts.append(Fact(", ".join([*people, *struck]), Status.STATED, first.name, first.place))
        facts.extend(draft.proposer_claims)
    own = {word for draft in drafts for one in draft.proposers for word in one.name.split()[-1:]}
    filers: dict[tuple[frozenset[str], str], Fact] = {}
    for fact in facts:
        if not own or _is_theirs(fact, own):
            filers.setdefault(_people(fact.value), fact)
    unique = tuple(filers.values())
    said = {_people(fact.value) for fact in unique}
    parties = {marks for _, marks in said if marks}
    # Who leaves the parties out says nothing else of them.
    return unique if len({names for names, _ in said}) > 1 or len(parties) > 1 else ()


def _is_theirs(fact: Fact, own: set[str]) -> bool:
    """Whether a claim is of who filed the motion: it names one of them or nobody, or says that the motion is by somebody else."""
    names = re.findall(r"[A-ZÅÄÖ][\w’'-]+ [A-ZÅÄÖ][\w’'-]+", fact.value)
    if not names or own & set(re.findall(r"[\w’'-]+", fact.value)):
        return not any(name.split()[-1] == "Motion" for name in names)
    return bool(re.search(rf"\bmotion\w*(?:\s+\w+){{0,3}}\s+(?:av|från)\s+{re.escape(names[0])}", fact.quote, re.IGNORECASE))


def _people(value: str) -> tuple[frozenset[str], str]:
    value = re.sub(r"\b[Mm]otionär(?:en|erna)\s+", "", value)
    names = frozenset(re.findall(r"[A-ZÅÄÖ][\w’'-]+ [A-ZÅÄÖ][\w’'-]+", value))
    marks = {one or other for one, other in re.findall(r"\(([^)]*)\)|samtliga (\w+)", value.lower())}
    marks = {_PARTIES.get(mark, mark) for mark in marks}
    parties = " ".join(sorted(marks))
    return names, parties


def _authorities(drafts: Sequence[Draft]) -> tuple[Fact, ...]:
    """The motion's enumeration of authorities, and those of the answers that retell it with other names or numbers."""
    own = [fact for draft in drafts if draft.kind == "motion" for fact in draft.authorities if ":" in fact.value]
    if not own:
        return ()
    base = own[0]
    listed = _names(base.value)
    kept, forms = [base], set()
    for draft in drafts:
        if draft.kind == "motion":
            continue
        for fact in draft.authorities:
            if ":" in fact.value:
                if len(_names(fact.value) & listed) >= _SHARED * len(listed):
                    kept.append(fact)
                    forms.add(_names(fact.value))
            elif re.search(r"\b(?:motion|nämnda|motionär)", fact.quote, re.IGNORECASE):
                kept.append(replace(fact, value=f"{fact.value} myndigheter"))
                forms.add(frozenset({fact.value}) if fact.value != str(len(listed)) else listed)
    return _unique(kept) if forms - {listed} else ()


def _names(value: str) -> frozenset[str]:
    return frozenset(name.strip().lower() for name in value.partition(":")[2].split(","))


def _unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts once for each value and file, in order."""
    made: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        made.setdefault((fact.value, (fact.place or Place("")).file), fact)
    return tuple(made.values())


RULES: tuple[tuple[str, Rule], ...] = (
    ("deadline", _deadline),
    ("title", _title),
    ("diary-number", _diary_number),
    ("proposers", _proposers),
    ("authorities", _authorities),
    ("asked-count", asked_count),
    ("demands", demand_count),
    ("filed", filed_on),
)
