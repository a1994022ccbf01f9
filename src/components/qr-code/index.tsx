import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { accessible } from '../../theme/accessible'
import { qrPicture } from './picture'
import './index.css'

// The box around it carries the name; on H5 the picture inside has to say that it adds nothing.
const unnamed = process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {}

/** A code that another phone scans. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const picture = useMemo(() => qrPicture(text), [text])
  return (
    <View className='fs-qr' {...accessible({ role: 'img', label })}>
      <Image className='fs-qr__picture' src={picture} mode='aspectFit' {...unnamed} />
    </View>
  )
}
