import { type RunningSimulator, type StartSimulatorOptions, startSimulator } from '@greenapi/simulator/node'
import type { Environment } from './settings/readValues.js'
import { type GatewayOptions, type RunningGateway, startGateway } from './startGateway.js'

export const BEARER_TOKEN = 'server-token-0123456789abcdef0123456789abcdef'

/** The environment that points a gateway at a simulator, on any free port. Who may ask is left to the test. */
export function environmentOf(simulator: RunningSimulator): Environment {
  return {
    GREEN_API_ID_INSTANCE: simulator.idInstance,
    GREEN_API_TOKEN: simulator.apiToken,
    GREEN_API_URL: simulator.apiUrl,
    AVATAR_ALLOW_PRIVATE_ADDRESSES: '1',
    AVATAR_PICTURE_HOSTS: new URL(simulator.url).host,
    AVATAR_PORT: '0',
  }
}

/** A gateway under test, with all that it has said. */
export interface TestGateway extends RunningGateway {
  readonly simulator: RunningSimulator
  readonly printed: readonly string[]
  readonly log: readonly string[]
  /** Asks for chats; `headers` are added. */
  ask(chatIds: readonly string[], headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The answers to that, as they came. */
  lines(
    chatIds: readonly string[],
    headers?: Readonly<Record<string, string>>,
  ): Promise<Record<string, unknown>[]>
  [Symbol.asyncDispose](): Promise<void>
}

export interface TestGatewayOptions extends Omit<GatewayOptions, 'print' | 'logTo'> {
  readonly simulator?: StartSimulatorOptions | undefined
}

export async function startTestGateway({
  env,
  simulator: simulatorOptions,
  ...options
}: TestGatewayOptions): Promise<TestGateway> {
  const simulator = await startSimulator({ contacts: 40, groups: 5, ...simulatorOptions })
  const printed: string[] = []
  const log: string[] = []
  const gateway = await startGateway({
    ...options,
    env: { ...environmentOf(simulator), ...env },
    print: (line) => void printed.push(line),
    logTo: { write: (line) => void log.push(line) },
  }).catch(async (error: unknown) => {
    await simulator.close()
    throw error
  })
  const ask: TestGateway['ask'] = (chatIds, headers) =>
    fetch(gateway.backendUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ chatIds }),
    })
  return {
    ...gateway,
    simulator,
    printed,
    log,
    ask,
    lines: async (chatIds, headers) => parseLines(await (await ask(chatIds, headers)).text()),
    async [Symbol.asyncDispose]() {
      await gateway.close()
      await simulator.close()
    },
  }
}

/** Lines of JSON, each an object. */
export function parseLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const value: Record<string, unknown> = JSON.parse(line)
      return value
    })
}

/** The number of a metric with exactly these labels, as `name{a="b"}`. */
export function metricOf(text: string, sample: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${sample} `))
  return line === undefined ? undefined : Number(line.slice(sample.length + 1))
}
