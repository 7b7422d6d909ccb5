# `make help` lists the commands. They need Python 3.11 or newer and nothing else.

.DEFAULT_GOAL := help
SHELL := /bin/sh

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; \
	done || echo python3)
BIN := .venv/bin
# For checks that load the settings; nothing is signed with it.
CHECKING := SECRET_KEY=checking PAVILION_DEMO=1
QUICK := -m "not browser and not processes" -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: run
run: .venv-local ## Bring up the whole product on this machine (PORT=8000, HOST=127.0.0.1)
	@PORT='$(PORT)' HOST='$(HOST)' exec $(BIN)/python -m config.launcher run

.PHONY: demo-reset
demo-reset: .venv-local ## Throw the local database and photos away; the next run makes them anew
	@exec $(BIN)/python -m config.launcher demo-reset

.PHONY: demo-clock
demo-clock: .venv-local ## Let one matter of the demo fall due within a minute, and its sitting begin soon
	@exec $(BIN)/python -m config.launcher manage demo_clock

.PHONY: test
test: .venv-development ## Run every test (ARGS="tests/clocks -k sum" for some)
	@exec $(BIN)/python -m config.launcher test $(ARGS)

.PHONY: test-quick
test-quick: .venv-development ## Run the tests that need no browser and no processes (ARGS="-k sum")
	@exec $(BIN)/python -m config.launcher test $(QUICK) $(ARGS)

.PHONY: coverage
coverage: .venv-development ## Say which branches of what decides and writes no quick test takes
	@exec $(BIN)/python -m config.launcher test $(QUICK) --cov --cov-report=term $(ARGS)

.PHONY: check
check: .venv-development ## Run every check that needs no database
	@$(CHECKING) exec $(BIN)/python -m tools.checks

.PHONY: format
format: .venv-development ## Put code and templates into the house's form
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .
	@find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --target-version 5.2

.PHONY: messages
messages: .venv-development ## Write the catalogue of translations from the sources
	@$(CHECKING) $(BIN)/python -m tools.messages

.PHONY: acts
acts: .venv-development ## Write docs/acts.md from the tables of acts
	@$(CHECKING) $(BIN)/python -m tools.acts

.PHONY: lock
lock: ## Lock the packages of requirements/*.in (needs uv)
	@$(PYTHON) tools/lock.py

.PHONY: sbom
sbom: .venv-development ## Write what production is made of, as CycloneDX (ARGS=var/sbom.json)
	@$(BIN)/python -m tools.sbom '$(or $(ARGS),var/sbom.json)'

.PHONY: mutants
mutants: .venv-development ## Take rules away one by one; a test must die of each (ARGS=rules some of them)
	@exec $(BIN)/python -m tools.mutants $(ARGS)

.PHONY: figures
figures: .venv-development ## Say how long files and functions are, and what has a test
	@$(BIN)/python -m tools.figures

.PHONY: bench
bench: .venv-development ## Measure what bench/ measures, on servers of its own
	@exec $(BIN)/python -m config.launcher bench $(ARGS)

.PHONY: hostile-hour
hostile-hour: .venv-development ## Attack the product behind a real Caddy while neighbours use it (MINUTES=60)
	@MINUTES='$(or $(MINUTES),60)' exec $(BIN)/python -m bench.hostile_hour $(ARGS)

.PHONY: pictures
pictures: .venv-development ## Take the pictures of README.md from a running demo (ADDRESS=http://localhost:8000)
	@$(CHECKING) $(BIN)/python -m tools.pictures '$(or $(ADDRESS),http://localhost:8000)'

.PHONY: shell
shell: .venv-local ## Open a Python shell on the running product's database
	@exec $(BIN)/python -m config.launcher manage shell

.PHONY: manage
manage: .venv-local ## Run a command on the running product's database (ARGS="verify_ledger")
	@exec $(BIN)/python -m config.launcher manage $(ARGS)

.PHONY: help
help: ## Show this list
	@echo "Pavilion (议事亭)"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/\1|\2/p' $(firstword $(MAKEFILE_LIST)) \
		| while IFS='|' read -r name text; do printf '  make %-12s %s\n' "$$name" "$$text"; done

.PHONY: .venv-local .venv-development
.venv-local:
	@$(PYTHON) tools/environment.py local
.venv-development:
	@$(PYTHON) tools/environment.py development
