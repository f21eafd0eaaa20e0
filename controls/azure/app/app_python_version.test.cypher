// fail: the last one that has ended
CREATE (:AzureWebApp {runtime: 'python', runtime_version: '3.10'})

// pass: the oldest that is mended
CREATE (:AzureWebApp {runtime: 'python', runtime_version: '3.11'})

// pass: another language
CREATE (:AzureWebApp {runtime: 'php', runtime_version: '3.10'})

// unread: its configuration
CREATE (:AzureWebApp {unread: ['runtime', 'runtime_version']})
