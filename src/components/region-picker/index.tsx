import { Text, View } from '@tarojs/components'
import { REGION } from '../../copy/region'
import { accessible } from '../../theme/accessible'
import { Pressable } from '../pressable'
import { byArea, type HeldRegion } from './areas'
import './index.css'

export interface RegionPickerProps {
  readonly regions: readonly HeldRegion[]
  readonly chosen: readonly string[]
  /** Where the person is insured; its tile says so. */
  readonly enrolled?: string | null
  /** Whether several may be chosen: then a tap on a chosen one takes it away. */
  readonly several?: boolean
  readonly onChoose: (regionCode: string) => void
}

/** All regions that are held, as tiles in the areas of the country: found at a glance, without typing. */
export function RegionPicker(props: RegionPickerProps) {
  const { regions, chosen, enrolled = null, several = false, onChoose } = props
  return (
    <View {...accessible({ role: several ? 'group' : 'radiogroup', label: REGION.choose })}>
      {byArea(regions).map((area) => (
        <View key={area.title} className='fs-regions'>
          <Text className='fs-regions__area'>{area.title}</Text>
          <View className='fs-regions__tiles'>
            {area.regions.map(({ regionCode, shortName, name }) => {
              const on = chosen.includes(regionCode)
              const here = regionCode === enrolled
              return (
                <Pressable
                  key={regionCode}
                  id={`region-${regionCode}`}
                  role={several ? 'checkbox' : 'radio'}
                  checked={on}
                  label={here ? `${name}，${REGION.enrolled}` : name}
                  className={`fs-regions__tile ${on ? 'fs-regions__tile--on' : ''}`}
                  onPress={() => onChoose(regionCode)}
                >
                  {on ? `✓ ${shortName}` : shortName}
                  {here ? <Text className='fs-regions__here'>{REGION.enrolledShort}</Text> : null}
                </Pressable>
              )
            })}
          </View>
        </View>
      ))}
    </View>
  )
}
