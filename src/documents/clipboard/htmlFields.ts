import type { HtmlToken } from './htmlTokens'

const TYPED = new Set([
  '',
  'text',
  'number',
  'search',
  'date',
  'month',
  'tel',
  'email',
  'url',
  'range',
  'time',
])
const ASKS = /^[-—\s]*请?选择.{0,12}$/

/** A field of a form on a page while it is read: its value is what the page shows in its place. */
export class FormField {
  value = ''
  ended = false
  private chosen = false
  private option: { text: string; readonly chosen: boolean } | null = null
  private first: string | null = null

  private constructor(private readonly name: string) {}

  /** The field that an element begins; `null` for any other element. An input has its value at once. */
  static of(name: string, attributes: ReadonlyMap<string, string>): FormField | null {
    if (name === 'select' || name === 'textarea') return new FormField(name)
    if (name !== 'input') return null
    const field = new FormField(name)
    field.ended = true
    const type = (attributes.get('type') ?? '').toLowerCase()
    if (type === 'checkbox' || type === 'radio') field.value = attributes.has('checked') ? '☑' : '□'
    else if (TYPED.has(type)) field.value = attributes.get('value') ?? ''
    return field
  }

  /** Takes what stands inside the field; `false` for a token that is none of it and ends it. */
  take(token: HtmlToken): boolean {
    if (this.name === 'textarea') return this.takeText(token)
    if (token.kind === 'text') {
      if (this.option) this.option.text += token.text
      return true
    }
    if (token.name === 'option' || token.name === 'optgroup') {
      this.endOption()
      if (token.kind === 'open' && token.name === 'option')
        this.option = { text: '', chosen: /(?:^|\s)selected(?:[\s=/]|$)/i.test(token.attributes) }
      return true
    }
    this.endOption()
    this.value = this.chosen ? this.value : (this.first ?? '')
    if (ASKS.test(this.value)) this.value = ''
    this.ended = true
    return token.kind === 'close' && token.name === 'select'
  }

  private takeText(token: HtmlToken): boolean {
    if (token.kind === 'text') {
      this.value += token.text.trim()
      return true
    }
    this.ended = true
    return token.kind === 'close' && token.name === 'textarea'
  }

  private endOption(): void {
    if (!this.option) return
    const text = this.option.text.trim()
    this.first ??= text
    if (this.option.chosen) [this.value, this.chosen] = [text, true]
    this.option = null
  }
}
