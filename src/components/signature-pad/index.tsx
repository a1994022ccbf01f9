import { Canvas, type CanvasTouchEvent, Text, View } from '@tarojs/components'
import { useCallback, useEffect, useRef, useState } from 'react'
import { PAD_COPY } from '../../copy/letter'
import { accessible } from '../../theme/accessible'
import { Pressable } from '../pressable'
import {
  BLANK_INK,
  type Handwriting,
  handwritingOf,
  type Ink,
  isEnoughInk,
  type PadTurn,
  penDown,
  penMove,
  penUp,
  refitted,
  undoStroke,
} from './ink'
import { drawAll, drawStroke, type Surface, surfaceInBrowser, surfaceInWeapp } from './surface'
import './index.css'

export interface SignaturePadProps {
  /** Who signs, in plain words above the pad. */
  readonly title?: string
  readonly onDone: (handwriting: Handwriting) => void
  readonly onCancel: () => void
}

const CANVAS_ID = 'signature-canvas'
const TRIES = 20
const BETWEEN_TRIES_MS = 60

/** A pad over the whole screen: nothing scrolls under the finger, and a name has room. */
export function SignaturePad({ title = PAD_COPY.title, onDone, onCancel }: SignaturePadProps) {
  const [turn, setTurn] = useState<PadTurn>(turnAtFirst)
  const [strokeCount, setStrokeCount] = useState(0)
  const [tooLittle, setTooLittle] = useState(false)
  const ink = useRef<Ink>(BLANK_INK)
  const surface = useRef<Surface | null>(null)
  const box = useRef<HTMLElement | null>(null)

  const settle = useCallback((next: Ink) => {
    ink.current = next
    setStrokeCount(next.strokes.length)
    setTooLittle(false)
  }, [])

  const onReady = useCallback((ready: Surface) => {
    surface.current = ready
    ink.current = refitted(ink.current, ready.size)
    drawAll(ready, ink.current.strokes)
  }, [])
  useSurface(box, turn, onReady)

  const down = useCallback((place: { x: number; y: number }) => {
    if (surface.current === null) return
    ink.current = penDown(ink.current, place, Date.now(), surface.current.size)
    const stroke = ink.current.strokes[ink.current.strokes.length - 1]
    if (stroke !== undefined && ink.current.writing) drawStroke(surface.current, stroke, 0, true)
  }, [])
  const move = useCallback((place: { x: number; y: number }) => {
    if (surface.current === null) return
    const before = ink.current.strokes[ink.current.strokes.length - 1]?.length ?? 0
    ink.current = penMove(ink.current, place, Date.now(), surface.current.size)
    const stroke = ink.current.strokes[ink.current.strokes.length - 1]
    if (stroke !== undefined && stroke.length > before) drawStroke(surface.current, stroke, before, false)
  }, [])
  const up = useCallback(() => {
    if (!ink.current.writing) return
    const stroke = ink.current.strokes[ink.current.strokes.length - 1]
    if (surface.current !== null && stroke !== undefined && stroke.length > 1) {
      drawStroke(surface.current, stroke, stroke.length - 1, true)
    }
    settle(penUp(ink.current))
  }, [settle])
  usePointers(box, { down, move, up })

  const redraw = (next: Ink) => {
    settle(next)
    if (surface.current !== null) drawAll(surface.current, next.strokes)
  }
  const turnPad = () => {
    // The ink lies as it was written; on a turned pad it would lie across. So a turn begins anew.
    redraw(BLANK_INK)
    setTurn(turn === 'upright' ? 'sideways' : 'upright')
  }
  const done = () => {
    if (surface.current === null) return
    if (!isEnoughInk(ink.current.strokes, surface.current.size)) setTooLittle(true)
    else onDone(handwritingOf(ink.current, surface.current.size, turn))
  }
  const touch = (event: CanvasTouchEvent) => event.touches[0]

  return (
    <View className={`fs-pad fs-pad--${turn}`} catchMove {...accessible({ role: 'dialog', label: title })}>
      <View className='fs-pad__head'>
        <Text className='fs-pad__title'>{title}</Text>
        {tooLittle ? (
          <View className='fs-pad__problem' {...accessible({ role: 'alert' })}>
            {PAD_COPY.tooLittle}
          </View>
        ) : (
          <Text className='fs-pad__hint'>
            {strokeCount > 0
              ? PAD_COPY.strokes(strokeCount)
              : turn === 'upright'
                ? PAD_COPY.hint
                : PAD_COPY.hintSideways}
          </Text>
        )}
      </View>
      <View className='fs-pad__area'>
        <View className='fs-pad__line' />
        {process.env.TARO_ENV === 'h5' ? (
          <View
            ref={box}
            id={CANVAS_ID}
            className='fs-pad__canvas'
            {...accessible({ role: 'img', label: PAD_COPY.area })}
          />
        ) : (
          <Canvas
            type='2d'
            id={CANVAS_ID}
            canvasId={CANVAS_ID}
            className='fs-pad__canvas'
            disableScroll
            onTouchStart={(event) => {
              const place = touch(event)
              if (place !== undefined) down(place)
            }}
            onTouchMove={(event) => {
              const place = touch(event)
              if (place !== undefined) move(place)
            }}
            onTouchEnd={up}
            onTouchCancel={up}
            {...accessible({ role: 'img', label: PAD_COPY.area })}
          />
        )}
      </View>
      <View className='fs-pad__tools'>
        <Pressable className='fs-pad__tool' onPress={onCancel} id='pad-cancel'>
          <Text>{PAD_COPY.cancel}</Text>
        </Pressable>
        <Pressable className='fs-pad__tool' onPress={turnPad} id='pad-turn'>
          <Text>{turn === 'upright' ? PAD_COPY.sideways : PAD_COPY.upright}</Text>
        </Pressable>
        <Pressable
          className='fs-pad__tool'
          onPress={() => redraw(undoStroke(ink.current))}
          disabled={strokeCount === 0}
          id='pad-undo'
        >
          <Text>{PAD_COPY.undo}</Text>
        </Pressable>
        <Pressable
          className='fs-pad__tool'
          onPress={() => redraw(BLANK_INK)}
          disabled={strokeCount === 0}
          id='pad-clear'
        >
          <Text>{PAD_COPY.clear}</Text>
        </Pressable>
        <Pressable className='fs-pad__tool fs-pad__tool--done' onPress={done} id='pad-done'>
          <Text>{PAD_COPY.done}</Text>
        </Pressable>
      </View>
    </View>
  )
}

