// fail: one route leads nowhere
CREATE (:AwsRouteTable {dead_destinations: ['10.1.0.0/16']})

// pass: all lead somewhere
CREATE (:AwsRouteTable {dead_destinations: []})
