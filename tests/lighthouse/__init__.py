"""The built pages held against Lighthouse: accessibility, best practice and what a search engine needs."""
