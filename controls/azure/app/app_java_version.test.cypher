// fail: 8
CREATE (:AzureWebApp {runtime: 'java', runtime_version: '8'})

// pass: the oldest that is mended
CREATE (:AzureWebApp {runtime: 'java', runtime_version: '11'})

// pass: another language
CREATE (:AzureWebApp {runtime: 'php', runtime_version: '8.4'})

// unread: its configuration
CREATE (:AzureWebApp {unread: ['runtime', 'runtime_version']})
