// fail: clear text is taken
CREATE (:AzureWebApp {https_only: false})

// fail: it was never asked for
CREATE (:AzureWebApp)

// pass: HTTPS only
CREATE (:AzureWebApp {https_only: true})
