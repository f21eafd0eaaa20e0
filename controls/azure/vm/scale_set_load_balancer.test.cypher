// fail: none
CREATE (:AzureScaleSet)

// pass: a load balancer
CREATE (:AzureScaleSet)<-[:ROUTES_TO]-(:Resource:AzureLoadBalancer)

// pass: one that is not known
CREATE (:AzureScaleSet)<-[:ROUTES_TO]-(:Resource:Unseen)
