// fail: no policy
CREATE (:GcpNetwork)

// fail: a policy that logs nothing
CREATE (:GcpNetwork)<-[:APPLIES_TO]-(:GcpDnsPolicy {is_query_logged: false})

// fail: the policy of another network
CREATE (:GcpNetwork)
CREATE (:GcpNetwork {expect: 'pass'})<-[:APPLIES_TO]-(:GcpDnsPolicy {is_query_logged: true})

// pass: a policy that logs
CREATE (:GcpNetwork)<-[:APPLIES_TO]-(:GcpDnsPolicy {is_query_logged: true})
