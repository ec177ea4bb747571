"""Search in Swedish: the index in slices, the query side in Python.

What is written: ``documents`` (what there is to find), ``postings`` and ``tallies`` (what is counted), ``slices`` and ``index``
(the files). What is asked: ``language`` (a query), ``reading`` and ``stored`` (the files, read back), ``expand`` (from words to
keys), ``phrases``, ``choices`` (narrowing and facets), ``assembled`` (lunr), ``excerpts``, ``query``. The browser's half
(``browser/``) follows the same steps over the same files, so that both answer alike.
"""
