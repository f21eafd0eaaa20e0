"""What the configuration of an app says: its runtime, and whom its access rules let in."""

from __future__ import annotations

import re
from typing import Any

from ingest.items import dig
from ingest.model import Json

EVERYONE = {"any", "0.0.0.0/0", "::/0"}
JAVA = re.compile(r"(?:java|jre)(\d+)$")  # `17-java17`, `9.0-jre8`: of Java itself, or of a server
JAVA_SERVERS = {"java", "tomcat", "jbosseap"}
OLD_JAVA = "1."  # Java 8 is called 1.8 too
IMAGES = {"docker", "compose", "kube", "sitecontainers"}  # no runtime of App Service's own
LAST = 2**31  # a rule without a priority comes last


def runtime(config: Json) -> tuple[str | None, str | None]:
    """Return an app's language, in lower case, and its version.

    On Windows an app has a version of every language, whatever it runs: only Java's says something,
    as it is empty unless it is used.
    """
    said = dig(config, "properties.linuxFxVersion") or ""
    if not said:
        java = dig(config, "properties.javaVersion") or ""
        return ("java", _java(java)) if java else (None, None)
    name, _, version = said.lower().partition("|")
    if name in IMAGES:
        return None, None
    if name in JAVA_SERVERS:
        found = JAVA.search(version)
        return "java", found[1] if found else _java(version)
    return name or None, version.removesuffix("-lts") or None


def lets_everyone_in(config: Json) -> bool | None:
    """Return whether the access rules of an app let any address in; None where it has no rules.

    The first rule about every address decides. A rule that also asks for a header, such as that of
    a front door, is none about everyone.
    """
    said: Json = config.get("properties") or {}
    rules = said.get("ipSecurityRestrictions")
    default = said.get("ipSecurityRestrictionsDefaultAction")
    if rules is None and default is None:
        return None
    for rule in sorted(rules or (), key=_priority):
        if (rule.get("ipAddress") or "").lower() in EVERYONE and not rule.get("headers"):
            return bool(rule.get("action") != "Deny")
    return default == "Allow" if default else not rules


def _priority(rule: Any) -> int:
    said = rule.get("priority")
    return said if isinstance(said, int) else LAST


def _java(said: str) -> str | None:
    version = said.lower().removeprefix(OLD_JAVA)
    return re.split(r"[._u-]", version)[0] or None
