import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { FormTable } from '@/documents/forms/form'
import type { ReportFile } from '@/documents/forms/reportDocument'
import { useLedger } from '../ledger'
import { useSaving } from './saving'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The official forms and the reports as files: made only when asked for, handed over whole or not at all. */
export const useForms = defineStore('forms', () => {
  const ledgers = useLedger()
  const saving = useSaving()
  const working = ref(false)
  const failed = ref('')
  const saved = ref<string | null>(null)

  async function written(kind: 'docx' | 'xlsx', forms: readonly FormTable[]): Promise<Blob> {
    if (kind === 'docx') {
      const { formDocument } = await import('@/documents/forms/formDocument')
      return formDocument(forms)
    }
    const [{ formSheet }, { writeBook }] = await Promise.all([
      import('@/documents/forms/formSheet'),
      import('@/documents/workbook/writeBook'),
    ])
    const bytes = await writeBook(forms.map(formSheet))
    return new Blob([bytes as BlobPart], { type: XLSX })
  }

  async function save(kind: 'docx' | 'xlsx', name: string, make: () => Promise<Blob>): Promise<void> {
    working.value = true
    failed.value = ''
    try {
      const blob = await make()
      saved.value = saving.save(`${name}${ledgers.origin === 'demo' ? '-演示数据' : ''}.${kind}`, blob)
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error)
    } finally {
      working.value = false
    }
  }

  return {
    working,
    failed,
    saved,
    save: (kind: 'docx' | 'xlsx', name: string, forms: readonly FormTable[]) =>
      save(kind, name, () => written(kind, forms)),
    /** Saves a report as Word; `compose` draws its pictures first. */
    saveReport: (name: string, compose: () => Promise<ReportFile>) =>
      save('docx', name, async () => {
        const [file, { reportDocument }] = await Promise.all([
          compose(),
          import('@/documents/forms/reportDocument'),
        ])
        return reportDocument(file)
      }),
  }
})
