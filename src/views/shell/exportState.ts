import { computed } from 'vue'
import { exportingText } from '@/format/papers/exportText'
import { useExporting } from '@/stores/files/exporting'

/** How the export of one kind of file stands, as its panel shows it. */
export function useExportState(what: 'ledger' | 'department') {
  const exporting = useExporting()
  return computed(() => {
    const { state } = exporting
    if (state.kind === 'idle' || state.what !== what)
      return {
        busy: false,
        progress: null,
        said: '',
        bad: false,
        disabled: state.kind === 'taking' || state.kind === 'writing',
      }
    return {
      busy: state.kind === 'taking' || state.kind === 'writing',
      progress: state.kind === 'taking' ? Math.floor((100 * state.done) / state.total) : null,
      said: exportingText(state),
      bad: state.kind === 'failed',
      disabled: false,
    }
  })
}
