import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { relationLabel } from '../../../../shared/copy'
import { call } from '../../../cloud/call'
import { useReading } from '../../../cloud/use-reading'
import { useWriting } from '../../../cloud/use-writing'
import { Card } from '../../../components/card'
import { Notice } from '../../../components/notice'
import { Obstacle } from '../../../components/obstacle'
import { goBack, Page } from '../../../components/page'
import { Points } from '../../../components/points'
import { Pressable } from '../../../components/pressable'
import { BottomBar, PrimaryButton } from '../../../components/primary-button'
import { ReadingView } from '../../../components/reading-view'
import { ORDER } from '../../../copy/together'
import { accessible } from '../../../theme/accessible'
import './index.css'
import { isKept, moved, type Placed, placedIn } from './model'

/** In which place each relative stands for this policyholder's money, where the region has it (支出顺位). */
export default function OrderPage() {
  const { reading, reload } = useReading('order', () => call('bindings', 'list', {}))
  // After a refusal what was read is read anew, and the rows begin from that.
  const [attempt, setAttempt] = useState(0)
  if (reading.phase !== 'ready') {
    return (
      <Page title={ORDER.title}>
        <ReadingView reading={reading} onRetry={() => void reload()}>
          {() => null}
        </ReadingView>
      </Page>
    )
  }
  const placed = placedIn(reading.value)
  if (placed === null) {
    return (
      <Page title={ORDER.title} reading={reading}>
        <Notice kind='attention' text={ORDER.notHere}>
          <PrimaryButton kind='quiet' label={ORDER.toFamily} onPress={goBack} />
        </Notice>
      </Page>
    )
  }
  const again = async () => {
    await reload()
    setAttempt(attempt + 1)
  }
  return <Order key={attempt} placed={placed} onAgain={() => void again()} />
}

interface OrderProps {
  readonly placed: readonly Placed[]
  readonly onAgain: () => void
}

function Order({ placed, onAgain }: OrderProps) {
  const [rows, setRows] = useState(placed)
  const [said, setSaid] = useState('')
  const setting = useWriting('bindings', 'set-order')
  const kept = isKept(rows)
  const move = (index: number, by: -1 | 1) => {
    const row = rows[index]
    if (row === undefined || rows[index + by] === undefined) return
    setting.clear()
    setRows(moved(rows, index, by))
    // The row slips away under the finger; who cannot see it hears where it is now.
    setSaid(ORDER.moved(row.counterpart.name, index + by + 1))
  }
  const save = async () => {
    const outcome = await setting.send({ bindingIds: rows.map(({ bindingId }) => bindingId) })
    if (outcome?.kind !== 'value') return
    void Taro.showToast({ title: ORDER.saved, icon: 'none' })
    goBack()
  }
  return (
    <Page
      title={ORDER.title}
      lead={ORDER.lead}
      bottom={
        <BottomBar>
          <PrimaryButton
            id='order-save'
            label={setting.sending ? ORDER.saving : ORDER.save}
            loading={setting.sending}
            disabledReason={kept ? ORDER.unchanged : null}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <Card title={ORDER.listTitle}>
        {rows.every(({ place }) => place === undefined) ? (
          <View className='fs-order__hint'>{ORDER.notSet}</View>
        ) : null}
        <View>
          {rows.map((row, index) => (
            <View key={row.bindingId} className='fs-order__row'>
              <View className='fs-order__who'>
                <View className='fs-order__name'>{row.counterpart.name}</View>
                <View className='fs-order__place'>
                  {ORDER.placeOf(index + 1, relationLabel(row.relation))}
                </View>
              </View>
              <View className='fs-order__moves'>
                <Move
                  id={`order-up-${index + 1}`}
                  text={ORDER.up}
                  label={ORDER.upOf(row.counterpart.name)}
                  off={index === 0}
                  onPress={() => move(index, -1)}
                />
                <Move
                  id={`order-down-${index + 1}`}
                  text={ORDER.down}
                  label={ORDER.downOf(row.counterpart.name)}
                  off={index === rows.length - 1}
                  onPress={() => move(index, 1)}
                />
              </View>
            </View>
          ))}
        </View>
        <View className='fs-order__hint' {...accessible({ role: 'status' })}>
          {said}
        </View>
      </Card>
      <Obstacle
        obstacle={setting.obstacle}
        onRetry={() => void save()}
        refusedAction={<PrimaryButton id='order-again' kind='quiet' label={ORDER.again} onPress={onAgain} />}
      />
      <Card title={ORDER.meaningTitle}>
        <Points lines={ORDER.meaning} />
      </Card>
    </Page>
  )
}

interface MoveProps {
  readonly id: string
  readonly text: string
  readonly label: string
  readonly off: boolean
  readonly onPress: () => void
}

function Move({ id, text, label, off, onPress }: MoveProps) {
  return (
    <Pressable
      id={id}
      className={`fs-order__move ${off ? 'fs-order__move--off' : ''}`}
      label={label}
      disabled={off}
      onPress={onPress}
    >
      <Text>{text}</Text>
    </Pressable>
  )
}
