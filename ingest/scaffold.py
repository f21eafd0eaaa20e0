"""Make the file of a new resource type, ready to be filled in.

python -m ingest.scaffold aws sqs_queue AwsSqsQueue
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
USAGE = 3

TEXT = '''"""<What they are>."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.items import Item
from ingest.model import Records, Resource, key, prop

if TYPE_CHECKING:
    from ingest.{cloud}.client import Aws


class {label}(Resource, service="<sdk name>", lists="<service:ListCall>"):
    """<What it is>."""

    arn: str = key("Amazon Resource Name.")
    state: str | None = prop("<What it tells.>")


def fetch(aws: Aws) -> Records[{label}]:
    """Yield the region's <things>."""
    return aws.records(read, aws.pages("<list_things>", "<Things>"))


def read(aws: Aws, item: Item) -> {label}:  # noqa: ARG001 - every `read` takes both
    """Make the record of one."""
    return {label}(
        arn=item["Arn"],
        name=item["Name"],
        created_at=item.get("CreatedAt"),
        raw=item.raw,
        state=item.get("State"),
    )
'''


def main(arguments: list[str]) -> int:
    """Write the file, unless there is one; return the exit code."""
    if len(arguments) != USAGE:
        sys.stdout.write(f"{__doc__}\n")
        return 2
    cloud, name, label = arguments
    path = HERE / cloud / f"{name}.py"
    if not path.parent.is_dir() or path.exists():
        why = "one already" if path.exists() else "no such cloud"
        sys.stdout.write(f"{path}: there is {why}\n")
        return 2
    path.write_text(TEXT.format(cloud=cloud, label=label), encoding="utf-8")
    sys.stdout.write(f"made {path}; next: fill in what stands in <>, then `just docs`\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
