"""What an answer says about the motion and about each of its demands: ``stance`` is the rule, ``FORMULAS`` the words it knows.

``formulas`` lists the words, ``clauses`` finds what each is said of, ``numbering`` which demands, ``guards`` what takes them
back, ``speakers`` whose they are, ``forwarding`` whose paper is sent on, ``sections`` where to look, ``settle`` what all of
it comes to.
"""

from __future__ import annotations

from generator.parse.stances.formulas import FORMULAS
from generator.parse.stances.rule import stance, stances_in

__all__ = ["FORMULAS", "stance", "stances_in"]
