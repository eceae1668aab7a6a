# demo · test · check · bench · score — each builds what it needs in .venv

PYTHON ?= python3
VENV   ?= .venv
SHARED ?= ../shared
BIN    := $(VENV)/bin
PLUGINS := $(sort $(wildcard plugins/*/pyproject.toml))

.PHONY: demo test check bench bench-docs score score-docs format clean

demo: $(VENV)/.installed
	@echo '$$ recon check seeds'
	@$(BIN)/recon check seeds || test $$? -eq 1
	@echo
	@echo '$$ recon reconcile seeds'
	@$(BIN)/recon reconcile seeds

test: $(VENV)/.developer
	$(BIN)/pytest -q --numprocesses logical --dist loadfile

check: $(VENV)/.developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.developer
	$(BIN)/python -m benchmarks

# NEWS: articles of your own, to measure on as well
bench-docs: $(VENV)/.developer
	@$(BIN)/pip install --quiet --group bench
	$(BIN)/python -m benchmarks long $(NEWS) --write docs

score: $(VENV)/.developer
	$(BIN)/python -m tests.quality.score --shared $(SHARED)

# the page of the ranking anew: its tables, its plot and its results
score-docs: $(VENV)/.developer
	@$(BIN)/pip install --quiet --group bench
	$(BIN)/python -m tests.quality.ranking --shared $(SHARED) --write docs

format: $(VENV)/.developer
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "recon needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	@echo 'building $(VENV), once …'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'

$(VENV)/.installed: $(VENV)/bin/pip pyproject.toml $(PLUGINS)
	@$(BIN)/pip install --quiet --editable '.[charts,html,language,pdf,serve,warc]' $(foreach plugin,$(PLUGINS),--editable $(dir $(plugin)))
	@touch $@

$(VENV)/.developer: $(VENV)/.installed
	@$(BIN)/pip install --quiet --group dev
	@if command -v java >/dev/null; then $(BIN)/pip install --quiet --group spark; fi
	@touch $@
