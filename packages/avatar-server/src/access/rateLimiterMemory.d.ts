/** The one class that is used: the package's main file loads all of them, and with them `cluster`, which workers lack. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  export { RateLimiterMemory as default } from 'rate-limiter-flexible'
}
