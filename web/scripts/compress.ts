/** Put a .br and a .gz beside each built file that shrinks, so that the server need not compress at each request. */
import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { Plugin, ResolvedConfig } from "vite"

const SHRINKS = /\.(js|css|html|svg|json|wasm|webmanifest|txt)$/
const SMALLEST_WORTH_IT_BYTES = 600

async function shrink(path: string) {
  const plain = await readFile(path)
  if (plain.length < SMALLEST_WORTH_IT_BYTES) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  await writeFile(`${path}.br`, await promisify(brotliCompress)(plain, { params }))
  await writeFile(`${path}.gz`, await promisify(gzip)(plain, { level: 9 }))
}

export function compress(): Plugin {
  let config: ResolvedConfig
  return {
    name: "batua:compress",
    apply: "build",
    configResolved: (resolved) => {
      config = resolved
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const files = await readdir(config.build.outDir, { recursive: true })
        // The page itself carries a nonce and is filled in by the server.
        const wanted = files.filter((file) => SHRINKS.test(file) && file !== "index.html")
        for (const file of wanted) await shrink(join(config.build.outDir, file))
      },
    },
  }
}
