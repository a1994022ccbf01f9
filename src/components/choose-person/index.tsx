import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { becomeLocalPerson } from '../../cloud/session'
import { CHOOSE_PERSON } from '../../copy/app'
import { Card } from '../card'
import { Pressable } from '../pressable'
import './index.css'

interface LocalPerson {
  readonly openid: string | null
  readonly name: string
  readonly note?: string
}

/** Local demonstration only: whose phone is this tab? A deployment knows and never shows it. */
export function ChoosePerson() {
  const [people, setPeople] = useState<readonly LocalPerson[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let left = false
    fetch('/people')
      .then((response) => response.json())
      .then((body: unknown) => {
        if (!left) setPeople(Array.isArray(body) ? (body as LocalPerson[]) : [])
      })
      .catch(() => {
        if (!left) setFailed(true)
      })
    return () => {
      left = true
    }
  }, [])
  return (
    <Card title={CHOOSE_PERSON.title}>
      <View className='fs-choose-person__lead'>{failed ? CHOOSE_PERSON.failed : CHOOSE_PERSON.lead}</View>
      {(people ?? []).map((person) =>
        person.openid === null ? null : (
          <Pressable
            key={person.openid}
            className='fs-choose-person__row'
            onPress={() => becomeLocalPerson(person.openid ?? '')}
          >
            <Text className='fs-choose-person__name'>{person.name}</Text>
            <Text className='fs-choose-person__note'>{person.note ?? ''}</Text>
          </Pressable>
        ),
      )}
    </Card>
  )
}
