/**
 * Waits, and stops waiting when the caller leaves.
 *
 * @throws the signal's own reason.
 */
export function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason)
      return
    }
    const leave = (): void => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave)
      resolve()
    }, delayMs)
    signal.addEventListener('abort', leave, { once: true })
  })
}

/** Never resolves; rejects with the signal's reason when the caller leaves. */
export function waitForever(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
