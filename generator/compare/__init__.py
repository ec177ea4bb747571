"""The tables that hold the answers against each other: demand × body, words × bodies."""
