import ts from 'typescript'

const SCRIPT = /<script\b[^>]*>\n?([^]*?)<\/script>/g

/** What is written in TypeScript of a source text: a `.ts` file whole, of a `.vue` file its scripts. */
export function scriptsOf(file: string, text: string): string[] {
  return file.endsWith('.vue') ? [...text.matchAll(SCRIPT)].map(([, script = '']) => script) : [text]
}

/** Every function of a source text with its length in lines; the script of a component, which is one function to Vue, is `setup`. */
export function functionsOf(file: string, text: string): { readonly name: string; readonly lines: number }[] {
  return scriptsOf(file, text).flatMap((script) => {
    const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true)
    const line = (position: number) => source.getLineAndCharacterOfPosition(position).line
    const found: { name: string; lines: number }[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body) {
        const start = line(node.getStart(source))
        found.push({ name: `${file}:${start + 1}`, lines: line(node.getEnd()) - start + 1 })
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return file.endsWith('.vue') ? [...found, { name: `${file} setup`, lines: line(source.getEnd()) }] : found
  })
}

/** The modules that a source text names, types included, as written. */
export function importsOf(file: string, text: string): string[] {
  return scriptsOf(file, text).flatMap((script) => {
    const source = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true)
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
        found.push((node.moduleSpecifier as ts.StringLiteral).text)
      if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
        found.push((node.argument.literal as ts.StringLiteral).text)
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const [target] = node.arguments
        if (target && ts.isStringLiteral(target)) found.push(target.text)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

/** The circles of a graph: each strongly connected set of more than one file, or a file that names itself, sorted. */
export function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const walk = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.get(file)!)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) walk(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!))
    }
    if (low.get(file) !== index.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort())
  }
  for (const file of graph.keys()) if (!index.has(file)) walk(file)
  return circles
}
