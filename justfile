set positional-arguments

# Check and test: what CI runs
default: lint test

# Lint, types, layers, and that generated files are up to date
lint:
    ruff check .
    ruff format --check .
    mypy
    lint-imports

# The web page, built from its sources unless it is up to date; checks its types too
web:
    python hatch_build.py

# The whole suite, one process a core, each with a Neo4j of its own
test *args: web
    pytest -n auto --dist loadfile "$@"

# Ratios, each taken side by side in one run on one machine (minutes; needs a quiet machine)
bench:
    python -m bench.load
    python -m bench.controls
    python -m bench.graphql
    python -m bench.executor
    python -m bench.latency
    python -m bench.clouds

# A company's size: 200 accounts, a million resources (about half an hour)
bench-scale *args:
    python -m bench.scale "$@"

# Generate the reference pages and the GraphQL schema
docs:
    python -m docs.generate
    cirrograph schema --write schema/schema.graphql

# Mutate every control's Cypher and note those whose cases kill all mutants
mutate:
    CIRROGRAPH_MUTATE=all pytest -n auto tests/controls/test_all_controls.py -k mutants

# Plan every control and note what each reads, for those who run it not to
read-sets:
    CIRROGRAPH_READ_SETS=write pytest tests/controls/test_shipped.py

# A new control with its cases: just new-control own/controls/aws/s3/mine.cypher AwsS3Bucket
new-control path resource:
    cirrograph controls new "$1" --resource "$2"

# A new resource type: just new-resource aws sqs_queue AwsSqsQueue
new-resource cloud name label:
    python -m ingest.scaffold "$1" "$2" "$3"

# Look the locked dependencies up among known vulnerabilities (needs the internet; not part of CI)
audit:
    uvx pip-audit --disable-pip --require-hashes -r requirements-dev.lock

# Lock the dependencies, with hashes and without addresses
lock:
    uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --extra demo -q pyproject.toml -o requirements.lock
    uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --extra demo --extra telemetry --group dev -c requirements.lock -q pyproject.toml -o requirements-dev.lock
