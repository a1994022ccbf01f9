import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { stopsOf } from './reading'

export const LETTER_END = 'letter-end'
export const LETTER_SIGNING = 'letter-signing'
export function letterPartId(part: number): string {
  return `letter-part-${part}`
}

/** The end counts as seen above the bar with the button, not behind it. */
const BAR_PX = 110

/**
 * Whether the end of the letter has been before her eyes: because she scrolled there, or because she went through all
 * of it with the button.
 */
export function useReadToEnd(parts: readonly string[]): { atEnd: boolean; readOn: () => void } {
  const [atEnd, setAtEnd] = useState(false)
  const [stop, setStop] = useState(0)

  useEffect(() => {
    if (parts.length === 0 || atEnd) return
    const seen = () => setAtEnd(true)
    return process.env.TARO_ENV === 'h5' ? watchInBrowser(seen) : watchInWeapp(seen)
  }, [parts, atEnd])

  const readOn = useCallback(() => {
    const next = stopsOf(parts)[stop + 1]
    if (next === undefined) setAtEnd(true)
    else setStop(stop + 1)
    const selector = next === undefined ? `#${LETTER_SIGNING}` : `#${letterPartId(next)}`
    // What is signed with comes under the letter once its end is reached, a moment after this.
    setTimeout(() => void Taro.pageScrollTo({ selector, offsetTop: -24, duration: 250 }), 60)
  }, [parts, stop])

  return { atEnd, readOn }
}

function watchInBrowser(seen: () => void): () => void {
  const end = document.getElementById(LETTER_END)
  if (end === null) return () => undefined
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) seen()
    },
    { rootMargin: `0px 0px -${BAR_PX}px 0px` },
  )
  observer.observe(end)
  return () => observer.disconnect()
}

function watchInWeapp(seen: () => void): () => void {
  const page = Taro.getCurrentInstance().page
  if (page === null) return () => undefined
  const observer = Taro.createIntersectionObserver(page)
  observer.relativeToViewport({ bottom: -BAR_PX }).observe(`#${LETTER_END}`, (answer) => {
    if ((answer.intersectionRatio ?? 0) > 0) seen()
  })
  return () => observer.disconnect()
}
