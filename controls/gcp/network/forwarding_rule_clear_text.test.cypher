// fail: it serves HTTP
CREATE (:GcpForwardingRule {is_external: true})-[:FORWARDS_TO]->(:GcpTargetHttpProxy)
  -[:FORWARDS_TO]->(:GcpUrlMap {only_redirects_to_https: false})

// pass: it only leads to HTTPS
CREATE (:GcpForwardingRule {is_external: true})-[:FORWARDS_TO]->(:GcpTargetHttpProxy)
  -[:FORWARDS_TO]->(:GcpUrlMap {only_redirects_to_https: true})

// pass: only our networks reach it
CREATE (:GcpForwardingRule {is_external: false})-[:FORWARDS_TO]->(:GcpTargetHttpProxy)
  -[:FORWARDS_TO]->(:GcpUrlMap {only_redirects_to_https: false})

// pass: it takes HTTPS
CREATE (:GcpForwardingRule {is_external: true})-[:FORWARDS_TO]->(:GcpTargetHttpsProxy)
  -[:FORWARDS_TO]->(:GcpUrlMap {only_redirects_to_https: false})
