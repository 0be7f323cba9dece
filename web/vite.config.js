import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { defineConfig } from "vite";

const SOURCES = new URL("./src/", import.meta.url);

/** What the output was built from, so that a stale build shows without Node (tests/test_web_build.py). */
function builtFrom() {
  return {
    name: "built-from",
    generateBundle() {
      const hash = createHash("sha256");
      for (const name of readdirSync(SOURCES).sort()) {
        hash.update(`${name}\n`).update(readFileSync(new URL(name, SOURCES)));
      }
      this.emitFile({ type: "asset", fileName: "built-from.txt", source: `${hash.digest("hex")}\n` });
    },
  };
}

export default defineConfig({
  plugins: [builtFrom()],
  publicDir: "public",
  build: {
    outDir: "../src/dragoman/web/static",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    // Each entry stands alone, so that the pages can load it as a plain script.
    rollupOptions: {
      input: { app: "src/app.ts", theme: "src/theme.ts" },
      output: { entryFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
