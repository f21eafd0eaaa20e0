// fail: by both ways
CREATE (:AzureWebApp {basic_ftp: true, basic_deployment: true})

// fail: by FTP
CREATE (:AzureWebApp {basic_ftp: true, basic_deployment: false})

// fail: by deployment
CREATE (:AzureWebApp {basic_ftp: false, basic_deployment: true})

// fail: FTP was never forbidden
CREATE (:AzureWebApp {basic_deployment: false})

// fail: deployment was never forbidden
CREATE (:AzureWebApp {basic_ftp: false})

// pass: by neither
CREATE (:AzureWebApp {basic_ftp: false, basic_deployment: false})

// unread: its policies
CREATE (:AzureWebApp {unread: ['basic_ftp', 'basic_deployment']})
