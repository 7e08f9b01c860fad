/** The files of what was dropped, those of a folder and the folders in it by name; what begins with a dot or ~$ is no document, and what cannot be read is left out. */
export async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (/^(?:\.|~\$)/.test(entry.name)) return []
  if (entry.isFile) return fileOf(entry as FileSystemFileEntry)
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader())
  const sorted = inside.sort((one, other) => one.name.localeCompare(other.name, 'zh'))
  return (await Promise.all(sorted.map(filesIn))).flat()
}

function fileOf(entry: FileSystemFileEntry): Promise<File[]> {
  return new Promise((resolve) => {
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    )
  })
}

/** A folder is read in pieces, until a piece is empty. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = []
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]))
    })
    if (piece.length === 0) return all
    for (const entry of piece) all.push(entry)
  }
}
