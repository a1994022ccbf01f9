/** A paper lies in the file storage for an hour, since it holds names in the clear; then the timers remove it. */
export const PAPER_LIFE_MS = 60 * 60 * 1000

/** Its address works for ten minutes: enough to open it, too short to pass it on. */
export const PAPER_LINK_SECONDS = 10 * 60

/** A paper is given out again only while every link to it ends before the file does. */
export const PAPER_REUSE_MS = PAPER_LIFE_MS - 15 * 60 * 1000
