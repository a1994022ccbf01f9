import { Text, View } from '@tarojs/components'
import { Pressable } from '../../components/pressable'
import type { HeldRegion } from '../../components/region-picker/areas'
import { RULES } from '../../copy/rules'
import { pickRegion } from './pick-region'

export interface RegionLineProps {
  readonly regions: readonly HeldRegion[]
  readonly chosen: string
  readonly onChoose: (regionCode: string) => void
}

/** The region that is looked at, and on a tap the page with all others. */
export function RegionLine({ regions, chosen, onChoose }: RegionLineProps) {
  const name = regions.find(({ regionCode }) => regionCode === chosen)?.name ?? chosen
  return (
    <View className='rules-line'>
      <Pressable
        id='rules-region'
        className='rules-line__box'
        label={`${name}，${RULES.otherRegion}`}
        onPress={() => pickRegion([chosen], onChoose)}
      >
        <Text>{name}</Text>
        <Text className='rules-line__action'>{RULES.otherRegion}</Text>
      </Pressable>
    </View>
  )
}
