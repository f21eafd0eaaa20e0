// The worst findings with their resources and controls
MATCH p = (:Control)<-[:BY]-(:Finding {status: 'FAIL', severity: 'critical'})-[:OF]->(:Resource)
RETURN p LIMIT 100
