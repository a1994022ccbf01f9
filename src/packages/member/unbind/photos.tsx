import type { WritingObstacle } from '../../../cloud/use-writing'
import { Obstacle } from '../../../components/obstacle'
import { Page } from '../../../components/page'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ProofPhotos } from '../../../components/proof-photos'
import type { ProofPhotosTaken } from '../../../components/proof-photos/use-proof-photos'
import { Steps } from '../../../components/steps'
import { missingSentence } from '../../../copy/proofs'
import { UNBIND } from '../../../copy/unbind'
import { stepsOf } from './model'

export interface PhotosPageProps {
  readonly taken: ProofPhotosTaken
  readonly keptDays: number
  /** What the function said of the photos; it stays until they are sent again. */
  readonly obstacle: WritingObstacle | null
  readonly onNext: () => void
}

/** What the region wants to see before a sharing ends. */
export function PhotosPage({ taken, keptDays, obstacle, onNext }: PhotosPageProps) {
  return (
    <Page
      title={UNBIND.application.proofsTitle}
      lead={UNBIND.application.proofsLead}
      asksPersonalData
      bottom={
        <BottomBar>
          <PrimaryButton
            id='unbind-photos-next'
            label={UNBIND.application.proofsNext}
            disabledReason={missingSentence(taken.missing)}
            onPress={onNext}
          />
        </BottomBar>
      }
    >
      <Steps names={stepsOf({ proofs: true })} current={2} />
      <Obstacle obstacle={obstacle} />
      <ProofPhotos taken={taken} keptDays={keptDays} />
    </Page>
  )
}
