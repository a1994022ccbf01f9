import { Text } from '@tarojs/components'
import { Pressable } from '../pressable'
import './index.css'

/** At the lower right, where both regions' own apps have it, with the region's own word (邀请成员加入, 添加我的亲属). */
export function InviteButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <Pressable id='invite' className='fs-invite' onPress={onPress} label={label}>
      <Text className='fs-invite__sign'>+</Text>
      <Text>{label}</Text>
    </Pressable>
  )
}
