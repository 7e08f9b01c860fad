import { expect, it } from 'vitest'
import { filesIn } from '@/components/droppedFiles'

/** Entries as a browser hands them over: a name for a file, a name with entries for a folder read two at a time. */
type Tree = string | readonly [name: string, inside: readonly Tree[]]

function entryOf(tree: Tree, broken = false): FileSystemEntry {
  if (typeof tree === 'string') {
    const file = (given: (file: File) => void, failed: () => void) =>
      tree.includes('坏') ? failed() : given(new File(['x'], tree))
    return { isFile: true, isDirectory: false, name: tree, file } as unknown as FileSystemEntry
  }
  const [name, inside] = tree
  const createReader = () => {
    let at = 0
    return {
      readEntries(given: (entries: FileSystemEntry[]) => void, failed: () => void) {
        if (broken) return failed()
        given(inside.slice(at, at + 2).map((one) => entryOf(one)))
        at += 2
      },
    }
  }
  return { isFile: false, isDirectory: true, name, createReader } as unknown as FileSystemEntry
}

it('a dropped folder gives every file in it and in its folders, by name, without what is no document', async () => {
  const folder: Tree = [
    '县直',
    ['3.docx', '.DS_Store', '1.docx', ['2 局', ['b.xlsx', 'a.html', '~$a.html']], '坏.docx'],
  ]
  expect((await filesIn(entryOf(folder))).map(({ name }) => name)).toEqual([
    '1.docx',
    'a.html',
    'b.xlsx',
    '3.docx',
  ])
})

it('a folder that cannot be read gives nothing', async () => {
  expect(await filesIn(entryOf(['县直', ['1.docx']], true))).toEqual([])
})
