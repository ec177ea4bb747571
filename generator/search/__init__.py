"""Search in Swedish: the keys, the lunr index with its data files, and the query side in Python.

The browser's half (``sok-ord.js``, ``sok-urval.js``, ``sok-motor.js``) follows the same steps over the same data files, so that both answer alike.
"""
