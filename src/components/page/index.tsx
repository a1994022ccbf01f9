import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useEffect } from 'react'
import type { Reading } from '../../cloud/reading'
import { PAGE } from '../../copy/app'
import { accessible } from '../../theme/accessible'
import { useElderMode } from '../../theme/elder-mode'
import { nameTabBar } from '../../theme/tab-bar'
import { ChoosePerson } from '../choose-person'
import { needsPerson } from '../choose-person/needs-person'
import { Pressable } from '../pressable'
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
}

/** The frame of every page: title, size of letters, way back on H5, and what to know when the network is gone. */
export function Page(props: PropsWithChildren<PageProps>) {
  const { title, lead, reading, bottom, floating, tab = false, children } = props
  const elder = useElderMode()
  useEffect(nameTabBar, [])
  const classes = ['fs-page', elder ? 'fs-page--elder' : '', tab ? 'fs-page--tab' : '']
  if (process.env.TARO_ENV === 'h5') classes.push('fs-page--h5')
  if (bottom !== undefined && bottom !== null) classes.push('fs-page--with-bottom')
  if (floating !== undefined) classes.push('fs-page--with-floating')
  const unlinked = process.env.TARO_ENV === 'h5' && needsPerson()
  return (
    <View
      className={classes.join(' ')}
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
        {process.env.TARO_ENV === 'h5' && unlinked ? <ChoosePerson /> : children}
      </View>
      {/* Boxes of their own: what comes and goes in them does not send the whole page to the view again. */}
      <View>{unlinked ? null : bottom}</View>
      <View>{unlinked ? null : floating}</View>
    </View>
  )
}

/** Back where one came from; from a page that was opened directly, home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}
