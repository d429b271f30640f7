# Two commands are enough to start: make run, make test. "make help" lists the others.
PYTHON ?= python3
BIN = .venv/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
PYTEST = $(BIN)/python -m pytest -n 4

# Tests start many processes: each would compile the whole program again where the environment forbids to keep it.
export PYTHONDONTWRITEBYTECODE =

.PHONY: help run test test-whole test-quick check audit format messages bench load sbom clean

help:   ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/ready   ## serve the pages at http://localhost:8501, with made-up data if the store is empty
	$(BIN)/liaison-metrics serve --demo-if-empty

# In the order of the folders: files with few and long tests, as those in a browser, must not be left for the end.
test: check   ## run everything: style, types, import directions, all tests, the browser
	tests/install_browser
	$(PYTEST) --dist loadfile --no-loadscope-reorder -m "not whole"

test-whole: .venv/ready-to-test   ## run what goes through all of something: every name, a standby, all examples
	tests/install_browser
	LIAISON_TEST_EXAMPLES=all $(PYTEST) --dist loadfile -m "whole or hypothesis"

test-quick: .venv/ready-to-test   ## run the tests of single modules and the most telling others: about 90 seconds
	$(PYTEST) --dist loadfile -m "not slow and not whole and not postgres" tests/unit \
		$(addprefix tests/services/test_, exports.py intake.py people.py uploads.py)

check: .venv/ready-to-test   ## check style, types, import directions and known weaknesses of packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.dependency_audit

audit: .venv/ready-to-test   ## look for known weaknesses of packages; without their data it is skipped and says so
	$(BIN)/python -m tests.dependency_audit

format: .venv/ready-to-test   ## format the code and sort its imports
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: .venv/ready-to-test   ## bring the catalogues of all languages in step with the texts; list what to translate
	$(BIN)/python -m tests.messages

bench: .venv/ready-to-test   ## measure speed and memory against stated alternatives
	$(BIN)/python -m tests.bench

load: .venv/ready-to-test   ## 100 people click for half an hour while sheets are uploaded: answer times, errors, memory
	$(BIN)/python -m tests.bench.load

sbom: .venv/ready   ## list all packages of the program with versions and licences (CycloneDX), for a release
	$(PYTHON) -m venv .venv/sbom
	.venv/sbom/bin/python -m pip install --quiet --disable-pip-version-check cyclonedx-bom==7.5.0
	.venv/sbom/bin/cyclonedx-py environment $(BIN)/python --pyproject pyproject.toml --output-reproducible \
		--output-format JSON --output-file liaison-metrics.cdx.json

clean:   ## remove the environment and all caches
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info

.venv/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-to-test: .venv/ready tests/requirements.txt
	$(PIP) -r tests/requirements.txt
	@touch $@
