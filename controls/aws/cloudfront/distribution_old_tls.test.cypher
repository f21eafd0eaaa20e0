// fail: version 1.1
CREATE (:AwsCloudfrontDistribution {has_own_certificate: true, minimum_tls: 'TLSv1.1_2016'})

// pass: version 1.2
CREATE (:AwsCloudfrontDistribution {has_own_certificate: true, minimum_tls: 'TLSv1.2_2021'})

// pass: CloudFront's certificate, with which nothing can be chosen
CREATE (:AwsCloudfrontDistribution {has_own_certificate: false, minimum_tls: 'TLSv1'})
