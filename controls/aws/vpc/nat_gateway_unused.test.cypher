// fail: no route leads to it
CREATE (:AwsNatGateway {state: 'available'})

// pass: one does
CREATE (:AwsNatGateway {state: 'available'})<-[:ROUTES_TO]-(:AwsRouteTable)

// pass: it was deleted
CREATE (:AwsNatGateway {state: 'deleted'})
