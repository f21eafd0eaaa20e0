import { resolve } from "node:path";

import { defineConfig } from "vite";

// Two pages: ours, and GraphiQL with its editor of several megabytes, which ours never loads.
// Nothing is inlined as a data: address and no script stands in the HTML: the policy the pages are
// served under (server/pages.py) allows neither.
export default defineConfig({
  appType: "mpa",
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        index: resolve(import.meta.dirname, "index.html"),
        graphiql: resolve(import.meta.dirname, "graphiql.html"),
      },
      onwarn(warning, warn) {
        // "use client" is for servers that render; there is none
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
});
