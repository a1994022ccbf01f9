import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '../../components/card'
import { Pressable } from '../../components/pressable'
import { RegionPicker } from '../../components/region-picker'
import type { HeldRegion } from '../../components/region-picker/areas'
import { RULES } from '../../copy/rules'

export interface RegionLineProps {
  readonly regions: readonly HeldRegion[]
  readonly enrolled: string | null
  readonly chosen: string
  readonly onChoose: (regionCode: string) => void
}

/** The region that is looked at, and on a tap all others. */
export function RegionLine({ regions, enrolled, chosen, onChoose }: RegionLineProps) {
  const [picking, setPicking] = useState(false)
  const name = regions.find(({ regionCode }) => regionCode === chosen)?.name ?? chosen
  const action = picking ? RULES.foldRegions : RULES.otherRegion
  return (
    <>
      <View className='rules-line'>
        <Pressable
          id='rules-region'
          className='rules-line__box'
          label={`${name}，${action}`}
          onPress={() => setPicking(!picking)}
        >
          <Text>{name}</Text>
          <Text className='rules-line__action'>{action}</Text>
        </Pressable>
      </View>
      {/* In a box of its own: what comes and goes would send everything beside it to the view anew. */}
      <View>
        {picking ? (
          <Card>
            <RegionPicker
              regions={regions}
              enrolled={enrolled}
              chosen={[chosen]}
              onChoose={(regionCode) => {
                setPicking(false)
                onChoose(regionCode)
              }}
            />
          </Card>
        ) : null}
      </View>
    </>
  )
}
