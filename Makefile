# Two commands do all set-up: `make run` opens the window on the sample corpus, `make test` checks
# everything. Both install what is missing into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORE := .venv-core
DEMO := demo
# Folders of public labelled sets, when there are any beside the checkout.
EVAL ?= $(wildcard ../shared/eval)

.PHONY: run test lint types contracts unit core-only quality bench pictures package clean

run: $(VENV)/.ready
	@packaging/system-libraries.sh window
	@packaging/run.sh "$(BIN)" "$(DEMO)"

test: $(VENV)/.ready
	@packaging/system-libraries.sh offscreen
	@$(MAKE) --no-print-directory lint types contracts unit core-only

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

contracts: $(VENV)/.ready
	$(BIN)/lint-imports

unit: $(VENV)/.ready
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile

# The core must work, and pass its tests, where Qt is not installed.
core-only: $(CORE)/.ready
	$(CORE)/bin/python -m pytest -n 2 --dist loadfile tests/core

quality: $(VENV)/.ready
	$(BIN)/python tests/quality/report.py $(EVAL)

bench: $(VENV)/.ready
	@for script in benchmarks/*.py; do echo "== $$script"; QT_QPA_PLATFORM=offscreen $(BIN)/python $$script || exit 1; done

# Takes every picture of the documentation anew, on the sample corpus.
pictures: $(VENV)/.ready
	@packaging/system-libraries.sh offscreen
	rm -rf build/pictures
	QT_QPA_PLATFORM=offscreen $(BIN)/tawatur --language ar --analyst "هـ.س" demo build/pictures
	cp build/pictures/screenshots/*-ar-light.png build/pictures/screenshots/*-en-dark.png docs/screenshots/

package: $(VENV)/.ready
	packaging/build.sh

$(VENV)/.ready: pyproject.toml
	@packaging/environment.sh "$(PYTHON)" "$(VENV)" ".[gui,dev]"
	@touch $@

$(CORE)/.ready: pyproject.toml
	@packaging/environment.sh "$(PYTHON)" "$(CORE)" ".[test]"
	@touch $@

clean:
	rm -rf $(VENV) $(CORE) $(DEMO) build dist
