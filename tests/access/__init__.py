"""Whether everyone can use the pages: held against axe-core, html-validate, the keyboard, large text and other colours."""
