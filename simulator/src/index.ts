export { type ClockOptions, SimulatorClock } from './clock.ts'
export { DEMO } from './demo-ids.ts'
export { type Simulator, type SimulatorOptions, startSimulator } from './simulator.ts'
