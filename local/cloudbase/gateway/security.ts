import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { refusalReply } from './refusals'
import { SENTENCES } from './sentences'

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

function hostnameOf(authority: string): string {
  return authority.replace(/:\d{1,5}$/, '').toLowerCase()
}

/** A name could be made to lead here by whoever owns it; an IP address or the loopback name could not. */
function isHostAllowed(authority: string, otherDevices: boolean): boolean {
  const hostname = hostnameOf(authority)
  if (LOOPBACK_NAMES.has(hostname)) return true
  return otherDevices && isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
}

/**
 * Refuses what a page of another origin sends: a foreign `Host` (a name that was made to lead to this machine), a
 * foreign `Origin`, and what a browser marks as cross-site and is not a link that somebody followed.
 */
export function ownPagesOnly(otherDevices: boolean): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site')
    const foreign =
      !isHostAllowed(host, otherDevices) ||
      (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) ||
      ((site === 'cross-site' || site === 'same-site') && context.req.header('sec-fetch-mode') !== 'navigate')
    if (foreign) return context.json(refusalReply('not-allowed', SENTENCES.foreign), 403)
    await next()
  }
}

const BASE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
  'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=(), camera=(self)',
}

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

/** What a page may load: only what comes from this server. Scripts inside a page run where their hash is named. */
export function contentPolicy(html?: string): string {
  const hashes =
    html === undefined ? [] : [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const named = hashes.map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  return `${POLICY}; script-src 'self'${named.map((hash) => ` ${hash}`).join('')}`
}

export function securityHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(BASE_HEADERS)) context.res.headers.set(name, value)
    if (!context.res.headers.has('content-security-policy')) {
      context.res.headers.set('content-security-policy', contentPolicy())
    }
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  }
}
