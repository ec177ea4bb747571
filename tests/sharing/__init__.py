"""The pictures for those who share a link, and the icons."""
