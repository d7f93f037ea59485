import type { FrameKind, FramePart } from '../model.ts'
import type { Pointer } from '../rules/frame.ts'

const SEGMENTS: Readonly<Record<FrameKind, string>> = {
  class: 'classes', danger: 'dangers', centre: 'centres', district: 'districts', 'moved-day': 'moved-days',
}

/** Where staff find the parts of a kind, or one of them. */
export function framePath(kind: FrameKind, key?: FramePart['key']): string {
  return `/staff/garbage/${SEGMENTS[kind]}${key === undefined ? '' : `/${key}`}`
}

export function pointerPath({ kind, key }: Pointer): string {
  return kind === 'item' ? `/staff/garbage/items/${key}` : framePath(kind, key)
}
