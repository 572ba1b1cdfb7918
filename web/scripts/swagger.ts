/** Put Swagger UI's files into the build, so that the API's page loads nothing from another host. */
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import type { Plugin } from "vite"

const FILES = ["swagger-ui.css", "swagger-ui-bundle.js"]

export function swagger(): Plugin {
  return {
    name: "batua:swagger",
    apply: "build",
    async generateBundle() {
      const { resolve } = createRequire(import.meta.url)
      for (const file of FILES) {
        const source = await readFile(resolve(`swagger-ui-dist/${file}`))
        this.emitFile({ type: "asset", fileName: `swagger/${file}`, source })
      }
    },
  }
}
