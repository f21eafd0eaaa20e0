"""`cirrograph export`: reports and findings as files for other tools and for auditors."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from controls.rederive import changed_since, differences
from graph.local.progress import bar
from server.cli import show
from server.cli.errors import UserError
from server.deployment import Deployment

app = typer.Typer(
    name="export", help="Reports and findings as files for other tools.", no_args_is_help=True
)

BROKEN = 1
PIECE = 1 << 20
Out = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write; standard output by default."),
]
Number = Annotated[
    int | None, typer.Option("--run", help="Number of a run; the latest by default.")
]
AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
Mandate = Annotated[str, typer.Argument(help="Id of a mandate, such as cis-aws-6.0.")]
Named = Annotated[str, typer.Argument(help="Name of a connector.")]


@app.command("report")
def report(
    mandate: Mandate,
    connector: Named,
    format_: Annotated[
        str, typer.Option("--format", "-f", help="html, json, csv, ocsf or sarif.")
    ] = "json",
    number: Number = None,
    output: Out = None,
    as_json: AsJson = False,
) -> None:
    """Write a run of a report: requirements, verdicts, findings with evidence, waivers, hashes."""
    from server.exports import exporter, formats  # noqa: PLC0415 - slow to import, for this only

    chosen = "json" if as_json else _format(format_, formats.FORMATS)
    with Deployment.open(progress=bar) as deployment:
        export = exporter.Exporter.of(deployment).report(mandate, connector, number)
        _write(formats.FORMATS[chosen].write(export), output)


@app.command("findings")
def findings(
    format_: Annotated[
        str, typer.Option("--format", "-f", help="json, csv, ocsf or sarif.")
    ] = "json",
    connector: Annotated[str | None, typer.Option(help="Name of a connector.")] = None,
    control: Annotated[str | None, typer.Option(help="Id of a control.")] = None,
    severity: Annotated[str | None, typer.Option(help="critical, high, ...")] = None,
    status: Annotated[str | None, typer.Option(help="FAIL, NOT_EVALUATED or WAIVED.")] = None,
    output: Out = None,
    as_json: AsJson = False,
) -> None:
    """Write the current findings, as many as there are, without holding them in memory."""
    from server.exports import exporter, formats  # noqa: PLC0415 - slow to import, for this only

    chosen = "json" if as_json else _format(format_, formats.OF_FINDINGS)
    with Deployment.open(progress=bar) as deployment:
        export = exporter.Exporter.of(deployment).findings(
            connector=connector, control=control, severity=severity, status=status
        )
        _write(formats.FORMATS[chosen].write(export), output)


@app.command("verify")
def verify(
    mandate: Mandate,
    connector: Named,
    number: Number = None,
    file: Annotated[
        Path | None, typer.Option(help="A JSON export that must be this very run.")
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Hash a run's document again, and derive its verdicts again from what it lists."""
    from server.exports import exporter  # noqa: PLC0415 - slow to import, for this only

    with Deployment.open(progress=bar) as deployment:
        run = exporter.Exporter.of(deployment).run(mandate, connector, number)
        changed = changed_since(run.said, deployment.controls)
    wrong = list(differences(run.said, run.held.found))
    if file is not None and (hash_ := _held(file).hash) != run.hash:
        wrong.insert(0, f"{file} has the SHA-256 {hash_}: it is not run {run.number}")
    said = {
        "report": f"{run.mandate}|{run.connector}", "number": run.number, "hash": run.hash,
        "holds": not wrong, "differences": wrong, "controls_changed_since": changed,
    }  # fmt: skip
    _tell(said, as_json=as_json)


@app.command("verify-file")
def verify_file(
    file: Annotated[Path, typer.Argument(help="A run as exported with --format json.")],
    hash_: Annotated[
        str | None, typer.Option("--hash", help="The run's SHA-256, as it was told elsewhere.")
    ] = None,
    as_json: show.AsJson = False,
) -> None:
    """Check a run's exported document by itself: no database is needed."""
    held = _held(file)
    wrong = list(differences(held.head, held.found))
    if hash_ is not None and hash_.lower() != held.hash:
        wrong.insert(0, f"its SHA-256 is {held.hash}, and not {hash_}")
    said = {
        "report": held.head.get("report"), "number": held.head.get("number"), "hash": held.hash,
        "holds": not wrong, "differences": wrong,
    }  # fmt: skip
    _tell(said, as_json=as_json)


def _held(file: Path) -> Any:
    from server.exports.held import Held, NoDocument  # noqa: PLC0415 - for these commands only

    try:
        with file.open("rb") as source:
            return Held(iter(lambda: source.read(PIECE), b""))
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror}") from None
    except NoDocument as error:
        raise UserError(f"{file}: {error}; export it with --format json") from None


def _tell(said: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        show.json(said)
    else:
        show.out.print(f"run {said['number']} of {show.escape(str(said['report']))}")
        show.out.print(f"SHA-256 {said['hash']}")
        for line in said["differences"]:
            show.out.print(f"[red]differs[/] {show.escape(line)}")
        if said["holds"]:
            show.out.print("[green]holds[/]: its parts hash to what they say, its verdicts follow")
        for control in said.get("controls_changed_since", ()):
            show.out.print(f"[dim]changed since: {show.escape(control)}[/]")
    if not said["holds"]:
        raise typer.Exit(BROKEN)


def _format(named: str, known: Iterable[str]) -> str:
    there = tuple(known)
    if named not in there:
        raise UserError(f"--format {named!r}: one of {', '.join(there)}")
    return named


def _write(pieces: Iterator[bytes], output: Path | None) -> None:
    if output is not None:
        _to_file(pieces, output)
        return
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # who reads has seen enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_file(pieces: Iterator[bytes], output: Path) -> None:
    """Write a file that is there whole or not at all."""
    try:
        made, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        raise UserError(f"{output} cannot be written: {error.strerror}") from None
    try:
        with open(made, "wb") as file:  # noqa: PTH123 - a descriptor has no path
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(output)
    except BaseException:  # Ctrl-C too: nothing half written is left lying
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
