import { Button, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Instant } from '../../../shared/values/day'
import { session } from '../../cloud/session'
import { momentText } from '../../copy/app'
import { SHARE_WAYS } from '../../copy/invite'
import { accessible } from '../../theme/accessible'
import { Card } from '../card'
import { PrimaryButton } from '../primary-button'
import { QrCode } from '../qr-code'
import { isInDemoFrame, landingLink, type SharedInDemo } from './link'
import { timeLeft } from './time-left'
import './index.css'

export interface ShareInvitationProps {
  /** The page that the card opens, with the token. */
  readonly path: string
  readonly expiresAt: string
  readonly now: Instant
  /** 妈妈 */
  readonly who: string
  /** Who alone can open it. */
  readonly safe: string
}

const isH5 = process.env.TARO_ENV === 'h5'

/** Every way in which an invitation comes to the relative: forwarded, as a link, or from phone to phone. */
export function ShareInvitation({ path, expiresAt, now, who, safe }: ShareInvitationProps) {
  const [said, setSaid] = useState<string | null>(null)
  const link = landingLink(path, isH5 ? window.location : null, LANDING_LINK)
  const left = timeLeft(expiresAt, now)

  const inDemo = isInDemoFrame(session())
  const canSendOn = isH5 && typeof navigator.share === 'function'

  const toOtherPhone = () => {
    const shared: SharedInDemo = { type: 'share', path }
    window.parent.postMessage(shared, window.location.origin)
    setSaid(SHARE_WAYS.sentInDemo)
  }
  const copy = async (text: string) => {
    try {
      // Taro's own way on H5 says 内容已复制 over the page, which is said below already.
      if (isH5 && navigator.clipboard !== undefined) await navigator.clipboard.writeText(text)
      else await Taro.setClipboardData({ data: text })
      setSaid(SHARE_WAYS.copied)
    } catch {
      setSaid(SHARE_WAYS.notCopied)
    }
  }
  const sendOn = async (url: string) => {
    try {
      await navigator.share({ title: SHARE_WAYS.cardTitle(who), url })
    } catch {
      // She closed the share sheet; the other ways are still there.
    }
  }

  return (
    <>
      <Card className='fs-share'>
        <View className='fs-share__deadline'>
          <Text className='fs-share__left'>
            {left === null ? SHARE_WAYS.over : SHARE_WAYS.timeLeft(left.hours, left.minutes)}
          </Text>
          <Text className='fs-share__until'>{SHARE_WAYS.validUntil(momentText(expiresAt))}</Text>
        </View>
        <View className='fs-share__ways'>
          {isH5 ? null : (
            <Button
              className='fs-share__wechat'
              openType='share'
              hoverClass='fs-pressable--down'
              {...accessible({ role: 'button', label: SHARE_WAYS.toWechat })}
            >
              {SHARE_WAYS.toWechat}
            </Button>
          )}
          {inDemo ? (
            <PrimaryButton id='share-in-demo' label={SHARE_WAYS.inDemo} onPress={toOtherPhone} />
          ) : null}
          {canSendOn && link !== null ? (
            <PrimaryButton label={SHARE_WAYS.system} onPress={() => void sendOn(link)} />
          ) : null}
          {isH5 && link !== null ? (
            <PrimaryButton
              id='share-copy'
              kind={inDemo || canSendOn ? 'quiet' : 'primary'}
              label={SHARE_WAYS.copy}
              onPress={() => void copy(link)}
            />
          ) : null}
        </View>
        {said === null ? null : (
          <View className='fs-share__said' {...accessible({ role: 'status' })}>
            {said}
          </View>
        )}
        <View className='fs-share__safe'>{safe}</View>
      </Card>
      {link === null ? null : (
        <Card title={SHARE_WAYS.faceToFace}>
          <View className='fs-share__hint'>{SHARE_WAYS.faceToFaceHint(who)}</View>
          <QrCode text={link} label={SHARE_WAYS.qrLabel} />
        </Card>
      )}
    </>
  )
}
