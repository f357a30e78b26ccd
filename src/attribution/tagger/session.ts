/**
 * The only door to the ONNX runtime: the native one where it could be installed, the WebAssembly one elsewhere (about a
 * third of the speed, the same results; docs/decisions/0002-onnx-runtime.md).
 */
import { readFile } from "node:fs/promises";
import type { InferenceSession, Tensor as OrtTensor, TensorConstructor } from "onnxruntime-common";

export interface Tensor {
  type: "int64" | "float32";
  data: BigInt64Array | Float32Array;
  dims: readonly number[];
}

export type Feeds = Readonly<Record<string, Tensor>>;
export type Outputs = Readonly<Record<string, Float32Array>>;

/** A loaded network. */
export interface Session {
  /** Runs the network; outputs are row-major. */
  run(feeds: Feeds): Promise<Outputs>;
}

interface Runtime {
  name: "native" | "wasm";
  create(path: string): Promise<InferenceSession>;
  Tensor: TensorConstructor;
}

let runtime: Promise<Runtime> | null = null;

async function native(): Promise<Runtime> {
  const ort = await import("onnxruntime-node");
  const options = {
    intraOpNumThreads: 1,
    enableCpuMemArena: false,
    interOpNumThreads: 1,
    executionProviders: ["cpu"],
    graphOptimizationLevel: "all",
  } as const;
  return { name: "native", create: (path) => ort.InferenceSession.create(path, options), Tensor: ort.Tensor };
}

async function wasm(): Promise<Runtime> {
  const ort = await import("onnxruntime-web");
  ort.env.wasm.numThreads = 1;
  return {
    name: "wasm",
    create: async (path) => ort.InferenceSession.create(await readFile(path)),
    Tensor: ort.Tensor,
  };
}

/** The runtime in use; `HEARSAY_RUNTIME=wasm` asks for the portable one. */
export function chooseRuntime(): Promise<Runtime> {
  runtime ??=
    process.env.HEARSAY_RUNTIME === "wasm"
      ? wasm()
      : // Not installed (its install script may fail where only npm is reachable) or built for another system.
        native().catch(() => wasm());
  return runtime;
}

/** Loads a network from a file, to run on one thread. */
export async function openSession(path: string): Promise<Session> {
  const { create, Tensor } = await chooseRuntime();
  const session = await create(path);
  return {
    async run(feeds) {
      const tensors: Record<string, OrtTensor> = {};
      for (const [name, t] of Object.entries(feeds)) tensors[name] = new Tensor(t.type, t.data as never, [...t.dims]);
      const result = await session.run(tensors);
      return Object.fromEntries(Object.entries(result).map(([name, t]) => [name, t.data as Float32Array]));
    },
  };
}
