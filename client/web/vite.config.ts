import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  base: "/",
  server: {
    // The sentences' catalogue lies beside the rules, outside this folder.
    fs: { allow: ["../.."] },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // The server's content policy allows scripts, styles and fonts from its own address only: nothing inline, no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One stylesheet, loaded at the start: a script that comes later must not wait for a style that does not come.
    cssCodeSplit: false,
    // What the screens share is one file: a phone on a slow line pays a round trip for each.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: "shared", test: /\/src\/((api|store|ui)\/[^/]+|strings\/[^/]+\.ts)$/ }],
        },
      },
    },
  },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "node",
    // The laws read the styles as they are written.
    css: true,
  },
});
