"""Numbers → pictures: inline SVG drawn when the site is built, which no script touches afterwards.

A picture is laid out in shares of the width it is given and in the height of its own letters, so that its text is as large on a
phone as on a desk and grows with the reader's own size; what would not fit on the narrowest screen is left to the table that
stands beside every picture. Colours come from the stylesheet (``bilder.css``) by class, shapes tell stances apart without them.

Every function here is pure and gives markup; where there is nothing to draw it gives "", and the page says so in a sentence.
A title that holds words from a document is handed in as markup, escaped by the page.
"""

from __future__ import annotations

from generator.charts.columns import Column, columns
from generator.charts.marks import CSS_CLASSES
from generator.charts.scales import Spread, spread_of
from generator.charts.shares import Share, shares
from generator.charts.spark import sparkline
from generator.charts.spread import FEW, Waits, spreads
from generator.charts.stances import bar, in_words, key, stance_bar

__all__ = ["CSS_CLASSES", "FEW", "Column", "Share", "Spread", "Waits", "bar", "columns", "in_words", "key", "shares", "sparkline", "spread_of", "spreads", "stance_bar"]
