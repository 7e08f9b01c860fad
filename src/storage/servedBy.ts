/** Whether a page says that a shared service serves it (server/http/pages.ts); any other host serves the board of one person. */
export function isServed(page: Document): boolean {
  return page.querySelector('meta[name="jixiao-service"]') !== null
}