/** A name is wider than high, so on a screen that is higher than wide it is written across. */
function turnAtFirst(): PadTurn {
  if (process.env.TARO_ENV !== 'h5') return 'sideways'
  return window.innerWidth < window.innerHeight ? 'sideways' : 'upright'
}

/** Makes the drawing surface once the box has its size, and anew when the pad is turned or the window changes. */
function useSurface(
  box: { readonly current: HTMLElement | null },
  turn: PadTurn,
  onReady: (surface: Surface) => void,
): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') {
      const element = box.current
      if (element === null) return
      const canvas = document.createElement('canvas')
      canvas.className = 'fs-pad__bitmap'
      element.appendChild(canvas)
      const measure = () => {
        const surface = surfaceInBrowser(canvas, element)
        if (surface !== null) onReady(surface)
      }
      measure()
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      return () => {
        observer.disconnect()
        canvas.remove()
      }
    }
    let left = false
    const attempt = async (tries: number): Promise<void> => {
      const surface = await surfaceInWeapp(CANVAS_ID)
      if (left) return
      if (surface !== null) onReady(surface)
      else if (tries > 1) setTimeout(() => void attempt(tries - 1), BETWEEN_TRIES_MS)
    }
    // A turned pad has another size, which is there after the next frame.
    const timer = setTimeout(() => void attempt(TRIES), turn === 'upright' ? 0 : BETWEEN_TRIES_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [box, turn, onReady])
}

interface Pen {
  readonly down: (place: { x: number; y: number }) => void
  readonly move: (place: { x: number; y: number }) => void
  readonly up: () => void
}

/** In a browser pointer events are finger, pen and mouse in one; the first pointer writes until it is lifted. */
function usePointers(box: { readonly current: HTMLElement | null }, { down, move, up }: Pen): void {
  useEffect(() => {
    const element = box.current
    if (process.env.TARO_ENV !== 'h5' || element === null) return
    let pointer: number | null = null
    const placeOf = (event: PointerEvent) => {
      const { left, top } = element.getBoundingClientRect()
      return { x: event.clientX - left, y: event.clientY - top }
    }
    const onDown = (event: PointerEvent) => {
      if (pointer !== null || event.button !== 0) return
      event.preventDefault()
      pointer = event.pointerId
      element.setPointerCapture(event.pointerId)
      down(placeOf(event))
    }
    const onMove = (event: PointerEvent) => {
      if (event.pointerId === pointer) move(placeOf(event))
    }
    const onUp = (event: PointerEvent) => {
      if (event.pointerId !== pointer) return
      pointer = null
      up()
    }
    // Some browsers begin to scroll in spite of `touch-action`; then the stroke would be cut off.
    const onTouch = (event: TouchEvent) => event.preventDefault()
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onUp)
    element.addEventListener('touchmove', onTouch, { passive: false })
    return () => {
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onUp)
      element.removeEventListener('touchmove', onTouch)
    }
  }, [box, down, move, up])
}
