"""The documentation is true: generated pages are up to date, examples work, nothing is missing."""

from __future__ import annotations

import functools
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import graphql
import neo4j
import pytest
import typer
import yaml

from controls.load import load
from controls.mandates import load_mandates
from controls.policies import load_policies
from docs import generate, promised
from docs.commands import leaves
from docs.tables import anchor
from graph.connect import Settings as Neo4jSettings
from ingest.catalogue import discover
from server.cli.app import app
from server.settings import SETTINGS

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
AT_ROOT = ("README", "CHANGELOG", "CONTRIBUTING")
OURS = ("ingest", "graph", "controls", "schema", "server")
CONTROLS = load()
POLICIES = load_policies(CONTROLS)
MANDATES = load_mandates(CONTROLS, POLICIES)
COMMANDS = {" ".join(words): command for words, command in leaves()}

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GRAPHQL = re.compile(r'gql`(.*?)`|QUERY = """(.*?)"""|"query": "(.*?)"', re.DOTALL)
CALLED = re.compile(r"(?<![\w./-])cirrograph((?: +(?:\"[^\"]*\"|[\w.,/:=-]+|\[[^\]]*\]))+)")
STEP = re.compile(
    r"^```sh\n(?P<run>.*?)^```$|Put this into `(?P<path>[^`]+)`:\n\n```\w+\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
ABSOLUTE = re.compile(r"(?<![\w:.<{/])/(?:home|root|work|Users|tmp|opt|var|usr|mnt)/")


def pages() -> list[Path]:
    """Return every page that is written by hand."""
    return sorted(
        [*DOCS.glob("*.md"), *(ROOT / n for n in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md"))]
    )


def every_page() -> list[Path]:
    return [*pages(), *sorted(REFERENCE.rglob("*.md"))]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


each_page = pytest.mark.parametrize("path", pages(), ids=name_of)


@functools.cache
def reference(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def test_generated_pages_are_up_to_date() -> None:
    assert list(generate.differences()) == []


def test_the_generator_gives_the_same_bytes_twice() -> None:
    command = (sys.executable, "-m", "docs.generate", "--check")
    env = os.environ | {"PYTHONHASHSEED": "7"}
    done = subprocess.run(  # noqa: S603 - our own command line
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("label", discover().labels)
def test_every_type_has_its_page(label: str) -> None:
    declaration, text = discover()[label], reference(f"types/{label}.md")
    named = {f"`{p.name}`" for p in declaration.properties}
    named |= {f"`{r.type}`" for r in declaration.relationships}
    assert {name for name in named if name not in text} == set()
    assert f"(types/{label}.md)" in reference("types.md")


@pytest.mark.parametrize("type_", sorted(discover().relationship_types))
def test_every_relationship_has_its_entry(type_: str) -> None:
    assert f"\n## {type_}\n" in reference("relationships.md")


@pytest.mark.parametrize("control", CONTROLS)
def test_every_control_has_its_page(control: str) -> None:
    assert reference(f"controls/{control}.md").startswith(f"# {CONTROLS[control].title}")
    assert f"(controls/{control}.md)" in reference("controls.md")


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_has_its_entry(setting: str) -> None:
    assert f"| `{setting}` |" in reference("settings.md")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_entry(command: str) -> None:
    text = reference("commands.md").partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    options = {o for p in COMMANDS[command].params for o in p.opts if o.startswith("-")}
    assert COMMANDS[command].help
    assert {option for option in options if f"`{option}`" not in text} == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_is(command: str) -> None:
    silent = [p.name for p in COMMANDS[command].params if not getattr(p, "help", None)]
    assert silent == []


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_has_its_entry(policy: str) -> None:
    assert f"\n## {policy}\n" in reference("policies.md")


@pytest.mark.parametrize("mandate", MANDATES)
def test_every_mandate_has_its_entry(mandate: str) -> None:
    text = reference("mandates.md").partition(f"\n## {mandate}\n")[2].partition("\n## ")[0]
    missing = {
        leaf.number for leaf in MANDATES[mandate].leaves() if f"| {leaf.number} |" not in text
    }
    assert missing == set()


@pytest.mark.parametrize("permission", discover().permissions("aws"))
def test_every_permission_is_in_the_policy(permission: str) -> None:
    assert f'"{permission}"' in reference("permissions-aws.md")


def test_every_promise_that_a_test_names_is_known() -> None:
    assert set(promised.tests()) <= set(promised.RELIABILITY | promised.SECURITY)


def test_every_link_leads_somewhere() -> None:
    broken = [
        f"{name_of(path)}: {target}"
        for path in every_page()
        for target in LINK.findall(without_code(path.read_text(encoding="utf-8")))
        if not target.startswith("https://") and not leads(path, target)
    ]
    assert broken == []


def without_code(text: str) -> str:
    return FENCE.sub("", text)


def leads(page: Path, target: str) -> bool:
    """Tell whether a link's file is there, and its heading in it."""
    name, _, heading = target.partition("#")
    path = (page.parent / name).resolve() if name else page
    if not path.exists() or not path.is_relative_to(ROOT):
        return False
    return not heading or heading in anchors(path)


@functools.cache
def anchors(path: Path) -> frozenset[str]:
    text = without_code(path.read_text(encoding="utf-8"))
    return frozenset(anchor(h) for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE))


@each_page
def test_every_command_that_a_page_shows_exists(path: Path) -> None:
    wrong = [f"cirrograph{said}" for said in commands_in(path) if problem(said)]
    assert wrong == []


def commands_in(path: Path) -> list[str]:
    """Return what follows `cirrograph` in blocks of commands and in code inside sentences."""
    text = path.read_text(encoding="utf-8")
    blocks = [body for language, body in FENCE.findall(text) if language in {"", "sh"}]
    inline = re.findall(r"`(cirrograph [^`\n]+)`", without_code(text))
    return [said for body in (*blocks, *inline) for said in CALLED.findall(body)]


def problem(said: str) -> str:
    """Say what the command line does not know of a command, empty where it knows all."""
    words = re.findall(r'"[^"]*"|\S+', said)
    command: Any = typer.main.get_command(app)
    while words and getattr(command, "commands", None):
        if words[0] not in command.commands:
            return f"no command {words[0]}"
        command = command.commands[words.pop(0)]
    known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    return next((w for w in words if w.startswith("-") and w.partition("=")[0] not in known), "")


def test_pages_show_commands() -> None:
    shown = {said.split()[0] for path in pages() for said in commands_in(path)}
    assert {"connectors", "scan", "report", "findings", "controls", "query", "neo4j"} <= shown
    assert problem(" scna") == "no command scna"
    assert problem(" scan --fast") == "--fast"


@functools.cache
def schema() -> graphql.GraphQLSchema:
    return graphql.build_schema((ROOT / "schema" / "schema.graphql").read_text(encoding="utf-8"))


def graphql_examples() -> list[Any]:
    found: list[Any] = []
    for path in pages():
        for language, body in FENCE.findall(path.read_text(encoding="utf-8")):
            if language == "graphql":
                found.append(pytest.param(body, id=f"{path.name}-{len(found)}"))
            for groups in GRAPHQL.findall(body):
                found.append(pytest.param("".join(groups), id=f"{path.name}-{len(found)}"))
    return found


@pytest.mark.parametrize("query", graphql_examples())
def test_every_graphql_example_fits_the_schema(query: str) -> None:
    errors = graphql.validate(schema(), graphql.parse(query))
    assert [error.message for error in errors] == []


def test_there_are_examples_for_curl_python_and_apollo() -> None:
    assert len(graphql_examples()) >= 6


def cypher_examples() -> list[Any]:
    found = [
        pytest.param(path.read_text(encoding="utf-8"), id=path.name)
        for path in sorted((ROOT / "server" / "guide" / "queries").glob("*.cypher"))
    ]
    for language, body in FENCE.findall((DOCS / "quick-start.md").read_text(encoding="utf-8")):
        if language == "cypher":
            found.append(pytest.param(body, id=f"quick-start-{len(found)}"))
    return found


@pytest.mark.parametrize("query", cypher_examples())
def test_every_saved_query_is_cypher_on_declared_names(driver: neo4j.Driver, query: str) -> None:
    driver.execute_query(f"EXPLAIN {query}")
    ledger = {"Finding", "Control", "Unit", "Connector"}
    known = {*discover().labels, "Resource", "Unseen", "Tag", *ledger}
    assert set(re.findall(r"\(\w*:(\w+)", query)) <= known
    relationships = {*discover().relationship_types, "OF", "BY", "UNIT_OF"}
    assert set(re.findall(r"\[\w*:(\w+)", query)) <= relationships
    pairs = re.findall(r"\(\w*:(Aws\w+) \{(\w+):", query)
    assert {pair for pair in pairs if pair not in discover().pairs} == set()


def test_the_style_knows_every_type() -> None:
    style = (DOCS / "neo4j" / "cirrograph.grass").read_text(encoding="utf-8")
    assert style.count("{") == style.count("}")
    wanted = {*discover().labels, "Unseen", "Finding", "Control"}
    assert {label for label in wanted if f"node.{label} {{" not in style} == set()


@pytest.mark.parametrize("path", every_page(), ids=name_of)
def test_no_page_holds_the_path_of_a_machine(path: Path) -> None:
    assert ABSOLUTE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", OURS)
def test_the_packages_are_ours(name: str) -> None:
    assert Path(importlib.import_module(name).__file__ or "").is_relative_to(ROOT / name)


def test_yaml_examples_are_yaml() -> None:
    blocks = [
        body
        for path in pages()
        for language, body in FENCE.findall(path.read_text(encoding="utf-8"))
        if language == "yaml"
    ]
    assert len(blocks) >= 4
    assert all(yaml.safe_load(body) for body in blocks)


def test_overridden_controls_of_the_example_exist() -> None:
    text = (DOCS / "writing-a-control.md").read_text(encoding="utf-8")
    examples = [
        yaml.safe_load(body) for language, body in FENCE.findall(text) if language == "yaml"
    ]
    overrides = next(e for e in examples if "aws/iam/access_key_rotated" in e)
    assert set(overrides) <= set(CONTROLS)
    for control, said in overrides.items():
        assert set(said.get("thresholds", {})) <= set(CONTROLS[control].thresholds)


def test_the_ten_minutes_of_writing_a_control(
    graph: neo4j.Driver, neo4j_server: Neo4jSettings, aws_cloud: AwsCloud, tmp_path: Path
) -> None:
    """Follow the page as it is written, against a cloud with a good and a bad key."""
    assert graph is not None  # emptied: the page's commands fill it
    kms = aws_cloud.client("kms", "eu-west-1")
    owned = [{"TagKey": "owner", "TagValue": "shop"}]
    kms.create_key(Tags=owned)
    orphan = kms.create_key(Description="nobody's")["KeyMetadata"]["Arn"]
    reader = Reader(tmp_path, neo4j_server)
    text = (DOCS / "writing-a-control.md").read_text(encoding="utf-8")
    reader.connect(aws_cloud.endpoint_url)
    printed = [reader.follow(step) for step in STEP.finditer(text)]
    assert len(printed) >= 10
    said = "\n".join(printed)
    assert "1 controls checked, 0 problems" in said
    assert "Our own rules" in said
    assert "MANUAL" in said
    found = reader.run("cirrograph findings --control aws/kms/key_owner_tag --json")
    assert [f["resource"]["uid"] for f in yaml.safe_load(found)] == [orphan]


class Reader:
    """Somebody who does what a page says, in a folder of their own."""

    def __init__(self, folder: Path, server: Neo4jSettings) -> None:
        self.folder = folder
        self.exported = ""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "CIRROGRAPH_"))}
        here = str(Path(sys.executable).parent)
        self.env = kept | {
            "PATH": f"{here}{os.pathsep}{kept.get('PATH', '')}", "COLUMNS": "200",
            "NEO4J_URI": server.uri, "NEO4J_USERNAME": server.username,
            "NEO4J_PASSWORD": server.password,
        }  # fmt: skip

    def connect(self, endpoint_url: str) -> None:
        """Stand in for the demo: add the connector that it would have."""
        keys = "export AWS_ACCESS_KEY_ID=demo AWS_SECRET_ACCESS_KEY=demo CIRROGRAPH_HOME=demo\n"
        add = "cirrograph connectors add aws --name demo-aws --regions eu-west-1 --endpoint-url"
        self.run(f"{keys}{add} {endpoint_url}")

    def follow(self, step: re.Match[str]) -> str:
        """Run a block of commands, or write a file."""
        if step["run"] is None:
            path = self.folder / step["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], encoding="utf-8")
            return ""
        lines = step["run"].splitlines()
        self.exported += "".join(f"{line}\n" for line in lines if line.startswith("export "))
        return self.run(step["run"])

    def run(self, script: str) -> str:
        done = subprocess.run(  # noqa: S603 - a page of ours
            ["/bin/bash", "-euc", self.exported + script], cwd=self.folder, env=self.env,
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout
