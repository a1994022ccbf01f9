import { Text } from '@tarojs/components'
import './index.css'

export type StatusTone = 'going-well' | 'waiting' | 'attention' | 'over'

/** A state in words; the sign before it tells the same as the colour. */
export function StatusTag({ text, tone }: { readonly text: string; readonly tone: StatusTone }) {
  return <Text className={`fs-status fs-status--${tone}`}>{`${SIGNS[tone]} ${text}`}</Text>
}

const SIGNS: Readonly<Record<StatusTone, string>> = {
  'going-well': '✓',
  waiting: '…',
  attention: '!',
  over: '–',
}
