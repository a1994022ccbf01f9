import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useEffect } from 'react'
import type { Reading } from '../../cloud/reading'
import { PAGE } from '../../copy/app'
import { PRIVACY_VERSION } from '../../copy/privacy'
import { usePrivacy } from '../../privacy/consent'
import { consentIn, sheetIsOpen } from '../../privacy/model'
import { accessible } from '../../theme/accessible'
import { useElderMode } from '../../theme/elder-mode'
import { textScaleStyle } from '../../theme/system-text'
import { nameTabBar } from '../../theme/tab-bar'
import { ChoosePerson } from '../choose-person'
import { needsPerson } from '../choose-person/needs-person'
import { Pressable } from '../pressable'
import { PrivacyRefused, PrivacySheet } from '../privacy-sheet'
import './index.css'

export interface PageProps {
  /** What the page is for, in a few words: its one main heading. */
  readonly title: string
  /** One plain sentence under the title. */
  readonly lead?: string
  /** What the page has read, for the bar that tells that it shows what was known before. */
  readonly reading?: Reading<unknown>
  /** Sticks to the lower edge: usually a `BottomBar`. */
  readonly bottom?: ReactNode
  /** Lies over the page: an invite button, a dialog. */
  readonly floating?: ReactNode
  /** A page of the tab bar: no way back, and the tab bar below. */
  readonly tab?: boolean
  /** Also for somebody of whom nothing is known: on the local server no person has to be chosen first. */
  readonly forAnyone?: boolean
  /** Something personal is typed here: before that the privacy sheet is answered. */
  readonly asksPersonalData?: boolean
}

/** The frame of every page: title, size of letters, way back on H5, and what to know when the network is gone. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { title, lead, reading, bottom, floating, tab = false, children } = props
  const { forAnyone = false, asksPersonalData = false } = props
  const elder = useElderMode()
  const privacy = usePrivacy()
  useEffect(nameTabBar, [])
  const classes = ['fs-page', elder ? 'fs-page--elder' : '', tab ? 'fs-page--tab' : '']
  if (process.env.TARO_ENV === 'h5') classes.push('fs-page--h5')
  if (bottom !== undefined && bottom !== null) classes.push('fs-page--with-bottom')
  if (floating !== undefined) classes.push('fs-page--with-floating')
  const unlinked = process.env.TARO_ENV === 'h5' && !forAnyone && needsPerson()
  const isRefused = asksPersonalData && consentIn(privacy, PRIVACY_VERSION) === 'refused'
  return (
    <View
      className={classes.join(' ')}
      {...textScaleStyle()}
      {...(process.env.TARO_ENV === 'h5' ? accessible({ role: 'main' }) : {})}
    >
      {reading?.phase === 'ready' && reading.trouble !== null ? (
        <View className='fs-page__offline' {...accessible({ role: 'status' })}>
          <Text>{reading.trouble.kind === 'offline' ? PAGE.offlineStale : PAGE.troubleStale}</Text>
        </View>
      ) : null}
      <View className='fs-page__body'>
        {process.env.TARO_ENV === 'h5' && !tab ? (
          <Pressable className='fs-page__back' onPress={goBack}>
            <Text>{PAGE.back}</Text>
          </Pressable>
        ) : null}
        <View className='fs-page__title' {...accessible({ role: 'heading', level: 1 })}>
          {title}
        </View>
        {lead === undefined ? null : <View className='fs-page__lead'>{lead}</View>}
        {process.env.TARO_ENV === 'h5' && unlinked ? (
          <ChoosePerson />
        ) : isRefused ? (
          <PrivacyRefused />
        ) : (
          children
        )}
      </View>
      {/* Boxes of their own: what comes and goes in them does not send the whole page to the view again. */}
      <View>{unlinked || isRefused ? null : bottom}</View>
      <View>{unlinked ? null : floating}</View>
      <PrivacySheet open={!unlinked && sheetIsOpen(privacy, PRIVACY_VERSION, asksPersonalData)} />
    </View>
  )
}

/** Back where one came from; from a page that was opened directly, home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}
