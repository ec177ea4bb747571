"""The Swedish language: restoring lost å ä ö, lemmas, compound parts, folding, words and sentences."""
