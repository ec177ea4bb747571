"""What the browser tests fetch from npm: see package.json here, and installed.py for how a test finds it."""
