"""Which documents belong to one case. Part of the room ``archive``.

Documents meet by the case's diary number first, then by the motion's title, then by the folder staff put them in. Two
different diary numbers never meet by title, and a document that fits two cases is set aside with a finding. The parts of
one file belong together where the file holds one matter: at most one proposal to the council, and motions that are copies.

A document that treats several motions is in the case of each, read for that motion alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.archive.copies import alike as same_text
from generator.archive.matters import Matter, known_matters, matters
from generator.archive.narrowed import narrowed
from generator.findings import found_at
from generator.model import Draft, Fact, Finding, Place
from generator.parse.diary import bare_number, number_key
from generator.parse.titles import subject

_LIKE = 0.75  # share of their words that two titles of one motion have in common
_WORDS = 2  # fewest words by which a title can be told from another


@dataclass(frozen=True, slots=True)
class Keyed:
    """A draft with what it can be matched by; ``number`` is an editor's diary number, if one is stated."""

    draft: Draft
    number: Fact | None = None
    matter: Matter | None = None  # which of its motions, where the document treats several

    @property
    def key(self) -> tuple[str, int]:
        """What tells the document from every other."""
        return self.draft.document.key

    @property
    def numbers(self) -> frozenset[str]:
        """The keys of the case's diary numbers that the document gives; an attachment's numbers may be of any matter."""
        if self.matter:
            return self.matter.numbers
        if self.number:
            return frozenset({number_key(self.number.value)})
        if self.draft.kind == "unknown":
            return frozenset()
        return frozenset(number_key(fact.value) for fact in self.draft.diary_numbers if fact.of == "case")

    @property
    def subjects(self) -> frozenset[frozenset[str]]:
        """The titles as sets of words."""
        if self.matter:
            return self.matter.subjects
        if self.draft.kind == "unknown":
            return frozenset()
        found_words = (subject(fact.value) for fact in self.draft.titles)
        return frozenset(words for words in found_words if len(words) >= _WORDS)

    @property
    def motion_number(self) -> str | None:
        """The motion's own number, "2016:5"."""
        if self.matter:
            return min(self.matter.motion_numbers, default=None)
        if self.draft.kind == "unknown":
            return None
        return self.draft.motion_number.value if self.draft.motion_number else None


@dataclass(slots=True)
class _Group:
    members: list[int]
    numbers: set[str]
    subjects: set[frozenset[str]]
    motion_numbers: set[str]
    has_motion: bool


def group(keyed: Sequence[Keyed]) -> tuple[tuple[tuple[Keyed, ...], ...], tuple[Finding, ...], frozenset[tuple[str, int]]]:
    """The cases as groups of drafts in the order given, findings, and the keys of those that could be placed in none."""
    keyed = _spread(keyed)
    groups = _by_number(keyed)
    findings: list[Finding] = []
    lost: set[int] = set()
    groups = _by_title(groups, keyed, findings, lost)
    groups = _by_folder(groups, keyed, findings, lost)
    made = []
    for one in groups:
        members = tuple(keyed[index] for index in sorted(one.members) if index not in lost)
        if members:
            made.append(members)
    placed = {keyed[index].key for one in groups for index in one.members if index not in lost}
    gone = frozenset(keyed[index].key for index in lost) - placed
    return tuple(sorted(made, key=lambda members: members[0].key)), tuple(findings), gone


def _spread(keyed: Sequence[Keyed]) -> list[Keyed]:
    """``keyed`` with each document that treats several motions once for each of them.

    In a bundle that treats several, a party's paper or an attachment that names none of them belongs to all.
    """
    motions = known_matters([one.draft for one in keyed if one.draft.kind == "motion"])
    treated = {one.key: found for one in keyed if not one.number and (found := matters(one.draft, motions))}
    of_file: dict[str, tuple[Matter, ...]] = {}
    for one in keyed:
        if one.key in treated and one.draft.document.part and one.draft.kind == "response" and one.draft.role == "preparation":
            of_file.setdefault(one.draft.document.file, treated[one.key])
    made: list[Keyed] = []
    for one in keyed:
        if one.key in treated:
            parts = zip(treated[one.key], narrowed(one.draft, treated[one.key]), strict=True)
            made += [Keyed(draft, one.number, matter) for matter, draft in parts]
        elif one.draft.kind in {"unknown", "statement"} and one.draft.document.file in of_file and not (one.numbers or one.subjects):
            made += [Keyed(one.draft, one.number, matter) for matter in of_file[one.draft.document.file]]
        else:
            made.append(one)
    return made


