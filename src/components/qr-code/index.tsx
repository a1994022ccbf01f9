import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { accessible } from '../../theme/accessible'
import { qrPicture } from './picture'
import './index.css'

/** A code that another phone scans. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const picture = useMemo(() => qrPicture(text), [text])
  return (
    <View className='fs-qr' {...accessible({ role: 'img', label })}>
      <Image className='fs-qr__picture' src={picture} mode='aspectFit' imgProps={{ alt: label }} />
    </View>
  )
}
