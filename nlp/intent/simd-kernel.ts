/**
 * The two loops in which training spends its time, as WebAssembly with four-wide arithmetic: four times as fast as
 * JavaScript and, like it, the same on every machine. The module is assembled here, instruction by instruction,
 * so that there is no binary to trust and no compiler to install.
 */
export interface RowKernel {
  /** `target += sum of values[i] * matrix[ids[i]]` */
  gather: RowLoop
  /** `matrix[ids[i]] += values[i] * target` */
  scatter: RowLoop
}

/** All arguments but `count` are byte addresses or byte lengths; `stride`, the length of a row, is a multiple of 64. */
export type RowLoop = (
  target: number,
  matrix: number,
  ids: number,
  values: number,
  count: number,
  stride: number,
) => void

export const ROW_ALIGNMENT = 64

export function createRowKernel(memory: WebAssembly.Memory): RowKernel {
  const { gather, scatter } = new WebAssembly.Instance(compiled(), { env: { memory } }).exports
  return { gather: gather as RowLoop, scatter: scatter as RowLoop }
}

let cached: WebAssembly.Module | undefined
function compiled(): WebAssembly.Module {
  cached ??= new WebAssembly.Module(assemble())
  return cached
}

// Opcodes and encodings: WebAssembly Core Specification 2.0, chapter 5.
const I32 = 0x7f
const V128 = 0x7b
const NO_RESULT = 0x40
const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const constant = (value: number) => [0x41, ...signed(value)]
const add = 0x6a
const subtract = 0x6b
const multiply = 0x6c
const isZero = 0x45
const isLess = 0x49
const loadInteger = [0x28, 2, 0]
const loadFloat = [0x2a, 2, 0]
const splat = [0xfd, 0x13]
const loadFour = (offset: number) => [0xfd, 0x00, 4, offset]
const storeFour = (offset: number) => [0xfd, 0x0b, 4, offset]
const addFour = [0xfd, 0xe4, 0x01]
const multiplyFour = [0xfd, 0xe6, 0x01]
const block = [0x02, NO_RESULT]
const loop = [0x03, NO_RESULT]
const branch = (depth: number) => [0x0c, depth]
const branchIf = (depth: number) => [0x0d, depth]
const end = 0x0b

// Parameters and locals of both functions.
const [TARGET, MATRIX, IDS, VALUES, COUNT, STRIDE, ROW, AT, STOP, VALUE] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const

function rowLoop(into: typeof ROW | typeof AT): number[] {
  const from = into === ROW ? AT : ROW
  // 16 numbers a round: sums four at a time at offsets 0, 16, 32, 48.
  const round = [0, 16, 32, 48].flatMap((offset) => [
    ...[...get(into), ...get(into), ...loadFour(offset)],
    ...[...get(from), ...loadFour(offset), ...get(VALUE), ...multiplyFour, ...addFour],
    ...storeFour(offset),
  ])
  const advance = (local: number, by: number) => [...get(local), ...constant(by), add, ...set(local)]
  return [
    ...[...block, ...loop],
    ...[...get(COUNT), isZero, ...branchIf(1)],
    ...[...get(MATRIX), ...get(IDS), ...loadInteger, ...get(STRIDE), multiply, add, ...set(ROW)],
    ...[...get(VALUES), ...loadFloat, ...splat, ...set(VALUE)],
    ...[...get(TARGET), ...set(AT), ...get(TARGET), ...get(STRIDE), add, ...set(STOP)],
    ...loop,
    ...round,
    ...advance(ROW, 64),
    ...advance(AT, 64),
    ...[...get(AT), ...get(STOP), isLess, ...branchIf(0)],
    end,
    ...advance(IDS, 4),
    ...advance(VALUES, 4),
    ...[...get(COUNT), ...constant(1), subtract, ...set(COUNT)],
    ...[...branch(0), end, end],
  ]
}

function assemble(): Uint8Array<ArrayBuffer> {
  const name = (text: string) => [text.length, ...Buffer.from(text, 'latin1')]
  const section = (id: number, bytes: number[]) => [id, ...unsigned(bytes.length), ...bytes]
  const body = (code: number[]) => {
    const bytes = [2, 3, I32, 1, V128, ...code, end]
    return [...unsigned(bytes.length), ...bytes]
  }
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
    ...section(2, [1, ...name('env'), ...name('memory'), 2, 0, 1]),
    ...section(3, [2, 0, 0]),
    ...section(7, [2, ...name('gather'), 0, 0, ...name('scatter'), 0, 1]),
    ...section(10, [2, ...body(rowLoop(AT)), ...body(rowLoop(ROW))]),
  ])
}

// LEB128.
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
}
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)]
}
