import { Text, View } from '@tarojs/components'
import { Pressable } from '../../components/pressable'
import { FAMILY } from '../../copy/family'
import { accessible } from '../../theme/accessible'

export type Side = 'given' | 'received'

const SIDES: readonly Side[] = ['given', 'received']

/** Whose money is looked at. The chosen side is underlined and named as chosen. */
export function SideTabs({
  side,
  onChange,
}: {
  readonly side: Side
  readonly onChange: (side: Side) => void
}) {
  return (
    <View className='family__tabs' {...accessible({ role: 'tablist', label: FAMILY.tabsLabel })}>
      {SIDES.map((one) => (
        <Pressable
          key={one}
          className={`family__tab ${one === side ? 'family__tab--on' : ''}`}
          role='tab'
          selected={one === side}
          onPress={() => onChange(one)}
        >
          <Text>{FAMILY.tabs[one]}</Text>
        </Pressable>
      ))}
    </View>
  )
}
