import { Text } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { LETTER_COPY } from '../../copy/letter'
import { Pressable } from '../pressable'
import './index.css'

export interface ReadAloudProps {
  readonly title: string
  readonly parts: readonly string[]
}

/** Reads the letter to her where the browser has a Chinese voice; elsewhere there is nothing to see. */
export function ReadAloud(props: ReadAloudProps) {
  return process.env.TARO_ENV === 'h5' ? <ReadAloudInBrowser {...props} /> : null
}

function ReadAloudInBrowser({ title, parts }: ReadAloudProps) {
  const voice = useChineseVoice()
  const [reading, setReading] = useState(false)
  useEffect(() => {
    if (!reading || voice === null) return
    // One utterance a part: browsers break off a long one, and a person who looks up finds her place.
    const texts = [title, ...parts]
    for (const [index, text] of texts.entries()) {
      const spoken = new SpeechSynthesisUtterance(text)
      spoken.voice = voice
      spoken.lang = voice.lang
      spoken.rate = 0.9
      if (index === texts.length - 1) spoken.onend = () => setReading(false)
      spoken.onerror = () => setReading(false)
      window.speechSynthesis.speak(spoken)
    }
    return () => window.speechSynthesis.cancel()
  }, [reading, voice, title, parts])
  if (voice === null) return null
  return (
    <Pressable className='fs-letter__aloud' id='letter-aloud' onPress={() => setReading(!reading)}>
      <Text>{reading ? LETTER_COPY.stopReading : LETTER_COPY.readAloud}</Text>
    </Pressable>
  )
}

/** Voices come late in some browsers, and in some never. */
function useChineseVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    // Old browsers, and some inside other apps, have no speech at all.
    const speech: SpeechSynthesis | undefined = window.speechSynthesis
    if (speech === undefined) return
    const look = () => setVoice(speech.getVoices().find(({ lang }) => /^zh\b/i.test(lang)) ?? null)
    look()
    speech.addEventListener?.('voiceschanged', look)
    return () => speech.removeEventListener?.('voiceschanged', look)
  }, [])
  return voice
}
