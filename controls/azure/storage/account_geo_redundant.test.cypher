// fail: copies in one place
CREATE (:AzureStorageAccount {sku: 'Standard_LRS'})

// fail: copies in one region
CREATE (:AzureStorageAccount {sku: 'StandardV2_ZRS'})

// pass: a copy in another region
CREATE (:AzureStorageAccount {sku: 'Standard_RAGRS'})

// pass: copies in zones, and one in another region
CREATE (:AzureStorageAccount {sku: 'Standard_GZRS'})

// pass: a premium tier
CREATE (:AzureStorageAccount {sku: 'Premium_LRS'})
