import { useRouter } from '@tarojs/taro'
import { useReading } from '../../../cloud/use-reading'
import { Page } from '../../../components/page'
import { ReadingView } from '../../../components/reading-view'
import { RegionPicker } from '../../../components/region-picker'
import { PICK } from '../../../copy/rules'
import { tellPicked } from '../pick-region'
import { readWithRegions } from '../read-regions'

/** All places that are held; a tap on one goes back with it. */
export default function PickRegionPage() {
  const { chosen = '' } = useRouter().params
  const { reading, reload } = useReading('regions', readWithRegions)
  return (
    <Page title={PICK.title} lead={PICK.lead} reading={reading} forAnyone>
      <ReadingView reading={reading} onRetry={() => void reload()} blocks={5}>
        {({ regions, enrolled }) => (
          <RegionPicker
            regions={regions}
            enrolled={enrolled}
            chosen={decodeURIComponent(chosen).split(',')}
            onChoose={tellPicked}
          />
        )}
      </ReadingView>
    </Page>
  )
}
