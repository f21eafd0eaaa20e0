"""`cirrograph controls`: list, show, check and scaffold controls."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import track
from rich.syntax import Syntax

from controls.cases import run_cases
from controls.control import Control
from controls.errors import ControlError
from controls.lint import lint
from controls.load import read
from controls.mandates import unknown_requirements
from controls.mutate import survivors
from controls.policies import unknown_policies
from controls.scaffold import scaffold
from graph.local.progress import bar
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment, controls_of, types_of
from server.reporting import mandates_of, policies_of
from server.settings import Settings

app = typer.Typer(name="controls", help="The checks.", no_args_is_help=True)
WRONG = 1


@app.command("list")
def list_controls(as_json: show.AsJson = False) -> None:
    """List all controls."""
    controls, broken = controls_of(Settings.from_env())
    if as_json:
        show.json([_about(control) for control in controls.values()])
    else:
        show.table(
            f"{len(controls)} controls", ("id", "severity", "resource", "title"),
            [
                (c.id, "disabled" if c.disabled else c.severity, c.resource, c.title)
                for c in controls.values()
            ],
        )  # fmt: skip
    for problem in broken:
        show.err.print(f"[yellow]left out:[/] {show.escape(problem)}", soft_wrap=True)


@app.command("show")
def show_control(
    control: Annotated[str, typer.Argument(help="Id of a control.")], as_json: show.AsJson = False
) -> None:
    """Show one control: what it checks, why, how to put it right, and its Cypher."""
    found = _named(control)
    if as_json:
        show.json(_about(found) | {"text": found.text})
        return
    show.out.print(f"[bold]{show.escape(found.title)}[/]  {show.colored(found.severity)}")
    show.out.print(f"[dim]{show.escape(str(found.path))}[/]", soft_wrap=True)
    show.out.print(Syntax(found.text, "cypher", background_color="default", word_wrap=True))


@app.command("check")
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files of controls; all controls without any.")
    ] = None,
    mutate: Annotated[bool, typer.Option(help="Also mutate the Cypher: slower.")] = False,
    as_json: show.AsJson = False,
) -> None:
    """Lint controls and run the cases beside them; exit with code 1 where something is wrong."""
    with Deployment.open(progress=bar) as deployment:
        chosen, problems = _chosen(deployment, paths or [])
        if not paths:
            problems += _unknown(deployment)
        quiet = as_json or not show.err.is_terminal
        for control in track(chosen, "check", console=show.err, disable=quiet, transient=True):
            problems += _problems(deployment, control, mutate=mutate)
    if as_json:
        show.json({"controls": [c.id for c in chosen], "problems": problems})
    else:
        for problem in problems:
            show.out.print(show.escape(problem), soft_wrap=True)
        show.out.print(f"{len(chosen)} controls checked, {len(problems)} problems")
    if problems:
        raise typer.Exit(WRONG)


@app.command("new")
def new(
    path: Annotated[Path, typer.Argument(help="File to make, `<own>/controls/.../name.cypher`.")],
    resource: Annotated[str, typer.Option(help="Label of what it checks, such as AwsS3Bucket.")],
    policy: Annotated[str, typer.Option(help="Policy it belongs to.")] = "company-tagging",
    as_json: show.AsJson = False,
) -> None:
    """Make a new control with its cases, ready to be filled in."""
    if path.suffix != ".cypher":
        raise UserError(f"{path}: a control is a file called <name>.cypher")
    catalogue = types_of(Settings.from_env())
    if resource not in catalogue:
        raise UserError(f"no type is called {resource!r}: see `cirrograph resources --help`")
    cases = path.with_suffix(".test.cypher")
    for file in (path, cases):
        if file.exists():
            raise UserError(f"{file} is there already: choose another name")
    made = scaffold(resource, catalogue, policy=policy)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.control, encoding="utf-8")
    cases.write_text(made.cases, encoding="utf-8")
    if as_json:
        show.json({"control": str(path), "cases": str(cases)})
    else:
        show.out.print(f"made {path} and {cases}; next: cirrograph controls check {path}")


def _named(id_: str) -> Control:
    controls, _ = controls_of(Settings.from_env())
    if id_ not in controls:
        raise UserError(f"no control is called {id_!r}: see `cirrograph controls list`")
    return controls[id_]


def _chosen(deployment: Deployment, paths: list[Path]) -> tuple[list[Control], list[str]]:
    """Return the controls to check, and what is wrong with those that can't be loaded."""
    if not paths:
        return list(deployment.controls.values()), list(deployment.broken)
    known = {control.path.resolve(): control for control in deployment.controls.values()}
    chosen, problems = [], []
    for path in paths:
        try:
            chosen.append(known.get(path.resolve()) or _lone(path))
        except ControlError as error:
            problems.append(str(error))
    return chosen, problems


def _lone(path: Path) -> Control:
    """Read a control that stands in no configured folder: its id counts from `controls/`."""
    whole = path.resolve()
    root = next((p for p in whole.parents if p.name == "controls"), whole.parent)
    return read(whole, root=root, own=True)


def _problems(deployment: Deployment, control: Control, *, mutate: bool) -> list[str]:
    """Return what lint, the cases and the mutants say."""
    given: dict[str, Any] = {"database": deployment.database}
    driver, catalogue = deployment.driver, deployment.catalogue
    found = [str(p) for p in lint(driver, control, catalogue, **given)]
    if found:
        return found
    for outcome in run_cases(driver, control, catalogue, **given):
        if outcome.why:
            case = outcome.case
            found.append(f"{control.cases_path}:{case.line}: {case.kind}: {outcome.why}")
    if mutate and not found:
        found += [
            f"{control.path}:{m.line}: no case notices when {m.description}: add one, or end the "
            "line with `// survives: <reason>`"
            for m in survivors(driver, control, **given).survivors
        ]
    return found


def _unknown(deployment: Deployment) -> list[str]:
    """Return the policies, mandates and requirements that controls name and that are not there."""
    errors = [
        *unknown_policies(deployment.controls, policies_of(deployment)),
        *unknown_requirements(deployment.controls, mandates_of(deployment)),
    ]
    return [str(error) for error in errors]


def _about(control: Control) -> dict[str, Any]:
    return {
        "id": control.id, "title": control.title, "resource": control.resource,
        "severity": control.severity, "policy": control.policy, "disabled": control.disabled,
        "mandates": {k: list(v) for k, v in control.mandates.items()},
        "also": {k: list(v) for k, v in control.also.items()},
        "why": control.why, "fix": control.fix.model_dump(), "own": control.own,
        "thresholds": dict(control.thresholds), "path": str(control.path),
    }  # fmt: skip