def _by_number(keyed: Sequence[Keyed]) -> list[_Group]:
    """Groups of drafts that share a diary number; an own number counts if a motion bears it as the case's."""
    by_key: dict[str, int] = {}
    parents = list(range(len(keyed)))

    def top(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    of_motions = {key for one in keyed if one.draft.kind == "motion" for key in one.numbers}
    for index, one in enumerate(keyed):
        own = {number_key(fact.value) for fact in one.draft.diary_numbers if fact.of == "own"} & of_motions
        for key in one.numbers | own:
            parents[top(index)] = top(by_key.setdefault(key, index))
    for first, *others in _bundles(keyed):
        for index in others:
            parents[top(index)] = top(first)
    groups: dict[int, _Group] = {}
    for index, one in enumerate(keyed):
        groups.setdefault(top(index), _Group([], set(), set(), set(), has_motion=False))
        _add(groups[top(index)], index, one)
    return list(groups.values())


def _bundles(keyed: Sequence[Keyed]) -> list[list[int]]:
    """The parts of each file that holds one matter, by index. A file of several matters is left to its numbers and titles."""
    files: dict[str, list[int]] = defaultdict(list)
    several = {one.draft.document.file for one in keyed if one.matter}
    # The paragraphs of a protocol are matters of their own.
    bare = {one.draft.document.file for one in keyed if one.draft.document.part and not one.draft.document.part.head}
    paragraphs = {one.draft.document.file for one in keyed if one.draft.document.part} - bare
    for index, one in enumerate(keyed):
        if one.draft.document.part and one.draft.document.file not in several | paragraphs:
            files[one.draft.document.file].append(index)
    made = []
    for indexes in files.values():
        drafts = [keyed[index].draft for index in indexes]
        proposals = [keyed[at] for at in indexes if _is_proposal(keyed[at].draft)]
        motions = [draft for draft in drafts if draft.kind == "motion"]
        # A matter that was sent back comes with its first proposal too.
        again = all(_one_subject(proposals[0], other) for other in proposals[1:])
        if again if proposals else all(same_text(motions[0], other) for other in motions[1:]):
            made.append(indexes)
    return made


def _is_proposal(draft: Draft) -> bool:
    return draft.document.part is not None and draft.document.part.kind == "board-proposal"


def _one_subject(one: Keyed, other: Keyed) -> bool:
    return any(a == b or _alike(a, b) for a in one.subjects for b in other.subjects)


def _by_title(
    groups: list[_Group], keyed: Sequence[Keyed], findings: list[Finding], lost: set[int]
) -> list[_Group]:
    """Merge groups whose titles are alike. Those with a diary number or a motion are found; the others look for them."""
    kept: list[_Group] = []
    index: dict[str, set[int]] = defaultdict(set)

    def place(one: _Group) -> None:
        kept.append(one)
        for words in one.subjects:
            for word in words:
                index[word].add(len(kept) - 1)
        for number in one.motion_numbers:
            index[f"#{number}"].add(len(kept) - 1)

    # Motions are placed first, then what bears a number, then the rest, so that the order of files does not matter.
    order = sorted(groups, key=lambda one: (not one.has_motion, not one.numbers, min(one.members)))
    motion_keys = {number_key(fact.value) for one in keyed if one.draft.kind == "motion" for fact in one.draft.diary_numbers}
    for one in order:
        fits = _fitting(one, kept, index) or _slipped(one, kept, keyed, motion_keys)
        if len(fits) == 1:
            _merge(kept[fits[0]], one)
            for words in one.subjects:
                for word in words:
                    index[word].add(fits[0])
        elif len(fits) > 1 and not one.has_motion:
            cases = ", ".join(sorted(_called(kept[at], keyed) for at in fits))
            for member in one.members:
                lost.add(member)
                findings.append(found_at("F304", start(keyed[member].draft), cases=cases))
        else:
            place(one)
    return kept


def _fitting(one: _Group, kept: list[_Group], index: dict[str, set[int]]) -> list[int]:
    words = {word for subject_words in one.subjects for word in subject_words}
    candidates = sorted(
        {at for word in words for at in index.get(word, ())}
        | {at for number in one.motion_numbers for at in index.get(f"#{number}", ())}
    )
    exact, like = [], []
    for at in candidates:
        other = kept[at]
        if one.numbers and other.numbers and not _one_without_series(one.numbers, other.numbers):
            continue  # two different diary numbers are two cases, whatever their titles
        if one.has_motion and other.has_motion and not (one.subjects & other.subjects):
            continue
        if one.motion_numbers and other.motion_numbers and not one.motion_numbers & other.motion_numbers:
            continue
        if one.subjects & other.subjects:
            exact.append(at)
        elif any(_alike(a, b) for a in one.subjects for b in other.subjects) or (
            one.motion_numbers & other.motion_numbers and (not one.subjects or any(a & b for a in one.subjects for b in other.subjects))
        ):
            like.append(at)
    return exact or like


def _slipped(one: _Group, kept: list[_Group], keyed: Sequence[Keyed], motion_keys: AbstractSet[str]) -> list[int]:
    """The case of a single answer whose number no motion bears, so that a slip of the pen is likelier than a case without a motion.

    It is that of the only motion in the answer's own folder, if the title is the same to the word. Every other number or
    title leaves the answer where it is. The two numbers then stand against each other as a discrepancy.
    """
    if len(one.members) != 1 or one.has_motion or one.motion_numbers or not one.numbers or one.numbers & motion_keys:
        return []
    draft = keyed[one.members[0]].draft
    folder = _folder(draft)
    if not folder or draft.kind != "response" or draft.role != "answer" or draft.document.part:
        return []
    housed = [
        at
        for at, other in enumerate(kept)
        if other.has_motion and any(keyed[index].draft.kind == "motion" and _folder(keyed[index].draft) == folder for index in other.members)
    ]
    return housed if len(housed) == 1 and one.subjects & kept[housed[0]].subjects else []


def _folder(draft: Draft) -> str:
    return draft.document.file.rpartition("/")[0]


def _one_without_series(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether two cases have a number in common that one of them writes without its series: "1363/22", "SLK-2022-01363"."""
    bare = {pair for key in one | other if not key[:1].isalpha() and (pair := bare_number(key))}
    return bool(bare & {bare_number(key) for key in one} & {bare_number(key) for key in other})


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _LIKE * len(one | other)


def _by_folder(
    groups: list[_Group], keyed: Sequence[Keyed], findings: list[Finding], lost: set[int]
) -> list[_Group]:
    """Documents that give neither number nor title go with their folder's only case; the others are set aside."""
    homeless = [one for one in groups if not one.numbers and not one.subjects and not one.motion_numbers and not one.has_motion]
    housed = [one for one in groups if one not in homeless]
    for one in homeless:
        for member in one.members:
            file = keyed[member].draft.document.file
            folder = file.rpartition("/")[0]
            near = [
                other
                for other in housed
                if folder and any(keyed[at].draft.document.file.rpartition("/")[0] == folder for at in other.members)
            ]
            if len(near) == 1:
                near[0].members.append(member)
            else:
                lost.add(member)
                # A whole file of no known kind is here only because an editor says what it is.
                if keyed[member].draft.kind != "unknown" or not keyed[member].draft.document.part:
                    findings.append(found_at("F202", start(keyed[member].draft)))
    return housed


def start(draft: Draft) -> Place:
    """The place where a document begins, for a finding about the whole of it."""
    document = draft.document
    return document.part.first if document.part else Place(document.file, document.lines[0].page if document.lines else None, 1)


def _called(one: _Group, keyed: Sequence[Keyed]) -> str:
    facts = [fact.value for at in one.members for fact in (*keyed[at].draft.diary_numbers, *keyed[at].draft.titles)]
    return facts[0] if facts else keyed[one.members[0]].draft.document.file


def _add(one: _Group, index: int, keyed: Keyed) -> None:
    one.members.append(index)
    one.numbers |= keyed.numbers
    one.subjects |= keyed.subjects
    one.motion_numbers |= {keyed.motion_number} if keyed.motion_number else set()
    one.has_motion = one.has_motion or keyed.draft.kind == "motion"


def _merge(one: _Group, other: _Group) -> None:
    one.members += other.members
    one.numbers |= other.numbers
    one.subjects |= other.subjects
    one.motion_numbers |= other.motion_numbers
    one.has_motion = one.has_motion or other.has_motion
