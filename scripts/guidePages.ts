import MarkdownIt from 'markdown-it'
import type { Plugin } from 'vite'

const PAGE = /\/docs\/guide\/[\w-]+\.md$/

/** The guide's pages in the board: what `docs/guide/*.md` say becomes a Vue template at build time, its pictures files of the build, its links addresses of the board. */
export function guidePages(): Plugin {
  const markdown = new MarkdownIt({ html: false })
  return {
    name: 'guide-pages',
    enforce: 'pre',
    transform(text, id) {
      if (!PAGE.test(id)) return null
      if (text.includes('{{')) this.error(`${id}: 「{{」 would be read as a template`)
      const body = markdown.render(text).replace(/href="\.\/([\w-]+)\.md"/g, 'href="#/guide/$1"')
      return { code: `<template><article>${body}</article></template>`, map: null }
    },
  }
}

/** Which files are Vue's to compile: components, and the guide's pages. */
export const VUE_FILES = [/\.vue$/, PAGE]
