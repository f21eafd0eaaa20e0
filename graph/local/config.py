"""The server's configuration: on loopback, quiet, and with every door shut that we do not use.

Whoever may run Cypher must not reach files, URLs or other machines through it: no LOAD CSV from
files, every address blocked for URLs, no procedure with more rights than its caller, no HTTP
transaction endpoint. The server sends nothing out: no usage report, no telemetry. Left out, since
Community does not know the setting: `browser.allow_outgoing_connections`; Browser itself may ask.
Queries are not logged: their parameters are the inventory. Transaction logs are kept short, since
what the graph holds can be read from the clouds again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.local.home import State
    from graph.local.settings import LocalSettings

HOST = "127.0.0.1"
TRANSACTION_MIB = 256  # what one transaction may need, ours as well as a control's
MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")

HARDENED = {
    "server.config.strict_validation.enabled": "true",
    "server.default_listen_address": HOST,
    "server.https.enabled": "false",
    "server.http_enabled_modules": "BROWSER",
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
    "dbms.security.auth_enabled": "true",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "dbms.security.procedures.unrestricted": "",
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",  # else a stop takes 10 s
    "db.logs.query.enabled": "OFF",
    "db.transaction.timeout": "30m",
    "db.lock.acquisition.timeout": "60s",
    "db.checkpoint.interval.time": "1m",
    "db.tx_log.rotation.size": "16M",
    "db.tx_log.rotation.retention_policy": "32M size",
}


def neo4j_conf(settings: LocalSettings, state: State) -> str:
    """Return the text of `neo4j.conf` for these sizes and ports."""
    lines = HARDENED | {
        "server.bolt.listen_address": f"{HOST}:{state.bolt_port}",
        "server.bolt.advertised_address": f"{HOST}:{state.bolt_port}",
        "server.http.listen_address": f"{HOST}:{state.http_port}",
        "server.http.advertised_address": f"{HOST}:{state.http_port}",
        "server.memory.pagecache.size": f"{settings.page_cache_mib}M",
        "dbms.memory.transaction.total.max": f"{settings.heap_mib * 6 // 10}M",
        "db.memory.transaction.max": f"{min(TRANSACTION_MIB, settings.heap_mib * 4 // 10)}M",
    }
    if settings.read_only:
        lines["server.databases.default_to_read_only"] = "true"
    return "".join(f"{name}={value}\n" for name, value in lines.items())


def java_options(settings: LocalSettings) -> list[str]:
    """Return the Java options: memory, the packages Neo4j reaches into, an end on exhaustion."""
    return [
        f"-Xms{min(settings.heap_mib, 256)}m",
        f"-Xmx{settings.heap_mib}m",
        # The better compiler takes a third of the processor's time before it is worth it.
        *(["-XX:TieredStopAtLevel=1"] if settings.short_lived else []),
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-OmitStackTraceInFastThrow",
        "-Xshare:auto",
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-Dlog4j2.disable.jmx=true",
        "-Dlog4j2.formatMsgNoLookups=true",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
    ]
