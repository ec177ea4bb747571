"""The verbs, one file each: how a verb's options are declared, and what it does.

A verb is a module with ``NAME``, ``HELP``, ``EXAMPLE``, ``declare(parser)`` and ``run(options) -> int`` (the exit code).
"""
