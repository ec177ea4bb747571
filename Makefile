# Two commands are enough: `make site` builds the archive, `make test` proves it.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help site serve test golden fuzz bench bench-search lock clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /|/' | while IFS='|' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

# The environment is made without ensurepip, which Debian packages apart from pip; pip fills it from outside.
# Everything comes from the lock file by hash; the project itself is then linked in with nothing fetched.
define install
	test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --require-hashes -r $(1)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
endef

.venv/site.stamp: requirements.lock pyproject.toml
	$(call install,requirements.lock)

.venv/dev.stamp: requirements-dev.lock pyproject.toml
	$(call install,requirements-dev.lock)

# What holds the pages to the law's and the language's standards runs in Node. Without npm those tests skip aloud.
.venv/web.stamp: tests/web/package-lock.json .venv/dev.stamp
	if command -v npm >/dev/null; \
	then npm ci --prefix tests/web --no-audit --no-fund --ignore-scripts --loglevel=error && touch $@ \
	|| echo "npm kunde inte hämta paketen: proven av tillgänglighet och markering hoppas över"; \
	else echo "npm saknas: proven av tillgänglighet och markering hoppas över"; fi

site: .venv/site.stamp ## Build content/ into site/
	$(BIN)/motionsarkiv build

serve: site ## Build and show the archive at http://localhost:8000/
	$(PYTHON) -m http.server --directory site --bind 127.0.0.1 8000

test: .venv/dev.stamp .venv/web.stamp ## Lint, check types and run all tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

golden: .venv/dev.stamp ## Rewrite the golden pages in tests/golden (look at the diff)
	$(BIN)/pytest tests/test_golden.py --update-golden

fuzz: .venv/dev.stamp ## Fuzz the readers for longer (crashing inputs are left in build/fuzz)
	mkdir -p build/fuzz && $(BIN)/python -m tests.fuzz build/fuzz --rounds 200000

bench: .venv/dev.stamp ## Measure speed, hidden text, recognition, restoration, stances and matching (tables on the terminal; slow)
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.hidden_text
	$(BIN)/python -m bench.ocr ../shared
	$(BIN)/python -m bench.restoration ../shared --every=4
	$(BIN)/python -m bench.stances ../shared
	$(BIN)/python -m bench.matching --shared=../shared

bench-search: .venv/dev.stamp ## Measure search beside Material's own and Pagefind (fetches Pagefind; about an hour, on a quiet machine)
	$(BIN)/python -m bench.search ../shared

lock: ## Resolve the lock files anew (needs pip-tools)
	pip-compile -q --generate-hashes --allow-unsafe --all-build-deps --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --no-annotate --no-header -o requirements.lock pyproject.toml
	pip-compile -q --generate-hashes --allow-unsafe --all-build-deps --extra dev --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --no-annotate --no-header -o requirements-dev.lock pyproject.toml

clean: ## Remove what is built; content/ and site_config/ stay
	rm -rf site build .cache .pytest_cache .mypy_cache .ruff_cache
