import { fillCold, startUpstreamProcess } from '../../packages/avatar-server/test/coldFill.js'
import type { Bench, Row } from '../row.js'
import { median } from '../row.js'
import { record, startBenchServer } from '../servers/cpuPerRequest.js'

const REQUESTS = 8_000
const COLD = 300
const PER_SECOND = 10

/** CPU time of the server per request whose answer is cached, next to the least that Node itself can do, and a cold fill. */
const server: Bench = {
  name: 'server',
  async run({ rounds }) {
    const ours = await startBenchServer('handler')
    const web = await startBenchServer('web')
    const lookUp = `/api/avatars?chatId=${encodeURIComponent(ours.chatId)}`
    const picture = `/api/avatars/${ours.picture}`
    const rawLookUp = await startBenchServer('raw', await record(ours.port, lookUp))
    const rawPicture = await startBenchServer('raw', await record(ours.port, picture))
    const taken = { lookUp: [] as number[], web: [] as number[], rawLookUp: [] as number[] }
    const pictures = { ours: [] as number[], raw: [] as number[] }
    try {
      for (let round = 0; round < rounds; round += 1) {
        taken.lookUp.push(await ours.measure(lookUp, REQUESTS))
        taken.rawLookUp.push(await rawLookUp.measure(lookUp, REQUESTS))
        taken.web.push(await web.measure(lookUp, REQUESTS))
        pictures.ours.push(await ours.measure(picture, REQUESTS))
        pictures.raw.push(await rawPicture.measure(picture, REQUESTS))
      }
    } finally {
      for (const one of [ours, web, rawLookUp, rawPicture]) one.stop()
    }
    const unit = 'µs CPU'
    const rows: Row[] = [
      {
        name: 'cached look-up through ./node',
        unit,
        ours: median(taken.lookUp),
        against: 'raw node:http, same bytes',
        theirs: median(taken.rawLookUp),
        limit: 1 / 0.6,
      },
      {
        name: 'cached look-up through ./node',
        unit,
        ours: median(taken.lookUp),
        against: 'the same through Request/Response',
        theirs: median(taken.web),
        limit: 1 / 4,
      },
      {
        name: 'cached picture through ./node',
        unit,
        ours: median(pictures.ours),
        against: 'raw node:http, same bytes',
        theirs: median(pictures.raw),
        limit: 1 / 0.5,
      },
    ]
    return [...rows, ...(await coldFill())]
  },
}

async function coldFill(): Promise<Row[]> {
  const { answers, tookMs, slowDowns } = await fillCold(COLD, startUpstreamProcess)
  const failed = answers.filter(({ status }) => status === 'error')
  if (failed.length > 0) throw new Error(`bench: ${failed.length} of ${COLD} cold ids got no answer`)
  const name = `cold fill of ${COLD} ids beside a process that burns CPU`
  // Ten start at once, the others as the limit lets them.
  const limitSeconds = (COLD - PER_SECOND) / PER_SECOND
  return [
    {
      name,
      unit: 's',
      ours: tookMs / 1_000,
      against: "the limit's own time",
      theirs: limitSeconds,
      limit: 1.08,
    },
    { name, unit: '429s', ours: slowDowns, against: 'calls', theirs: COLD, limit: 0 },
  ]
}

export default server
