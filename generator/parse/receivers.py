"""The bodies that a list of receivers names, the groups it only speaks of, and whether it says that there were more.

"kulturnämnden samt samtliga stadsdelsnämnder" names one body and speaks of a group; "bland andra kulturnämnden" and
"kulturnämnden m.fl." leave the list open. Who belongs to a group is never worked out here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.parse.bodynames import Named, is_body, is_generic, names_in_list

_COUNT = r"(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\d{1,2})"
_SEVERAL = (
    r"\w*(?:nämnder(?:na)?|förvaltningar(?:na)?|styrelser(?:na)?|kontor(?:en)?|bolag(?:en)?|instanser(?:na)?|"
    r"råden|föreningar(?:na)?|organisationer(?:na)?|myndigheter(?:na)?|partier(?:na)?)"
)
# "samtliga stadsdelsnämnder", "ett urval av stadens bolag", "de fyra socialnämnderna", "ett antal nämnder och bolag"
_GROUP = re.compile(
    rf"\b(?:(?:samtliga|alla|berörda|övriga|flera|några|vissa|olika|ett (?:urval|antal)|en rad|merparten|de|stadens|kommunens|{_COUNT})\s+"
    rf"(?:av\s+)?){{1,4}}(?:\w+(?:liga|ska|ala|ade)\s+)?{_SEVERAL}(?:\s+(?:och|samt)\s+{_SEVERAL}(?!\s+(?-i:[A-ZÅÄÖ])))?\b(?!\s+(?-i:[A-ZÅÄÖ]))",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^{_SEVERAL}$", re.IGNORECASE)  # "socialnämnderna": which of them is not said
_OPEN = re.compile(r"\b(?:bland (?:andra|annat)|bl\.?\s?a\.?|däribland|m\.\s?fl\b\.?|med flera|till exempel|exempelvis)", re.IGNORECASE)
_SKIP = re.compile(
    r"^[\s,:;(–-]*(?:(?:och|samt|även|också|dels|både|är|till|hos|från|av|bland (?:andra|annat)|bl\.?\s?a\.?|däribland|"
    r"följande(?:\s+\w*instanser|\s+\w*nämnder(?:\s+och\s+\w+)?)?:?|såsom|nämligen)\s+)*",
    re.IGNORECASE,
)
# Where the list has surely ended, so that nothing after it is taken for one of its groups.
_STOP = re.compile(r"[.;](?:\s+[A-ZÅÄÖ]|\s*$)|\s(?:för (?:yttrande|svar|synpunkter)|senast|som|med svar|vilka|att|i uppdrag|tillfälle|möjlighet(?:en)?|om yttrande|om synpunkter|på remiss|är|har)(?=[\s.,]|$)")
_OF_PLACE = re.compile(r"(?P<head>\w+(?:nämnd|förvaltning)(?:en)?) [A-ZÅÄÖ][\wåäö-]+")
_TAIL = re.compile(r"(?:[\s,:;(–]|(?<=\s)(?:och|samt|till|även|däribland|bland annat|bland andra)(?=\s*$))+$", re.IGNORECASE)  # what leads on to a group
_MORE = re.compile(r"\s+(?:m\.\s?fl\b\.?|med flera\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Receivers:
    """Bodies by name, groups as (words, offset), and whether the list says that it is not whole."""

    names: tuple[Named, ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    open: bool = False


def receivers(text: str, offset: int = 0) -> Receivers:
    """What the list at the beginning of ``text`` holds; ``offset`` is added to every position. Nothing if it begins with none."""
    # "m.fl." holds a full stop that ends no list.
    text = _MORE.sub(lambda found: "," + " " * (len(found.group()) - 1), text) if (more := bool(_MORE.search(text))) else text
    stop = _STOP.search(text)
    listed = text[: stop.start()] if stop else text
    names: list[Named] = []
    groups: list[tuple[str, int]] = []
    position = 0
    while position < len(listed):
        lead = _SKIP.match(listed[position:])
        position += lead.end() if lead else 0
        ahead = _GROUP.match(listed, position)
        if ahead:
            groups.append((ahead.group(), offset + position))
            position = ahead.end()
            continue
        following = _GROUP.search(listed, position)
        end = following.start() if following else len(listed)
        found = names_in_list(_TAIL.sub("", listed[position:end]), offset + position)
        if not found:
            break
        names.extend(found)
        reached = found[-1].start - offset + len(found[-1].name)
        between = listed[reached : following.start()] if following else ""
        if not following or not re.fullmatch(r"[\s,]*(?:och|samt|däribland|bland annat|bland andra)?(?:\s+(?:till|även))*\s*", between):
            break
        position = following.start()
    kept, loose = _apart(_placed(names))
    return Receivers(tuple(kept), (*groups, *loose), more or bool(_OPEN.search(text[: _reach(kept, groups, offset)])))


def _reach(names: list[Named], groups: list[tuple[str, int]], offset: int) -> int:
    """How far into the text the list goes."""
    ends = [one.start - offset + len(one.name) for one in names] + [at - offset + len(words) for words, at in groups]
    return max(ends, default=0)


def _placed(names: list[Named]) -> list[Named]:
    """A place alone after a board of another place has that board's head: "socialnämnd Nordost, Hisingen"."""
    made: list[Named] = []
    for one in names:
        before = _OF_PLACE.fullmatch(made[-1].full) if made else None
        if before and one.full == one.name and re.fullmatch(r"[A-ZÅÄÖ][a-zåäö-]+", one.name) and not is_body(one.name):
            made.append(replace(one, full=f"{before['head']} {one.name}"))
        else:
            made.append(one)
    return made


def _apart(names: list[Named]) -> tuple[list[Named], list[tuple[str, int]]]:
    """The names, and apart from them the plurals that nothing before them fills: "socialnämnderna" names no body."""
    kept: list[Named] = []
    loose: list[tuple[str, int]] = []
    for at, one in enumerate(names):
        shared = at and names[at - 1].full != names[at - 1].name
        plural = _ALONE.match(one.name) and one.full != one.name and not shared
        if plural or re.match(r"(?:samtliga|alla|berörda|övriga|aktuella)\b", one.name, re.IGNORECASE):
            loose.append((one.name, one.start))
        else:
            kept.append(one)
    return kept, loose


def subjects(text: str, offset: int = 0) -> Receivers:
    """The bodies that stand last in ``text``, right before its verb: "…, medan A och B" → A and B."""
    lead = 0
    for match in re.finditer(r"(?:^|\s)(?:medan|men|eller|(?:och|om|uppger|noterar|konstaterar|framgår|innebär) att|att|när|då|eftersom|där)\s", text):
        lead = match.end()
    found = receivers(text[lead:], offset + lead)
    if found.names or found.groups:
        return found
    # "Inför beredningen av ärendet har kulturnämnden": the subject stands after the auxiliary.
    aux = list(re.finditer(r"\b(?:har|hade|fick|svarade|lämnade|inkom|avstod)\s+", text))
    return receivers(text[aux[-1].end() :], offset + aux[-1].end()) if aux else found


def generic_name(found: Receivers) -> Named | None:
    """The first body that is spoken of without a name ("nämnden"), if there is one."""
    return next((one for one in found.names if is_generic(one.name)), None)


MORE = "m.fl."  # stands among the names of a list that says that it is not whole


def is_group(name: str) -> bool:
    """Whether a name in a list of receivers is a group's words, or the mark that there were more, and no body's name."""
    return name == MORE or bool(_GROUP.fullmatch(name)) or bool(_ALONE.match(name))
