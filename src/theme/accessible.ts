export interface Accessible {
  readonly role?:
    | 'button'
    | 'heading'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'tab'
    | 'tablist'
    | 'alert'
    | 'status'
    | 'dialog'
    | 'img'
    | 'switch'
    | 'list'
    | 'listitem'
    | 'progressbar'
    | 'group'
    | 'main'
  readonly label?: string
  readonly checked?: boolean
  readonly selected?: boolean
  readonly disabled?: boolean
  readonly hidden?: boolean
  /** Of a heading, on H5. */
  readonly level?: 1 | 2 | 3
  /** Whether the keyboard reaches it, on H5. */
  readonly focusable?: boolean
}

type Attributes = Readonly<Record<string, string | number | boolean>>

/** What a screen reader is told, in the attributes that the target understands: WeChat says `aria-role` for `role`. */
export function accessible(told: Accessible): Attributes {
  const h5 = process.env.TARO_ENV === 'h5'
  const attributes: Record<string, string | number> = {}
  if (told.role !== undefined) attributes[h5 ? 'role' : 'aria-role'] = told.role
  if (told.label !== undefined) attributes['aria-label'] = told.label
  if (told.checked !== undefined) attributes['aria-checked'] = String(told.checked)
  if (told.selected !== undefined) attributes['aria-selected'] = String(told.selected)
  if (told.disabled === true) attributes['aria-disabled'] = 'true'
  if (told.hidden === true) attributes['aria-hidden'] = 'true'
  if (h5 && told.level !== undefined) attributes['aria-level'] = told.level
  if (h5 && told.focusable === true) attributes.tabIndex = 0
  return attributes
}
