# Two commands are all there is to know: make run, make test.
PYTHON ?= python3
BIN = .venv/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check bench clean

run: .venv/ready   ## the pages on http://localhost:8501, with made-up data if the store is empty
	$(BIN)/liaison-metrics serve --demo-if-empty

test: check   ## everything: style, types, import directions, tests, the browser
	tests/install_browser
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: .venv/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/ready-to-test   ## speed and memory, against stated alternatives and bars
	$(BIN)/python -m tests.bench

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-to-test: .venv/ready tests/requirements.txt
	$(PIP) -r tests/requirements.txt
	@touch $@
