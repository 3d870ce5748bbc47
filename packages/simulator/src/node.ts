export { startSimulator } from './http/startSimulator.js'
export type { RunningSimulator, StartSimulatorOptions } from './http/startSimulator.js'
