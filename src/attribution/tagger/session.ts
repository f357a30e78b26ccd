/** The only door to the ONNX runtime. */
import type { Tensor as OrtTensor } from "onnxruntime-node";

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

/** Loads a network from a file, to run on one thread. */
export async function openSession(path: string): Promise<Session> {
  const ort = await import("onnxruntime-node");
  const session = await ort.InferenceSession.create(path, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionProviders: ["cpu"],
    graphOptimizationLevel: "all",
  });
  return {
    async run(feeds) {
      const tensors = Object.fromEntries(
        Object.entries(feeds).map(([name, t]) => [name, new ort.Tensor(t.type, t.data as never, [...t.dims])]),
      );
      const result = await session.run(tensors as Record<string, OrtTensor>);
      return Object.fromEntries(Object.entries(result).map(([name, t]) => [name, t.data as Float32Array]));
    },
  };
}
