// Failures with all their neighbours
MATCH p = (:Finding {status: 'FAIL'})-[:OF]->(:Resource)--(:Resource)
RETURN p LIMIT 100
