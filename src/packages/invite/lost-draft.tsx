import Taro from '@tarojs/taro'
import { EmptyState } from '../../components/empty-state'
import { Page } from '../../components/page'
import { PrimaryButton } from '../../components/primary-button'
import { CHECK_COPY } from '../../copy/invite'
import { addressOf, ROUTES } from '../../routes'

/** The form was kept in memory alone, and the app was closed in between. */
export function LostDraft({ title }: { readonly title: string }) {
  return (
    <Page title={title}>
      <EmptyState
        title={CHECK_COPY.lostTitle}
        text={CHECK_COPY.lost}
        action={
          <PrimaryButton
            label={CHECK_COPY.refill}
            onPress={() => void Taro.redirectTo({ url: addressOf(ROUTES.inviteForm) })}
          />
        }
      />
    </Page>
  )
}
