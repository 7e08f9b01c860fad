import type { Plugin } from 'vite'

/** A sheet that the page takes at once, from its text. */
function taken(css: string): string {
  return `{const s=new CSSStyleSheet();s.replaceSync(${JSON.stringify(css)});document.adoptedStyleSheets=[...document.adoptedStyleSheets,s]}`
}

/**
 * Puts the styles of a screen into its own script; only the page's first sheet is a file.
 * A sheet of its own makes a screen wait for the sheet's `load`, which Chromium at times never sends: the screen would stay closed until the page is loaded anew. So it also comes whole or not at all.
 */
export function screenStyles(): Plugin {
  return {
    name: 'screen-styles',
    apply: 'build',
    generateBundle: {
      // before the bundler has said in the scripts which sheets they wait for
      order: 'pre',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || chunk.name === 'first') continue
          for (const name of chunk.viteMetadata?.importedCss ?? []) {
            const sheet = bundle[name]
            if (sheet?.type !== 'asset') continue
            chunk.code = taken(String(sheet.source)) + chunk.code
            chunk.viteMetadata?.importedCss.delete(name)
            delete bundle[name]
          }
        }
      },
    },
  }
}
