const SENTENCES = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (name) => `没有 ${name} 这个选项。`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (name) =>
    `选项 ${name} 用得不对：它后面该写什么，或不该写什么，见用法。`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (name) => `多写了 ${name}。`,
}

/** Says in a sentence why a command's arguments cannot be read, from what `parseArgs` of Node says. */
export function argumentProblem({ code, message }) {
  const name = /'([^']*)'/.exec(message)?.[1].split(/[ ,]/)[0] ?? ''
  return SENTENCES[code]?.(name) ?? `选项读不懂：${message}`
}
