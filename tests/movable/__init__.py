"""The generated folder with other site builders than MkDocs."""
