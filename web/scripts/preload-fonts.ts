/** Ask the browser for the first fonts while it still reads the page. */
import type { HtmlTagDescriptor, Plugin } from "vite"

export function preloadFonts(names: string[]): Plugin {
  return {
    name: "batua:preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const files = Object.keys(bundle ?? {})
        return names.flatMap((name): HtmlTagDescriptor[] => {
          const file = files.find((path) => path.includes(name))
          if (!file) throw new Error(`no font ${name} in the build`)
          const attrs = { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2" }
          return [{ tag: "link", attrs: { ...attrs, crossorigin: "" }, injectTo: "head-prepend" }]
        })
      },
    },
  }
}
