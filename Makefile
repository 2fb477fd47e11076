# What a person types. `make` alone tells what there is; the work itself is in tools/ and in `thidua`.

PORT ?= 8000
PYTHON := .venv/bin/python
THIDUA := .venv/bin/thidua
RUNTIME := .venv/.runtime-is-current
DEV := .venv/.dev-is-current
# More words for the command behind a target: make test ARGS="tests/orgs -k split"
ARGS ?=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo demo-data assets check test test-fast bench law-pages screenshots messages format lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: demo-data ## load the demonstration province and serve it on http://127.0.0.1:8000 (PORT=…)
	@$(THIDUA) serve --port $(PORT)

demo-data: $(RUNTIME) assets ## the same without serving; a second run keeps what is there
	@$(THIDUA) migrate --verbosity 0
	@$(THIDUA) demo $(ARGS)
	@$(THIDUA) collectstatic --noinput --verbosity 0

assets: $(RUNTIME)
	@$(PYTHON) -m tools.messages compile
	@$(THIDUA) build-assets --verbosity 0

check: $(DEV) assets ## lint, format, walls, types, migrations, translations, locks
	@$(PYTHON) -m tools.check

test: $(DEV) assets ## all tests: SQLite, PostgreSQL, browser (ARGS="tests/orgs")
	@$(PYTHON) -m tools.run_tests $(ARGS)

test-fast: $(DEV) assets ## SQLite only, without slow and browser tests
	@$(PYTHON) -m tools.run_tests --fast $(ARGS)

bench: $(DEV) assets ## measure speed and size on both databases; JSON lines and a table
	@$(THIDUA) bench $(ARGS)
	@$(PYTHON) -m tools.postgres $(THIDUA) bench $(ARGS)

law-pages: $(RUNTIME) ## write a page per award, in both languages, into var/law-pages (ARGS="--on 2024-01-01")
	@$(THIDUA) law docs var/law-pages $(ARGS)

screenshots: $(DEV) assets ## take the pictures of the README again, from the demonstration
	@$(PYTHON) -m tools.screenshots $(ARGS)

messages: $(RUNTIME) ## collect sentences to translate into each app's catalogue (ARGS="orgs web.shell")
	@$(PYTHON) -m tools.messages update $(ARGS)
	@$(PYTHON) -m tools.messages compile

format: $(DEV) ## put the code in its one form
	@.venv/bin/ruff check --fix --quiet .
	@.venv/bin/ruff format --quiet .

lock: $(DEV) ## write the lock files again from pyproject.toml (ARGS=--upgrade)
	@$(PYTHON) -m tools.lock $(ARGS)

# Stamps: nothing is looked at again until a lock file changes.
$(RUNTIME): pyproject.toml requirements.lock requirements-build.lock tools/environment.py
	@"$$(sh tools/find_python.sh)" tools/environment.py
	@touch $@

$(DEV): pyproject.toml requirements-dev.lock requirements-build.lock tools/environment.py
	@"$$(sh tools/find_python.sh)" tools/environment.py --dev
	@touch $@
