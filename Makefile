# make edition            build the edition into output/ (COPY=chapter.pdf: with the prose, into build/)
# make check              every test, as CI runs them
# make schema             derive the schemas from schema/edition.odd
# make bench              the benchmarks

PYTHON ?= python3
BIN    := .venv/bin
STAMPS := .venv/stamps
EDITION := tei/whitewood.xml
SOURCES := $(wildcard toolkit/*.py toolkit/*/*.py xslt/*.xsl xslt/*/* schema/*)

.PHONY: edition check lint types layers test fresh schema bench clean
.DELETE_ON_ERROR:

# A copy is known by what it holds: another one, or none, is woven anew.
WOVEN := build/.woven-$(if $(COPY),$(shell cksum 2>/dev/null < "$(COPY)" | tr -dc 0-9))

# A stamp is worth nothing where what was built is gone.
.PHONY: $(if $(wildcard output/whitewood/index.html),,output/.built)
.PHONY: $(if $(wildcard build/whitewood/index.html),,$(WOVEN))

edition: $(if $(COPY),$(WOVEN),output/.built)

output/.built: $(EDITION) $(SOURCES) $(STAMPS)/toolkit
	$(BIN)/teikit check $(EDITION)
	$(BIN)/teikit build $(EDITION) -o output
	@touch $@

$(WOVEN): $(EDITION) $(SOURCES) $(STAMPS)/toolkit
	$(BIN)/teikit check $(EDITION)
	$(BIN)/teikit build $(EDITION) --source "$(COPY)" -o build
	@rm -f build/.woven* && touch $@

schema: $(STAMPS)/toolkit
	$(BIN)/teikit odd build schema/edition.odd -o schema --strict

check: lint types layers test fresh

lint: $(STAMPS)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMPS)/dev
	$(BIN)/mypy

layers: $(STAMPS)/dev
	$(BIN)/lint-imports

test: $(STAMPS)/dev $(STAMPS)/system
	$(BIN)/pytest -n 2 --dist loadfile

# What is committed and derived must be what the sources give.
fresh: $(STAMPS)/toolkit
	$(BIN)/teikit check $(EDITION)
	rm -rf build/fresh
	$(BIN)/teikit build $(EDITION) -o build/fresh
	diff -r build/fresh/whitewood output/whitewood
	@if [ -x "$$TEIKIT_SHARED/tools/no-prose" ]; then "$$TEIKIT_SHARED/tools/no-prose" --history; \
	 elif [ -n "$$CI" ]; then echo "no-prose was not found: set TEIKIT_SHARED" >&2; exit 1; \
	 else echo "no-prose is not at hand (TEIKIT_SHARED is not set): skipped"; fi

bench: $(STAMPS)/dev
	$(BIN)/python -m bench

clean:
	rm -rf build dist .venv output/.built

# Set-up, each step done once.

$(BIN)/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

$(STAMPS)/toolkit: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable ".[map]"
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dev: pyproject.toml $(STAMPS)/toolkit
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

$(STAMPS)/system: scripts/install-test-tools | $(BIN)/python
	scripts/install-test-tools
	@mkdir -p $(STAMPS) && touch $@
